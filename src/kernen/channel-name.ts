/**
 * Names of channels in Teams. The rule is Microsoft's, "Limits and specifications for Microsoft Teams", section "Channel names": none of
 * ~ # % & * { } + / \ : < > ? | ' " , nor control characters, nor two dots together; not starting with _ or a dot, not ending
 * with a dot; not a reserved word; at most 50 characters.
 */
const longest = 50;
const forbidden = /[~#%&*{}+/\\:<>?|'",\p{Cc}\p{Cs}]|\.\./u;
const reserved = /^(forms|con|prn|aux|nul|com[1-9]|lpt[1-9]|desktop\.ini)$|conin\$|conout\$|_vti_/i;

/** Whether Teams takes `name` for a channel as it stands. Length is counted in UTF-16 units, the strictest reading of "characters". */
export function isChannelName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= longest &&
    name === name.trim() &&
    !forbidden.test(name) &&
    !/^[_.]|\.$/.test(name) &&
    !reserved.test(name)
  );
}

/** In this order: signs that have a Dutch word or a plainer sign, then every sign that is left out. */
const replacements: readonly [RegExp, string][] = [
  [/&/g, " en "],
  [/\+/g, " plus "],
  [/%/g, " procent "],
  [/[/\\|:]/g, "-"],
  // Editions of the rule disagree on a dot inside a name, so all dots go: "v.v. Arkel" becomes "vv Arkel".
  [/[~#*{}<>?'"‘’‚“”„´`,.]/g, ""],
  // Signs one cannot see, save for the space and the joiner (U+200D) that holds an emoji together.
  [/(?![\s\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, ""],
  // Last, for only when all other signs are gone do the reserved words stand as they are.
  [/_(?=vti_)/gi, "-"],
  [/(?<=conin|conout)\$+/gi, ""],
  [/\s+/g, " "],
];

/**
 * The nearest name Teams takes for a channel: "'t Zand" gives "t Zand", "Jeugd & sport" gives "Jeugd en sport"; letters with accents
 * stay. Gives "" when `name` holds no letter, digit or emoji. Applying it to its own outcome changes nothing.
 */
export function channelName(name: string): string {
  let kept = name.normalize("NFC");
  for (const [sign, instead] of replacements) kept = kept.replace(sign, instead);
  kept = shorten(withoutEdges(kept.normalize("NFC")));
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(kept)) return "";
  return reserved.test(kept) ? `Groep ${kept}` : kept;
}

function withoutEdges(name: string): string {
  return name.replace(/^[\s_-]+|[\s-]+$/g, "");
}

/** Cuts between whole signs, so that no letter loses its accent and no emoji breaks. */
function shorten(name: string): string {
  if (name.length <= longest) return name;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("nl").segment(name)) {
    if (kept.length + segment.length > longest) break;
    kept += segment;
  }
  return withoutEdges(kept);
}

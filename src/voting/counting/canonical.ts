/** The one way in which a value is written down before it is hashed or signed: RFC 8785 (JCS), for what a ballot file holds. */

/** Objects and lists hold the same in turn. `object` and not an index, so that values of any interface may be written. */
export type Canonical = string | number | boolean | null | undefined | object;

/**
 * Keys sorted by UTF-16 code units, no white space; a key whose value is undefined is left out, as JSON does. Takes whole numbers
 * below 2^53 only and throws a RangeError for any other, because there programs differ in how they write them.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not a whole number below 2^53`);
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = value as Record<string, Canonical>;
  let written = "";
  // Without a rule of its own, sort goes by code units.
  for (const name of Object.keys(members).sort()) {
    const each = members[name];
    if (each !== undefined) written += `${written && ","}${JSON.stringify(name)}:${canonicalJson(each)}`;
  }
  return `{${written}}`;
}

/** The order of JavaScript strings themselves, whatever the language of the machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

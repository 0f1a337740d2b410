/** Every sentence about a fault in a municipality file: for whoever mends the file, in English and in Dutch. */

export interface Saying {
  en: string;
  nl: string;
}

/** A value in quotes, cut where it grows too long to read. */
export function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const signs = [...text.replace(/\s+/g, " ")];
  return `“${signs.length > 40 ? `${signs.slice(0, 39).join("")}…` : signs.join("")}”`;
}

export const maybe = (suggestion: string | undefined): Saying =>
  suggestion === undefined ? { en: "", nl: "" } : { en: ` Did you mean “${suggestion}”?`, nl: ` Bedoelt u “${suggestion}”?` };

const kinds: Readonly<Record<string, Saying>> = {
  string: { en: "text", nl: "tekst" },
  number: { en: "a number", nl: "een getal" },
  int: { en: "a whole number", nl: "een heel getal" },
  array: { en: "a list", nl: "een lijst" },
  object: { en: "a group of keys", nl: "een groep sleutels" },
  boolean: { en: "true or false", nl: "true of false" },
};

const yamlErrors: Readonly<Record<string, Saying>> = {
  DUPLICATE_KEY: {
    en: "This key already stands above, in the same group.",
    nl: "Deze sleutel staat hierboven al, in dezelfde groep.",
  },
  TAB_AS_INDENT: { en: "Indent with spaces, not with a tab.", nl: "Spring in met spaties, niet met een tab." },
  MULTIPLE_DOCS: {
    en: "A file holds one municipality: remove the “---”.",
    nl: "Een bestand bevat één gemeente: haal “---” weg.",
  },
  NON_STRING_KEY: { en: "A key must be plain text.", nl: "Een sleutel moet gewone tekst zijn." },
  TAG_RESOLVE_FAILED: {
    en: "Tags (“!…”) are not read here. Remove it.",
    nl: "Tags (“!…”) worden hier niet gelezen. Haal dit weg.",
  },
};

const repeatedThings = {
  slug: "De slug",
  name: "De naam",
  language: "De taal",
  postcode: "De postcode",
  "e-mail address": "Het e-mailadres",
  kern: "De kern",
  tab: "Het tabblad",
  "kind of change": "De soort wijziging",
} as const;
export type RepeatedThing = keyof typeof repeatedThings;

/** What each code of the schema asks for. */
const demands: Readonly<Record<string, (value: string) => Saying>> = {
  empty: () => ({ en: "This text is empty.", nl: "Deze tekst is leeg." }),
  "empty-list": () => ({
    en: "This list is empty: at least one is needed.",
    nl: "Deze lijst is leeg: er is er minstens één nodig.",
  }),
  slug: (value) => ({
    en: `${value} is not a slug. Use lower-case letters, digits and single hyphens, as in “groot-ammers”.`,
    nl: `${value} is geen slug. Gebruik kleine letters, cijfers en losse streepjes, zoals in “groot-ammers”.`,
  }),
  "place-name": (value) => ({
    en: `${value} is not a place name. Use letters, digits, spaces and ' ( ) . - / only.`,
    nl: `${value} is geen plaatsnaam. Gebruik alleen letters, cijfers, spaties en ' ( ) . - /.`,
  }),
  "person-name": (value) => ({
    en: `${value} is not a name of a person. Leave out “<”, “>” and invisible signs.`,
    nl: `${value} is geen naam van een persoon. Laat “<”, “>” en onzichtbare tekens weg.`,
  }),
  photo: (value) => ({
    en: `${value} is no address of a picture. Write one that begins with https://.`,
    nl: `${value} is geen adres van een foto. Schrijf er een die begint met https://.`,
  }),
  "app-name": (value) => ({
    en: `${value} is not a name for the app. Leave out “<”, “>” and invisible signs.`,
    nl: `${value} is geen naam voor de app. Laat “<”, “>” en onzichtbare tekens weg.`,
  }),
  "icon-file": (value) => ({
    en: `${value} is not the path of a PNG beside this file, as in “icons/molenlanden-color.png”.`,
    nl: `${value} is geen pad van een PNG naast dit bestand, zoals “icons/molenlanden-color.png”.`,
  }),
  phone: (value) => ({
    en: `${value} is not a Dutch phone number. Write it as “088 123 45 67” or “14 0184”.`,
    nl: `${value} is geen Nederlands telefoonnummer. Schrijf het als “088 123 45 67” of “14 0184”.`,
  }),
  day: (value) => ({
    en: `${value} is not a day. Write it as year, month, day: 2027-06-30.`,
    nl: `${value} is geen dag. Schrijf jaar, maand, dag: 2027-06-30.`,
  }),
  was: (value) => ({
    en: `${value} is not an old municipality and kern, as in “giessenlanden/arkel”.`,
    nl: `${value} is geen oude gemeente met kern, zoals “giessenlanden/arkel”.`,
  }),
  drift: (value) => ({
    en: `${value} is not a change that can be accepted, as in “tab-removed/voorstellen-arkel”.`,
    nl: `${value} is geen wijziging die kan worden geaccepteerd, zoals “tab-removed/voorstellen-arkel”.`,
  }),
  email: (value) => ({ en: `${value} is not an e-mail address.`, nl: `${value} is geen e-mailadres.` }),
  postcode: (value) => ({
    en: `${value} is not a postcode of four digits, as in “4241”.`,
    nl: `${value} is geen postcode van vier cijfers, zoals “4241”.`,
  }),
  "cbs-code": (value) => ({
    en: `${value} is not a CBS code: “GM” and four digits, as in “GM1978”.`,
    nl: `${value} is geen CBS-code: “GM” en vier cijfers, zoals “GM1978”.`,
  }),
  guid: (value) => ({
    en: `${value} is not an Entra tenant id: 32 hexadecimal digits as 8-4-4-4-12.`,
    nl: `${value} is geen Entra-tenant-id: 32 hexadecimale cijfers als 8-4-4-4-12.`,
  }),
  latitude: (value) => ({
    en: `Latitude ${value} lies outside the Netherlands (50.7 to 53.7). Were latitude and longitude swapped?`,
    nl: `Breedtegraad ${value} ligt buiten Nederland (50.7 tot 53.7). Zijn breedte en lengte verwisseld?`,
  }),
  longitude: (value) => ({
    en: `Longitude ${value} lies outside the Netherlands (3.2 to 7.3). Were latitude and longitude swapped?`,
    nl: `Lengtegraad ${value} ligt buiten Nederland (3.2 tot 7.3). Zijn breedte en lengte verwisseld?`,
  }),
};

export const sayings = {
  tooLong: (longest: number): Saying => ({
    en: `This file is longer than ${longest} characters and was not read.`,
    nl: `Dit bestand is langer dan ${longest} tekens en is niet gelezen.`,
  }),
  tooDeep: (): Saying => ({
    en: "From here this file nests too deeply and was not read. Is a closing bracket missing?",
    nl: "Vanaf hier zit te veel in elkaar. Het bestand is niet gelezen. Ontbreekt er een sluithaakje?",
  }),
  yaml: (code: string, message: string): Saying =>
    yamlErrors[code] ?? {
      en: `This is not valid YAML: ${message.trim().replace(/\.$/, "")}.`,
      nl: "Dit is geen geldige YAML. Let op inspringing, dubbele punten, haakjes en aanhalingstekens.",
    },
  openQuote: (): Saying => ({ en: "This quotation mark is never closed.", nl: "Dit aanhalingsteken wordt nergens gesloten." }),
  alias: (name: string): Saying => ({
    en: `Aliases (${quoted(`*${name}`)}) are not read here. Write the value out.`,
    nl: `Verwijzingen (${quoted(`*${name}`)}) worden hier niet gelezen. Schrijf de waarde voluit.`,
  }),
  missing: (key: string): Saying => ({ en: `“${key}” is missing here.`, nl: `“${key}” ontbreekt hier.` }),
  noValue: (key: string): Saying => ({ en: `“${key}” has no value.`, nl: `“${key}” heeft geen waarde.` }),
  wrongType: (key: string, expected: string, value: unknown): Saying => {
    const kind = kinds[expected] ?? { en: expected, nl: expected };
    const quotes = expected === "string" && typeof value !== "object";
    return {
      en: `“${key}” must be ${kind.en}, not ${quoted(value)}.${quotes ? " Put it between quotes." : ""}`,
      nl: `“${key}” moet ${kind.nl} zijn, niet ${quoted(value)}.${quotes ? " Zet het tussen aanhalingstekens." : ""}`,
    };
  },
  unknownKey: (key: string, suggestion: string | undefined): Saying => ({
    en: `The key ${quoted(key)} is not known here.${maybe(suggestion).en}`,
    nl: `De sleutel ${quoted(key)} is hier niet bekend.${maybe(suggestion).nl}`,
  }),
  notOneOf: (key: string, value: unknown, choices: readonly string[], suggestion: string | undefined): Saying => ({
    en: `${quoted(value)} is not a value of “${key}”.${maybe(suggestion).en} Choose from: ${choices.join(", ")}.`,
    nl: `${quoted(value)} is geen waarde van “${key}”.${maybe(suggestion).nl} Kies uit: ${choices.join(", ")}.`,
  }),
  notKeys: (value: unknown): Saying =>
    value === null
      ? { en: "This file is empty.", nl: "Dit bestand is leeg." }
      : {
          en: "This file must be a group of keys, such as “name: …”.",
          nl: "Dit bestand moet een groep sleutels zijn, zoals “name: …”.",
        },
  limit: (key: string, value: unknown, side: "at least" | "at most", bound: number): Saying => {
    const zijde = side === "at most" ? "hoogstens" : "minstens";
    if (typeof value !== "string" && !Array.isArray(value)) {
      return {
        en: `“${key}” is ${side} ${bound}, not ${quoted(value)}.`,
        nl: `“${key}” is ${zijde} ${bound}, niet ${quoted(value)}.`,
      };
    }
    const [unit, eenheid] = typeof value === "string" ? ["characters", "tekens"] : ["entries", "regels"];
    return {
      en: `“${key}” takes ${side} ${bound} ${unit}; this has ${value.length}.`,
      nl: `“${key}” heeft ${zijde} ${bound} ${eenheid}; dit zijn er ${value.length}.`,
    };
  },
  /** Undefined when `code` is none of the schema's own. */
  demand: (code: string, value: unknown): Saying | undefined => demands[code]?.(quoted(value)),
  repeated: (what: RepeatedThing, value: string, line: number): Saying => ({
    en: `The ${what} ${quoted(value)} is already used on line ${line}.`,
    nl: `${repeatedThings[what]} ${quoted(value)} staat al op regel ${line}.`,
  }),
  unknownKern: (officer: string, kern: string, suggestion: string | undefined): Saying => ({
    en: `Officer ${quoted(officer)} serves ${quoted(kern)}, but there is no kern with that slug.${maybe(suggestion).en}`,
    nl: `Contactpersoon ${quoted(officer)} hoort bij ${quoted(kern)}, maar zo'n kern is er niet.${maybe(suggestion).nl}`,
  }),
  kernWithoutOfficer: (kern: string): Saying => ({
    en: `No officer serves kern ${quoted(kern)}: every kern needs at least one.`,
    nl: `Kern ${quoted(kern)} heeft geen contactpersoon: elke kern heeft er minstens één nodig.`,
  }),
  tooManyOfficers: (kern: string, count: number, most: number): Saying => ({
    en: `Kern ${quoted(kern)} has ${count} officers; a team in Teams takes at most ${most} owners.`,
    nl: `Kern ${quoted(kern)} heeft ${count} contactpersonen; een team in Teams heeft hoogstens ${most} eigenaren.`,
  }),
  noChannelName: (group: string): Saying => ({
    en: `No channel name can be made of ${quoted(group)}: it holds no letter or digit.`,
    nl: `Van ${quoted(group)} is geen kanaalnaam te maken: er staat geen letter of cijfer in.`,
  }),
  channelTaken: (group: string, channel: string): Saying => ({
    en: `${quoted(group)} would get the channel ${quoted(channel)}, which this kern already has.`,
    nl: `${quoted(group)} zou het kanaal ${quoted(channel)} krijgen, en dat heeft deze kern al.`,
  }),
};

/** Voting letters from a file of addresses, and the file that goes to the printer. Pure; nothing of it is stored. */
import { houseAddition, houseNumber, postcode } from "../members/contract.ts";
import { decodeFile, parseCsv, writeCsv } from "../members/index.ts";
import type { LetterView } from "./roll-contract.ts";
import { mostLetters } from "./roll-contract.ts";

export interface AddressRow {
  /** As given, for the printer. */
  fields: string[];
  /** Lines for the envelope. */
  lines: string[];
  letters: number;
}

export interface AddressFile {
  header: string[];
  rows: AddressRow[];
}

export interface FileFault {
  /** "file" for the whole, "file.17.postcode" for a column of line 17. */
  path: string;
  message: string;
}

const aliases = {
  name: ["naam", "aanhef", "name"],
  street: ["straat", "straatnaam", "street"],
  number: ["huisnummer", "nummer", "nr", "number"],
  addition: ["toevoeging", "huisnummertoevoeging", "huisletter", "addition"],
  postcode: ["postcode"],
  town: ["plaats", "woonplaats", "town"],
  letters: ["aantal", "brieven", "letters"],
} as const;
type Column = keyof typeof aliases;

const most = 100;

/**
 * Reads a file: columns postcode and huisnummer are needed, straat, toevoeging, plaats, naam and aantal (letters for this address, 1 when
 * left out) are known. `onePerAddress`: refuses an address twice, and more than one letter for it. At most a hundred faults are named.
 */
export function readAddressFile(bytes: Uint8Array, onePerAddress: boolean): AddressFile | FileFault[] {
  const records = parseCsv(decodeFile(bytes), mostLetters + 2);
  const header = records[0]?.fields.map((field) => field.trim()) ?? [];
  const places = new Map<Column, number>();
  for (const [column, names] of Object.entries(aliases) as [Column, readonly string[]][]) {
    const at = header.findIndex((name) => names.includes(name.toLowerCase()));
    if (at >= 0) places.set(column, at);
  }
  if (!places.has("postcode") || !places.has("number")) return [{ path: "file", message: "address-columns-missing" }];
  if (records.length < 2) return [{ path: "file", message: "empty-file" }];
  if (records.length > mostLetters + 1) return [{ path: "file", message: "too-many-letters" }];
  const faults: FileFault[] = [];
  const seen = new Set<string>();
  const rows = records.slice(1).map(({ line, fields, unfinished }): AddressRow => {
    const field = (column: Column) => fields[places.get(column) ?? -1]?.trim() ?? "";
    const wrong = (column: string, message: string) => faults.push({ path: `file.${line}.${column}`, message });
    const code = postcode.safeParse(field("postcode"));
    const number = houseNumber.safeParse(field("number"));
    const addition = houseAddition.safeParse(field("addition"));
    if (unfinished) wrong("line", "invalid");
    if (!code.success) wrong("postcode", "invalid-full-postcode");
    if (!number.success) wrong("huisnummer", "invalid-house-number");
    if (!addition.success) wrong("toevoeging", "invalid");
    const letters = field("letters") === "" ? 1 : Number(field("letters"));
    if (!Number.isInteger(letters) || letters < 1 || letters > most || (onePerAddress && letters > 1))
      wrong("aantal", "wrong-number");
    const key = `${code.data}/${number.data}/${addition.data}`;
    if (onePerAddress && seen.has(key)) wrong("postcode", "given-twice");
    seen.add(key);
    const street = [field("street"), `${field("number")}${field("addition") && ` ${field("addition")}`}`].join(" ").trim();
    const lines = [field("name"), street, [code.data ?? "", field("town")].join("  ").trim()];
    return { fields, lines: lines.filter((text) => text !== ""), letters };
  });
  return faults.length > 0 ? faults.slice(0, most) : { header, rows };
}

/** One line for each letter: the columns given, serial number, code. Spares stand last, with empty columns. */
export function printFile(header: readonly string[], letters: readonly (LetterView & { fields: readonly string[] })[]): string {
  const blank = header.map(() => "");
  const row = ({ serial, code, fields }: LetterView & { fields: readonly string[] }) => [
    ...blank.map((_, at) => fields[at]?.trim() ?? ""),
    String(serial),
    code,
  ];
  return writeCsv([[...header, "volgnummer", "stemcode"], ...letters.map(row)]);
}

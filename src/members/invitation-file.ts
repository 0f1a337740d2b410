/** From an office's file to people who could be invited. Pure. */
import { tidyAddress } from "./address.ts";
import { emailAddress, type InvitationEntry, mostInvitations } from "./contract.ts";
import { type CsvRecord, decodeFile, parseCsv } from "./csv.ts";

/** A row as it was read; `fault`: the field that cannot be used. */
export type FileRow = { line: number; fields: string[] } & (
  | { entry: InvitationEntry; fault: null }
  | { entry: Partial<InvitationEntry>; fault: "name" | "email" | "columns" | "language" }
);

export type FileFault = "empty-file" | "columns-missing" | "too-many-rows";

const headings: Record<keyof InvitationEntry, readonly string[]> = {
  name: ["naam", "name", "volledige naam"],
  email: ["e-mail", "email", "e-mailadres", "emailadres", "mail"],
  kern: ["kern", "dorp", "village"],
  language: ["taal", "language"],
  consent: ["toestemming", "grondslag", "consent"],
};

const languages: Record<string, "nl" | "en"> = {
  "": "nl",
  nl: "nl",
  nederlands: "nl",
  dutch: "nl",
  en: "en",
  engels: "en",
  english: "en",
};
/** Said in the column of consent, these mean that there is none. */
const noConsent = /^(nee|neen|no|geen|onbekend|n|0|false|-+)$/i;

/** `bytes`: the file. `kern`: for rows that name none. Rows come back in the order of the file. */
export function readInvitations(bytes: Uint8Array, kern: string): { heading: string[]; rows: FileRow[] } | { fault: FileFault } {
  const [head, ...records] = parseCsv(decodeFile(bytes), mostInvitations + 2);
  if (!head || records.length === 0) return { fault: "empty-file" };
  if (records.length > mostInvitations) return { fault: "too-many-rows" };
  const names = head.fields.map((name) => name.trim().toLowerCase());
  const places = Object.fromEntries(
    Object.entries(headings).map(([field, known]) => [field, names.findIndex((name) => known.includes(name))]),
  ) as Record<keyof InvitationEntry, number>;
  if (places.name < 0 || places.email < 0) return { fault: "columns-missing" };
  return { heading: head.fields, rows: records.map((record) => rowOf(record, names.length, places, kern)) };
}

function rowOf(record: CsvRecord, width: number, places: Record<keyof InvitationEntry, number>, kern: string): FileRow {
  const { line, fields } = record;
  const value = (field: keyof InvitationEntry) => (fields[places[field]] ?? "").normalize("NFC").trim();
  const language = languages[value("language").toLowerCase()];
  const email = emailAddress.safeParse(tidyAddress(value("email")));
  const consent = noConsent.test(value("consent")) ? "" : value("consent").slice(0, 200);
  const entry = {
    name: value("name").replace(/\s+/g, " "),
    email: email.success ? email.data : value("email"),
    kern: kernSlug(value("kern")) || kern,
    language: language ?? "nl",
    consent,
  };
  const tooWide = fields.slice(width).some((field) => field.trim() !== "");
  if (record.unfinished || tooWide) return { line, fields, entry, fault: "columns" };
  if (entry.name.length < 2 || entry.name.length > 100) return { line, fields, entry, fault: "name" };
  if (!email.success) return { line, fields, entry, fault: "email" };
  return language ? { line, fields, entry, fault: null } : { line, fields, entry, fault: "language" };
}

/** "Nieuw-Lekkerland" as people write it, to the slug by which it is known. */
function kernSlug(written: string): string {
  return written
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

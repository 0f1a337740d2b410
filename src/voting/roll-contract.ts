/** What crosses the wire about the roll: who may vote, letters, help, paper that is handed out. Never what somebody chose. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import { isLetterCode, tidyLetterCode } from "../shared/letter-code.ts";
import { ageDeclared, blindedMessage, pollId, slipFields } from "./ballot-schemas.ts";

/** Most letters of one poll, spares included. */
export const mostLetters = 100_000;

const serial = z.coerce.number().int().min(1).max(mostLetters);
const municipality = z.string().min(1).max(60);

/** Somebody on the roll: a person, or whoever holds the letter with this serial number. Exactly one of them. */
const voter = {
  person: z.uuid("invalid-id").optional(),
  letter: serial.optional(),
};
const oneVoter = ({ person, letter }: { person?: string | undefined; letter?: number | undefined }) =>
  (person === undefined) !== (letter === undefined);

/** The code of a letter as people type it: small letters, spaces and hyphens are fine. A wrong check letter is told at once. */
export const letterCode = z
  .string()
  .max(60, "invalid-letter-code")
  .transform(tidyLetterCode)
  .refine(isLetterCode, "invalid-letter-code");

/** How large a roll would be if it were fixed now. */
export const previewElectorateInput = z.object({
  kern: kernId,
  assurance: z.enum(["mail", "address"]),
  per: z.enum(["person", "household"]).default("person"),
  memberBy: z.iso.datetime({ offset: true, message: "invalid-time" }).optional(),
});
export const viewRollInput = z.object({ poll: pollId });
/** `q`: part of a name, or the serial number of a letter. */
export const findOnRollInput = z.object({ poll: pollId, q: z.string().trim().min(1, "required").max(100, "too-long") });

/** Either `number` letters, or one (or, in the column `aantal`, more) for each address of a file. */
export const makeLettersInput = z
  .object({
    poll: pollId,
    number: z.int().min(1).max(mostLetters, "too-many").optional(),
    /** The bytes of a CSV file in base64, at most 3 MB. */
    file: z.string().min(1, "required").max(4_200_000, "too-many-rows").optional(),
    spares: z.int().min(0).max(1000, "too-many").default(0),
    /** All letters made before become void. Needed when there are any. */
    again: z.boolean().default(false),
  })
  .refine(({ number, file }) => (number === undefined) !== (file === undefined), { path: ["number"], message: "number-or-file" });
export const replaceLetterInput = z.object({ poll: pollId, serial, spare: serial });

/** The pass by a letter, for nobody in particular. */
export const passByLetterInput = z.object({
  municipality,
  poll: pollId,
  code: letterCode,
  blinded: blindedMessage,
  ...ageDeclared,
});
/** A slip by a letter, in a poll of level 1. */
export const castByLetterInput = z.object({ municipality, poll: pollId, code: letterCode, ...slipFields, ...ageDeclared });

/** The pass for somebody who is helped, on the helper's device. */
export const passWithHelpInput = z
  .object({ poll: pollId, ...voter, blinded: blindedMessage, ...ageDeclared })
  .refine(oneVoter, { path: ["person"], message: "required" });
export const castWithHelpInput = z
  .object({ poll: pollId, ...voter, ...slipFields, ...ageDeclared })
  .refine(oneVoter, { path: ["person"], message: "required" });
export const markPaperInput = z
  .object({ poll: pollId, ...voter, ...ageDeclared })
  .refine(oneVoter, { path: ["person"], message: "required" });
export const takePaperBackInput = z
  .object({ poll: pollId, ...voter })
  .refine(oneVoter, { path: ["person"], message: "required" });

/** People (or letters) by how sure it is who they are; null: some are fewer than 10, so nothing is shown. */
export type RollParts = { mail: number; address: number; letter: number } | null;

export interface ElectorateView {
  /** Places on the roll: what votes can be cast. A household shares one. */
  places: number;
  /** People, or letters. */
  people: number;
  parts: RollParts;
  /** Members of the kern who would be left out: no declared address in this kern, or a member too late. Null when fewer than 10. */
  leftOut: number | null;
}

export interface RollView {
  /** As it stands now; for a planned poll as it would be if it were fixed now. */
  places: number;
  parts: RollParts;
  /** Whether the roll is fixed: nobody is added any more. */
  fixed: boolean;
  /** Marked places by channel; each null below 10, and while the poll is planned. At level 2 a mark online is a pass that was taken. */
  marked: { all: number | null; paper: number | null; assisted: number | null };
  letters: { made: number; spares: number } | null;
}

/** Only officers and volunteers of the kern see this, and only of whom they look for. */
export interface OnRollView {
  voters: {
    person: string | null;
    letter: number | null;
    /** Null for a letter. */
    name: string | null;
    marked: "no" | "online" | "paper" | "help";
    /** Others who share the place (a household). */
    shares: number;
  }[];
}

export interface LetterView {
  serial: number;
  /** 13 letters in groups: "ABCDE-FGHJK-MNP". Shown this once. */
  code: string;
  /** Lines for the envelope; empty without. */
  address: string[];
}
export interface LettersMade {
  letters: LetterView[];
  spares: LetterView[];
  /** The same as a file for the printer: the columns that were given, serial number and code. */
  printFile: string;
}
export interface LetterReplaced {
  serial: number;
  spare: number;
}
export interface PaperMarked {
  marked: boolean;
}

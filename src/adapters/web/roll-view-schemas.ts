/** Answers about the roll, letters and paper, as schemas for the OpenAPI document (see view-schemas.ts). */
import { z } from "zod";
import type { AddressView } from "../../members/contract.ts";
import {
  choice,
  type ElectorateView,
  type LetterReplaced,
  type LettersMade,
  type OnRollView,
  type PaperMarked,
  type PaperView,
  type RollView,
} from "../../voting/contract.ts";
import { count, text } from "./view-pieces.ts";

const shown = count.nullable().describe("Null stands for fewer than 10, so that nobody can be singled out.");
const parts = z
  .object({ mail: count, address: count, letter: count })
  .nullable()
  .describe("People (or letters) by how sure it is who they are; null when one of the parts is smaller than 10.");

const letter = z.object({
  serial: count,
  code: text.describe("Shown this once."),
  address: z.array(text).describe("Lines for the envelope."),
});

const paperBallot = z.union([choice, z.literal("spoiled")]);
const paperStack = z.object({
  stack: count,
  state: z.enum(["entered-once", "differs", "agreed", "published"]),
  by: z.array(text),
  waitsForYou: z.boolean(),
  ballots: count.nullable(),
  spoiled: count.nullable(),
  differences: z.array(z.object({ position: count, first: paperBallot.nullable(), second: paperBallot.nullable() })),
});

export const rollAnswers = {
  AddressView: z.object({
    address: z.object({ postcode: text, houseNumber: count, addition: text }).nullable(),
  }) satisfies z.ZodType<AddressView>,
  ElectorateView: z.object({ places: count, people: count, parts, leftOut: shown }) satisfies z.ZodType<ElectorateView>,
  RollView: z.object({
    places: count,
    parts,
    fixed: z.boolean(),
    marked: z.object({ all: shown, paper: shown, assisted: shown }),
    letters: z.object({ made: count, spares: count }).nullable(),
  }) satisfies z.ZodType<RollView>,
  OnRollView: z.object({
    voters: z.array(
      z.object({
        person: z.uuid().nullable(),
        letter: count.nullable(),
        name: text.nullable(),
        marked: z.enum(["no", "online", "paper", "help"]),
        shares: count.describe("Others who share the place on the roll."),
      }),
    ),
  }) satisfies z.ZodType<OnRollView>,
  LettersMade: z.object({
    letters: z.array(letter),
    spares: z.array(letter),
    printFile: text.describe("CSV for the printer."),
  }) satisfies z.ZodType<LettersMade>,
  LetterReplaced: z.object({ serial: count, spare: count }) satisfies z.ZodType<LetterReplaced>,
  PaperMarked: z.object({ marked: z.boolean() }) satisfies z.ZodType<PaperMarked>,
  PaperView: z.object({
    code: text.nullable().describe("Printed on every paper ballot of this poll."),
    handedOut: count,
    published: z.object({ ballots: count, spoiled: count }),
    stacks: z.array(paperStack),
    countWaits: z.boolean(),
    finished: z.boolean(),
    can: z.object({ publish: z.boolean(), finish: z.boolean() }),
  }) satisfies z.ZodType<PaperView>,
};

/** The shapes of forms, rules and ballots as they cross the wire. See counting/poll.ts for what each means. */
import { z } from "zod";
import type { BallotForm, Choice, CountingRule } from "./counting/poll.ts";

const few = z.int().min(1).max(100);
const cents = z.int("whole-cents").min(0).max(1_000_000_000_00, "too-much");
export const optionShape = /^[a-z0-9-]{1,40}$/;
export const mostOptions = 100;
const optionKey = z.string().regex(optionShape, "invalid-option");
const optionKeys = z.array(optionKey).max(mostOptions, "too-many");

export const ballotForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("for-against-abstain") }),
  z.object({ kind: z.literal("consent") }),
  z.object({ kind: z.literal("single") }),
  z.object({ kind: z.literal("multiple"), min: z.int().min(1), max: few }),
  z.object({ kind: z.literal("approval"), max: few.nullable() }),
  z.object({ kind: z.literal("knapsack") }),
  z.object({ kind: z.literal("ranking"), max: few.nullable() }),
  z.object({ kind: z.literal("score"), max: few }),
  z.object({ kind: z.literal("points"), total: few, perOption: few.nullable() }),
]) satisfies z.ZodType<BallotForm>;

const percentage = z.int().min(0).max(100);
const terms = {
  budget: cents,
  threshold: z.int().min(1).default(1),
  minScore: z.int().min(0).default(0),
  themeCaps: z.record(z.string().min(1).max(60), cents).default({}),
  exclusive: z.array(optionKeys.min(2)).max(50).default([]),
};

export const countingRule = z.discriminatedUnion("rule", [
  z.object({
    rule: z.literal("majority"),
    share: z.enum(["half", "two-thirds"]),
    of: z.enum(["votes", "roll"]),
    quorum: percentage,
  }),
  z.object({ rule: z.literal("consent"), quorum: percentage }),
  z.object({ rule: z.enum(["plurality", "approval", "score", "points"]), seats: few }),
  z.object({ rule: z.enum(["irv", "stv", "schulze", "borda"]), seats: few }),
  z.object({ rule: z.enum(["most-votes", "votes-per-cost"]), misfit: z.enum(["skip", "stop"]).default("skip"), ...terms }),
  z.object({
    rule: z.literal("equal-shares"),
    utility: z.enum(["cost", "votes", "points", "points-cost"]).default("cost"),
    completion: z.enum(["none", "votes", "add1", "add1+votes", "add1-exhaustive", "add1-exhaustive+votes"]).default("add1+votes"),
    ...terms,
  }),
]) satisfies z.ZodType<CountingRule>;

/** A choice in the form's own shape; whether it obeys the form of its poll is for `refuseChoice`. */
export const choice = z.union([
  z.strictObject({ chosen: optionKeys }),
  z.strictObject({ ranking: optionKeys }),
  z.strictObject({ points: z.record(optionKey, z.int().min(0).max(100)) }),
]) satisfies z.ZodType<Choice>;

/** b64url of 32 bytes: a caster, a key. */
export const keyShape = /^[A-Za-z0-9_-]{43}$/;
/** b64url of 16 bytes. */
export const saltShape = /^[A-Za-z0-9_-]{22}$/;
/** b64url of what RSA makes with a key of 2048 to 4096 bits: as long as the key. */
export const passShape = /^[A-Za-z0-9_-]{342,684}$/;
export const highestVersion = 999;

/** What a voter's device hands in for a secret poll: docs/ballot-format.md, 4 and 5, without the poll. */
export const slipFields = {
  caster: z.string().regex(keyShape, "invalid-ballot"),
  version: z.int().min(1).max(highestVersion),
  key: z.string().regex(keyShape, "invalid-ballot"),
  salt: z.string().regex(saltShape, "invalid-ballot"),
  choice,
};

export const pollId = z.uuid("invalid-id");
/** The blinded message (RFC 9474), b64url, as long as the poll's key. */
export const blindedMessage = z.string().regex(passShape, "invalid-pass");
/** "I am old enough for this poll": asked above the age at which one joins, kept nowhere. */
export const ageDeclared = { oldEnough: z.literal(true).optional() };

/**
 * Who belongs on the roll. `mail`: members of the kern, known by their mail address; `address`: those of them who declared an address in
 * the kern; `letter`: whoever holds a voting letter, and nobody else, so that nobody is counted by two ways. `household`: who shares an
 * address shares a place. `minAge` in years; null asks nothing. `memberBy`: only who was a member at that moment and still is at the
 * opening; the opening itself when left out.
 */
export const electorate = z.object({
  assurance: z.enum(["mail", "address", "letter"]),
  per: z.enum(["person", "household"]),
  minAge: z.int().min(4).max(120).nullable(),
  memberBy: z.iso.datetime({ offset: true, message: "invalid-time" }).optional(),
});
export type Electorate = z.output<typeof electorate>;

/** The form of the file, key by key: docs/ballot-format.md, sections 2, 3, 8, 9 and 10. */
import type { BallotForm, Choice, CountingRule } from "../voting/counting/poll.ts";
import type { PollOutcome } from "../voting/counting/poll-outcome.ts";
import { bytesOfBase64url } from "./encode.ts";
import {
  byWord,
  list,
  object,
  orNull,
  plain,
  record,
  rule,
  type Shape,
  type Shaped,
  spelled,
  text,
  whole,
  words,
  yesOrNo,
} from "./shape.ts";

const uuid = spelled("uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const hash = spelled("hex", /^[0-9a-f]{64}$/);
const id = spelled("option-id", /^[a-z0-9-]{1,40}$/);
const moment = rule<string>("moment", (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
});
const bytes = (fits: (length: number) => boolean) =>
  rule<string>("b64url", (value) => typeof value === "string" && fits(bytesOfBase64url(value)?.length ?? -1));
const exactly = (length: number) => bytes((given) => given === length);
const signature = exactly(64);

const form = byWord("kind", {
  "for-against-abstain": object({ kind: text }),
  consent: object({ kind: text }),
  single: object({ kind: text }),
  multiple: object({ kind: text, min: whole(), max: whole(1) }),
  approval: object({ kind: text, max: orNull(whole(1)) }),
  knapsack: object({ kind: text }),
  ranking: object({ kind: text, max: orNull(whole(1)) }),
  score: object({ kind: text, max: whole(1, 1e6) }),
  points: object({ kind: text, total: whole(1, 1e6), perOption: orNull(whole(1)) }),
}) as Shape<BallotForm>;

/** Cents: so that all costs together stay below 2^53. */
const money = whole(0, 1e13);
const seats = object({ rule: text, seats: whole(1, 1000) });
const quorum = whole(0, 100);
const terms = {
  rule: text,
  budget: money,
  threshold: whole(1),
  minScore: whole(),
  themeCaps: record(money),
  exclusive: list(list(id)),
};
const greedy = object({ ...terms, misfit: words("skip", "stop") });
const count = byWord("rule", {
  majority: object({ rule: text, share: words("half", "two-thirds"), of: words("votes", "roll"), quorum }),
  consent: object({ rule: text, quorum }),
  plurality: seats,
  approval: seats,
  score: seats,
  points: seats,
  irv: seats,
  stv: seats,
  schulze: seats,
  borda: seats,
  "most-votes": greedy,
  "votes-per-cost": greedy,
  "equal-shares": object({
    ...terms,
    utility: words("cost", "votes", "points", "points-cost"),
    completion: words("none", "votes", "add1", "add1+votes", "add1-exhaustive", "add1-exhaustive+votes"),
  }),
}) as Shape<CountingRule>;

const definition = object({
  format: words("kernplein-poll/1"),
  poll: uuid,
  municipality: text,
  kern: text,
  question: text,
  explanation: text,
  level: words(1, 2),
  opensAt: moment,
  closesAt: moment,
  rollSize: whole(),
  form,
  count,
  options: list(object({ id, label: text, summary: text, cost: money, theme: orNull(text) })),
  signKey: exactly(32),
  passKey: orNull(
    object({ n: bytes((length) => length >= 256 && length <= 1024), e: bytes((length) => length >= 1 && length <= 8) }),
  ),
});

const choice = plain<Choice>(3);
const slip = object({
  caster: exactly(32),
  version: whole(1, 999),
  key: exactly(32),
  salt: exactly(16),
  choice,
  pass: orNull(bytes((length) => length > 0)),
});

const outcome = object({
  rule: text,
  winners: list(id),
  decided: orNull(yesOrNo),
  quorum: orNull(object({ needed: whole(), voted: whole(), reached: yesOrNo })),
  votes: record(whole()),
  points: orNull(record(whole())),
  ties: list(plain<PollOutcome["ties"][number]>()),
  marked: orNull(plain<NonNullable<PollOutcome["marked"]>>()),
  ranked: orNull(plain<NonNullable<PollOutcome["ranked"]>>()),
  budget: orNull(plain<NonNullable<PollOutcome["budget"]>>()),
});

const result = object({
  poll: uuid,
  frozenHash: hash,
  extensions: whole(),
  logSize: whole(),
  logRoot: hash,
  paperBatches: whole(),
  ballots: whole(),
  spoiled: whole(),
  roll: object({ size: whole(), marked: whole(), online: whole(), paper: whole(), assisted: whole() }),
  seed: orNull(hash),
  outcome,
});

const head = object({ batch: whole(1), size: whole(1), root: hash, signature });

export const exportShape = object({
  format: words("kernplein-export/1"),
  definition,
  frozenHash: hash,
  extensions: list(object({ closesAt: moment, reason: text, signature })),
  heads: list(head),
  log: list(hash),
  slips: orNull(list(slip)),
  paper: list(object({ batch: whole(1), ballots: whole(), choices: orNull(list(choice)), spoiled: whole(), signature })),
  result,
  resultSignature: signature,
});
export type ExportFile = Shaped<typeof exportShape>;
export type PublishedResult = ExportFile["result"];

/** What somebody kept of a head: as signed, or only the line that was posted. */
export const keptHead = object({ batch: whole(1), size: whole(1), root: hash, signature: orNull(signature) });
export type KeptHead = Shaped<typeof keptHead>;

export const keptReceipt = object({ poll: uuid, commitment: hash, signature });
export type KeptReceipt = Shaped<typeof keptReceipt>;

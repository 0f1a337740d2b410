/** Pure rules of polls: when one may vote, what was frozen, what the count says. */
import { createHash } from "node:crypto";
import type { PollState, TallyView } from "./contract.ts";

/**
 * How long after the closing time the count starts. A ballot that reached the server in time but is still on its way to the
 * database has these seconds; after them nothing can be on its way (the ballot box gives up sooner, see ballot-box.ts).
 */
export const closingGraceMs = 10_000;

/** Below this number of voters no turnout is shown while the poll runs, and no shares afterwards (reference voting.md 2). */
export const smallestShownGroup = 10;

export interface PollOption {
  option: string;
  label: string;
}

export interface PollTimes {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
}

/** The fixed options of a for/against/abstain poll; the label is the Dutch one, readers in English translate by id. */
export const forAgainstAbstain: readonly PollOption[] = [
  { option: "for", label: "Voor" },
  { option: "against", label: "Tegen" },
  { option: "abstain", label: "Onthouding" },
];

/** Options as they are stored: fixed ids, so that a label can never be confused with another. */
export function optionsFor(kind: "for-against-abstain" | "own-options", labels: readonly string[]): PollOption[] {
  if (kind === "for-against-abstain") return [...forAgainstAbstain];
  return labels.map((label, index) => ({ option: `option-${index + 1}`, label }));
}

/** What a reader should be told: the clock decides, also in the seconds before the job that opens or closes has run. */
export function stateAt(poll: PollTimes, now: Date): PollState {
  if (poll.state === "closed" || now >= poll.closesAt) return "closed";
  if (poll.state === "open" || now >= poll.opensAt) return "open";
  return "planned";
}

/** SHA-256 over everything that must not change while people vote, in a fixed order. Times in UTC. */
export function frozenHash(poll: {
  question: string;
  explanation: string;
  options: readonly PollOption[];
  opensAt: Date;
  closesAt: Date;
  rollSize: number;
}): string {
  const content = [
    poll.question,
    poll.explanation,
    poll.options.map(({ option, label }) => [option, label]),
    poll.opensAt.toISOString(),
    poll.closesAt.toISOString(),
    poll.rollSize,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** The option(s) with the most votes, abstentions left aside; none when nobody chose anything else. */
export function leadingOptions(counts: readonly { option: string; votes: number }[]): string[] {
  const counted = counts.filter(({ option, votes }) => option !== "abstain" && votes > 0);
  const most = Math.max(0, ...counted.map(({ votes }) => votes));
  return counted.filter(({ votes }) => votes === most).map(({ option }) => option);
}

/** Puts the counts in the order of the options, options without ballots included. */
export function tallyOf(
  options: readonly PollOption[],
  votes: ReadonlyMap<string, number>,
  rollSize: number,
  countedAt: Date,
): TallyView {
  const counts = options.map(({ option, label }) => ({ option, label, votes: votes.get(option) ?? 0 }));
  return {
    countedAt: countedAt.toISOString(),
    rollSize,
    voters: counts.reduce((sum, count) => sum + count.votes, 0),
    counts,
    leading: leadingOptions(counts),
  };
}

const words = {
  nl: {
    nobody: "Niemand heeft gestemd.",
    onlyAbstained: "Niemand koos iets anders dan onthouding.",
    tie: (labels: string) => `Gelijk aantal stemmen voor ${labels}.`,
    won: (label: string, of: string) => `Meeste stemmen: ${label}${of}.`,
    of: "van",
    and: "en",
    labels: { for: "Voor", against: "Tegen", abstain: "Onthouding" } as Record<string, string>,
  },
  en: {
    nobody: "Nobody voted.",
    onlyAbstained: "Nobody chose anything but abstention.",
    tie: (labels: string) => `Equal number of votes for ${labels}.`,
    won: (label: string, of: string) => `Most votes: ${label}${of}.`,
    of: "of",
    and: "and",
    labels: { for: "For", against: "Against", abstain: "Abstention" } as Record<string, string>,
  },
};

/**
 * The outcome in one sentence for a mail, a card or the councillor's table; without numbers where so few voted that they could tell
 * how a neighbour did.
 */
export function outcomeInWords(tally: TallyView, language: "nl" | "en", numbers = true): string {
  const say = words[language];
  const countOf = (option: string) => tally.counts.find((count) => count.option === option);
  const label = (option: string) => say.labels[option] ?? countOf(option)?.label ?? option;
  const [first, ...others] = tally.leading;
  if (first === undefined) return tally.voters === 0 ? say.nobody : say.onlyAbstained;
  if (others.length > 0) return say.tie(tally.leading.map(label).join(` ${say.and} `));
  return say.won(label(first), numbers ? ` (${countOf(first)?.votes ?? 0} ${say.of} ${tally.voters})` : "");
}

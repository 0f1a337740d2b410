/** One question, adopted or not: by majority, or because nobody objects. */
import { type MarkSums, placeOf } from "./mark-sums.ts";
import type { MarkedOption, MarkedOutcome, MarkedReason, MarkedRule } from "./marked-rules.ts";

type Decided = Pick<MarkedOutcome, "decision" | "options" | "ties"> & { winners: number[] };

export function decideMajority(rule: MarkedRule & { rule: "majority" }, sums: MarkSums): Decided {
  const yes = placeOf(rule.for, sums);
  const no = placeOf(rule.against, sums);
  const abstentions = rule.abstain === undefined ? 0 : votesAt(placeOf(rule.abstain, sums), sums);
  const votes = votesAt(yes, sums);
  const against = votesAt(no, sums);
  const needed = {
    simple: against + 1,
    absolute: Math.floor((votes + against + abstentions) / 2) + 1,
    "two-thirds": Math.max(1, Math.ceil(((votes + against) * 2) / 3)),
  }[rule.needs];
  if (sums.quorumMissed !== undefined) return decided(sums, "no-quorum", yes, missed(sums));
  if (votes < needed) return decided(sums, "rejected", yes, { code: "no-majority", votes, needed });
  if (votes < sums.leastVotes) return decided(sums, "rejected", yes, { code: "below-threshold", votes, needed: sums.leastVotes });
  return decided(sums, "adopted", yes, { code: "adopted" });
}

export function decideConsent(rule: MarkedRule & { rule: "consent" }, sums: MarkSums): Decided {
  const objection = placeOf(rule.object, sums);
  const objections = votesAt(objection, sums);
  const others = sums.votes.flatMap((_, place) => (place === objection ? [] : [place]));
  // Where one other option is on the ballot, it stands for agreeing.
  const [consent] = others.length === 1 ? others : [];
  const told = consent ?? objection;
  if (sums.quorumMissed !== undefined) return decided(sums, "no-quorum", told, missed(sums));
  if (objections > 0) return decided(sums, "rejected", told, { code: "objections", objections });
  return decided(sums, "adopted", consent, { code: "adopted" });
}

function missed({ voters, quorumMissed = 0 }: MarkSums): MarkedReason {
  return { code: "no-quorum", voters, needed: quorumMissed };
}

/** `subject` is the option that stands for what was put to the vote; the others are only counted. */
function decided(
  { options: all, votes, points }: MarkSums,
  decision: "adopted" | "rejected" | "no-quorum",
  subject: number | undefined,
  reason: MarkedReason,
): Decided {
  const winners = decision === "adopted" && subject !== undefined ? [subject] : [];
  const options = all.map(
    ({ id }, place): MarkedOption => ({
      id,
      votes: votes[place] ?? 0,
      points: points[place] ?? 0,
      elected: winners.includes(place),
      reason: place === subject ? reason : { code: "not-for-election" },
    }),
  );
  return { decision, winners, options, ties: [] };
}

function votesAt(place: number, { votes }: MarkSums): number {
  return votes[place] ?? 0;
}

/** The options with the most votes or points win the seats. */
import type { Lots, Tie } from "./election.ts";
import { type MarkSums, placeOf } from "./mark-sums.ts";
import type { MarkedOption, MarkedOutcome, MarkedReason, MarkedRule } from "./marked-rules.ts";
import { fillSeats } from "./seats.ts";

type Electing = Exclude<MarkedRule, { rule: "majority" | "consent" }>;
type Elected = Pick<MarkedOutcome, "decision" | "ranking" | "options" | "ties"> & { winners: number[] };

export function elect(rule: Electing, sums: MarkSums, lots: Lots): Elected {
  const { votes, points, leastVotes } = sums;
  const abstention = rule.rule === "plurality" && rule.abstain !== undefined ? placeOf(rule.abstain, sums) : -1;
  const standing = sums.options.flatMap((_, place) => (place === abstention ? [] : [place]));
  const tiers = inTiers(standing, points, votes);
  const eligible =
    sums.quorumMissed !== undefined ? [] : tiers.map((tier) => tier.filter((place) => (votes[place] ?? 0) >= leastVotes));
  const { winners, ties } = fillSeats(sums.options, eligible, rule.seats ?? 1, lots);
  const idOf = (place: number) => sums.options[place]?.id ?? "";
  const last = winners.at(-1);

  function reasonOf(place: number): MarkedReason {
    const got = votes[place] ?? 0;
    if (place === abstention) return { code: "not-for-election" };
    if (winners.includes(place)) return { code: "elected" };
    if (sums.quorumMissed !== undefined) return { code: "no-quorum", voters: sums.voters, needed: sums.quorumMissed };
    if (got === 0) return { code: "no-votes" };
    if (got < leastVotes || last === undefined) return { code: "below-threshold", votes: got, needed: leastVotes };
    const missing = (points[last] ?? 0) - (points[place] ?? 0);
    const equal = missing === 0 && got === votes[last];
    return equal ? { code: "lot", to: idOf(last) } : { code: "fewer", than: idOf(last), missing };
  }

  const options = sums.options.map(
    ({ id }, place): MarkedOption => ({
      id,
      votes: votes[place] ?? 0,
      points: points[place] ?? 0,
      elected: winners.includes(place),
      reason: reasonOf(place),
    }),
  );
  const byVotes = last === undefined ? [] : decidedByVotes(last);
  return {
    ...(sums.quorumMissed === undefined ? {} : { decision: "no-quorum" }),
    winners,
    ranking: tiers.map((tier) => tier.map(idOf)),
    options,
    ties: [...byVotes, ...ties],
  };

  /** Equal points at the last seat, told apart by the number of voters. */
  function decidedByVotes(place: number): Tie[] {
    const among = eligible.flat().filter((other) => points[other] === points[place]);
    const cut = among.some((other) => !winners.includes(other) && votes[other] !== votes[place]);
    return cut ? [{ at: `seat ${winners.length}`, among: among.map(idOf), by: "votes", first: idOf(place) }] : [];
  }
}

function inTiers(places: readonly number[], points: readonly number[], votes: readonly number[]): number[][] {
  const compare = (a: number, b: number) => (points[b] ?? 0) - (points[a] ?? 0) || (votes[b] ?? 0) - (votes[a] ?? 0);
  const tiers: number[][] = [];
  for (const place of [...places].sort(compare)) {
    const tier = tiers.at(-1);
    const [first] = tier ?? [];
    if (tier && first !== undefined && compare(first, place) === 0) tier.push(place);
    else tiers.push([place]);
  }
  return tiers;
}

import type { KernFigures, PeopleCount } from "../../summaries/contract.ts";

export type Thing =
  | { thing: "waiting"; kern: string; kernName: string; count: number; days: number }
  | { thing: "supported"; kern: string; kernName: string; proposal: string; title: string; support: PeopleCount }
  | { thing: "voted"; kern: string; kernName: string; poll: string; question: string; outcome: string };

const size = (people: PeopleCount): number => people ?? 0;

/**
 * At most three things a councillor should know before reading on: where an answer is owed longest, what is supported most, and the
 * vote in which most people took part. Chosen by these rules alone; nothing is weighed in secret.
 */
export function threeThings(kernen: readonly KernFigures[]): Thing[] {
  const things: Thing[] = [];
  const waits = kernen.filter((each) => each.waiting.oldestDays !== null);
  const slowest = waits.toSorted((one, other) => (other.waiting.oldestDays ?? 0) - (one.waiting.oldestDays ?? 0))[0];
  if (slowest?.waiting.oldestDays) {
    const { kern, kernName, waiting } = slowest;
    things.push({ thing: "waiting", kern, kernName, count: waiting.count, days: slowest.waiting.oldestDays });
  }
  const backed = kernen.toSorted(
    (one, other) => size(other.mostSupported?.support ?? null) - size(one.mostSupported?.support ?? null),
  )[0];
  if (backed?.mostSupported && backed.mostSupported.support !== null) {
    things.push({ thing: "supported", kern: backed.kern, kernName: backed.kernName, ...backed.mostSupported });
  }
  const voted = kernen.toSorted((one, other) => size(other.lastPoll?.voters ?? null) - size(one.lastPoll?.voters ?? null))[0];
  if (voted?.lastPoll && voted.lastPoll.voters !== null) {
    const { poll, question, outcome } = voted.lastPoll;
    things.push({ thing: "voted", kern: voted.kern, kernName: voted.kernName, poll, question, outcome });
  }
  return things;
}

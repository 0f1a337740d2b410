/**
 * The ballots as Equal Shares reads them: those that say the same grouped, and twice in compressed rows (by group and by option), in
 * typed arrays without a map in sight.
 */
import type { MarkedBallot } from "./election.ts";

export interface Profile {
  /** Voters, ballots that mark nothing included. */
  voters: number;
  groups: number;
  /** By group: how many voters, and the entries from `groupStart[g]` to `groupStart[g + 1]`. */
  count: Float64Array;
  groupStart: Int32Array;
  groupOption: Int32Array;
  /** What the mark is worth to one voter, before the factor of the option: points, or 1. */
  groupWeight: Float64Array;
  /** By option: entries from `start[c]` to `start[c + 1]`; `voters` is the count of the group, repeated for reading in one sweep. */
  start: Int32Array;
  group: Int32Array;
  weight: Float64Array;
  supporters: Float64Array;
  /** By option: voters who marked it, and their weights together. Whole numbers below 2^53. */
  votes: Float64Array;
  totalWeight: Float64Array;
  maxWeight: number;
}

/** `countPoints` false reads every mark as 1. Ballots mark options ascending and each once, points are whole numbers from 1. */
export function makeProfile(ballots: readonly MarkedBallot[], options: number, countPoints: boolean): Profile {
  const { of, groups, entries } = groupBallots(ballots, countPoints);
  const count = new Float64Array(groups);
  const groupStart = new Int32Array(groups + 1);
  const groupOption = new Int32Array(entries);
  const groupWeight = new Float64Array(entries);
  let voters = 0;
  let filled = -1;
  ballots.forEach((ballot, place) => {
    voters += ballot.count;
    const group = of[place] ?? 0;
    count[group] = (count[group] ?? 0) + ballot.count;
    if (group <= filled) return;
    filled = group;
    let at = groupStart[group] ?? 0;
    for (let i = 0; i < ballot.options.length; i++) {
      groupOption[at] = ballot.options[i] ?? 0;
      groupWeight[at++] = countPoints ? (ballot.points[i] ?? 0) : 1;
    }
    groupStart[group + 1] = at;
  });
  return {
    voters,
    groups,
    count,
    groupStart,
    groupOption,
    groupWeight,
    ...byOption(options, count, groupStart, groupOption, groupWeight),
  };
}

function byOption(
  options: number,
  count: Float64Array,
  groupStart: Int32Array,
  groupOption: Int32Array,
  groupWeight: Float64Array,
) {
  const entries = groupOption.length;
  const start = new Int32Array(options + 1);
  for (const option of groupOption) start[option + 1] = (start[option + 1] ?? 0) + 1;
  for (let c = 0; c < options; c++) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);
  const next = start.slice();
  const group = new Int32Array(entries);
  const weight = new Float64Array(entries);
  const supporters = new Float64Array(entries);
  const votes = new Float64Array(options);
  const totalWeight = new Float64Array(options);
  let maxWeight = 1;
  for (let g = 0; g < count.length; g++) {
    const many = count[g] ?? 0;
    for (let e = groupStart[g] ?? 0; e < (groupStart[g + 1] ?? 0); e++) {
      const option = groupOption[e] ?? 0;
      const worth = groupWeight[e] ?? 0;
      const at = next[option] ?? 0;
      next[option] = at + 1;
      group[at] = g;
      weight[at] = worth;
      supporters[at] = many;
      votes[option] = (votes[option] ?? 0) + many;
      totalWeight[option] = (totalWeight[option] ?? 0) + many * worth;
      if (worth > maxWeight) maxWeight = worth;
    }
  }
  return { start, group, weight, supporters, votes, totalWeight, maxWeight };
}

/** Numbers the distinct ballots in order of appearance, by a hash table with open addressing. */
function groupBallots(ballots: readonly MarkedBallot[], countPoints: boolean) {
  let size = 16;
  while (size < ballots.length * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const first: number[] = [];
  const of = new Int32Array(ballots.length);
  let entries = 0;
  ballots.forEach((ballot, place) => {
    let slot = hash(ballot, countPoints) & (size - 1);
    for (;;) {
      const group = table[slot] ?? -1;
      if (group < 0) {
        table[slot] = first.length;
        of[place] = first.length;
        first.push(place);
        entries += ballot.options.length;
        return;
      }
      if (same(ballots[first[group] ?? 0] ?? ballot, ballot, countPoints)) {
        of[place] = group;
        return;
      }
      slot = (slot + 1) & (size - 1);
    }
  });
  return { of, groups: first.length, entries };
}

function hash(ballot: MarkedBallot, countPoints: boolean): number {
  let value = 17;
  for (let i = 0; i < ballot.options.length; i++) {
    value = Math.imul(value ^ (ballot.options[i] ?? 0), 0x01000193);
    if (countPoints) value = Math.imul(value ^ (ballot.points[i] ?? 0), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

function same(a: MarkedBallot, b: MarkedBallot, countPoints: boolean): boolean {
  if (a.options.length !== b.options.length) return false;
  for (let i = 0; i < a.options.length; i++)
    if (a.options[i] !== b.options[i] || (countPoints && a.points[i] !== b.points[i])) return false;
  return true;
}

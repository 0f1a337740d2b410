/**
 * Reads .blt, the format of Hill, Wichmann and Woodall (Voting matters 1994) as OpenSTV, Droop and the collections of Scottish
 * elections write it: `candidates seats`, withdrawn candidates as negative numbers or `[withdrawn …]`, ballots `weight 3 1=2 - 4 0`
 * ("=" ranks equal, "-" skips a rank, "(id)" in place of the weight is one ballot), `0`, names, title. `#` begins a comment.
 */
import type { RankedBallot } from "../counting/election.ts";
import { readNames } from "./blt-names.ts";
import { BrokenFile, type FileFault, reading } from "./file-fault.ts";
import type { RankedFile } from "./ranked-file.ts";
import { mostCandidates, mostVoters, sayings } from "./ranked-file-sayings.ts";
import { makeWords, type Words } from "./words.ts";

/** Takes the text of the file; gives what it holds or the first fault. Never throws. */
export function readBlt(text: string): RankedFile | { fault: FileFault } {
  return reading(text, (plain) => {
    const words = makeWords(plain);
    const size = words.whole(1, mostCandidates) ?? words.fail(sayings.candidateCount);
    const seats = words.whole(1, size) ?? words.fail(sayings.seatCount);
    const withdrawn = readWithdrawn(words, size);
    const ballots = readBallots(words, size);
    const { names, title } = readNames(plain, words.end(), size);
    const candidates = names.map((name, place) => ({ id: String(place + 1), name, withdrawn: withdrawn.has(place + 1) }));
    return { title, seats, candidates, ballots };
  });
}

function readWithdrawn(words: Words, size: number): Set<number> {
  const withdrawn = new Set<number>();
  for (let word = words.peek(); word.startsWith("-") || word.startsWith("["); word = words.peek()) {
    const bracketed = word.startsWith("[");
    if (bracketed && word !== "[withdrawn") words.fail(sayings.option);
    if (!bracketed) {
      withdrawn.add(-(words.signed(-size, -1) ?? words.fail((there) => sayings.withdrawn(there, size))));
      continue;
    }
    words.skip();
    for (let closed = false; !closed; ) {
      const inside = words.peek();
      closed = inside.endsWith("]");
      const number = Number(inside.replace(/\]$/, ""));
      if (inside !== "]" && !(Number.isInteger(number) && number >= 1 && number <= size))
        words.fail((there) => sayings.candidate(there, size));
      if (inside !== "]") withdrawn.add(number);
      words.skip();
    }
  }
  return withdrawn;
}

function readBallots(words: Words, size: number): RankedBallot[] {
  const ballots: RankedBallot[] = [];
  const seen = new Uint32Array(size + 1);
  let voters = 0;
  while (true) {
    const count = words.identifier(sayings.openIdentifier) ? 1 : (words.whole(0, mostVoters) ?? words.fail(sayings.ballotCount));
    if (count === 0) return ballots;
    voters += count;
    if (voters > mostVoters) throw new BrokenFile(words.begin(), sayings.tooMany());
    ballots.push({ count, tiers: readTiers(words, size, seen, ballots.length + 1) });
  }
}

function readTiers(words: Words, size: number, seen: Uint32Array, mark: number): number[][] {
  const tiers: number[][] = [];
  let equal = false;
  while (true) {
    if (!equal && words.is("-")) {
      tiers.push([]);
      continue;
    }
    const candidate = words.whole(equal ? 1 : 0, size) ?? words.fail((there) => sayings.candidateOrEnd(there, size));
    if (candidate === 0) return tiers;
    if (seen[candidate] === mark) throw new BrokenFile(words.begin(), sayings.twice(candidate));
    seen[candidate] = mark;
    if (equal) tiers.at(-1)?.push(candidate - 1);
    else tiers.push([candidate - 1]);
    equal = words.joined();
  }
}

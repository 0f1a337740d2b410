/**
 * Reads PrefLib orders (preflib.org, "Data format"): `.soc` and `.soi` without ties, `.toc` and `.toi` with ties as `{2,3}`; complete
 * or incomplete. Both headings are read: today's `# NUMBER ALTERNATIVES: 6` with ballots `12: 1,{2,3}`, and the older one that begins
 * with the number of candidates, `1,Name` lines and `voters,ballots,different ballots`, with ballots `12,1,{2,3}`.
 */
import type { RankedBallot } from "../counting/election.ts";
import { BrokenFile, type FileFault, reading } from "./file-fault.ts";
import { type Heading, readHeading } from "./preflib-heading.ts";
import type { RankedFile } from "./ranked-file.ts";
import { mostVoters, sayings } from "./ranked-file-sayings.ts";

export const preflibKinds = ["soc", "soi", "toc", "toi"] as const;
export type PreflibKind = (typeof preflibKinds)[number];

/** Takes the text of the file and its kind; gives what it holds or the first fault. Never throws. */
export function readPreflib(text: string, kind: PreflibKind): RankedFile | { fault: FileFault } {
  return reading(text, (plain) => {
    const heading = readHeading(plain);
    const ballots = readOrders(plain, heading, kind);
    const voters = ballots.reduce((sum, { count }) => sum + count, 0);
    if (voters > mostVoters) throw new BrokenFile(heading.end, sayings.tooMany());
    const { voters: stated, orders, names, title } = heading;
    if (stated && stated.value !== voters) throw new BrokenFile(stated.at, sayings.total("voters", stated.value, voters));
    if (orders && orders.value !== ballots.length)
      throw new BrokenFile(orders.at, sayings.total("orders", orders.value, ballots.length));
    return {
      title,
      seats: 1,
      candidates: names.map((name, place) => ({ id: String(place + 1), name, withdrawn: false })),
      ballots,
    };
  });
}

const codes = { comma: 44, zero: 48, nine: 57, colon: 58, open: 123, close: 125, newline: 10, return: 13 };

function readOrders(text: string, { end, names, old }: Heading, kind: PreflibKind): RankedBallot[] {
  const ballots: RankedBallot[] = [];
  const seen = new Uint32Array(names.length + 1);
  let at = end;

  const sign = () => text.charCodeAt(at);
  const atLineEnd = () => at >= text.length || sign() === codes.newline || sign() === codes.return;
  const there = () => /^\S*/.exec(text.slice(at, at + 30))?.[0] ?? "";
  function skipSpaces(): void {
    while (at < text.length && !atLineEnd() && sign() <= 32) at++;
  }
  /** Undefined, and nothing taken, when no digits stand here. */
  function whole(): number | undefined {
    skipSpaces();
    const from = at;
    let value = 0;
    for (; sign() >= codes.zero && sign() <= codes.nine; at++) value = value * 10 + sign() - codes.zero;
    return at > from ? value : undefined;
  }
  function take(code: number): boolean {
    skipSpaces();
    if (sign() !== code) return false;
    at++;
    return true;
  }
  function candidate(): number {
    skipSpaces();
    const from = at;
    const number = whole() ?? 0;
    if (number < 1 || number > names.length) {
      at = from;
      throw new BrokenFile(at, sayings.candidate(there(), names.length));
    }
    if (seen[number] === ballots.length + 1) throw new BrokenFile(from, sayings.twice(number));
    seen[number] = ballots.length + 1;
    return number - 1;
  }
  function tier(): number[] {
    const from = at;
    if (!take(codes.open)) return [candidate()];
    const tied: number[] = [];
    if (take(codes.close)) return tied;
    do tied.push(candidate());
    while (take(codes.comma));
    if (!take(codes.close)) throw new BrokenFile(at, sayings.closingBrace(there()));
    if (kind.startsWith("s") && tied.length > 1) throw new BrokenFile(from, sayings.noTies(kind));
    return tied;
  }
  function tiers(): number[][] {
    const all: number[][] = [];
    skipSpaces();
    if (atLineEnd()) return all;
    do {
      skipSpaces();
      all.push(tier());
    } while (take(codes.comma));
    skipSpaces();
    if (!atLineEnd()) throw new BrokenFile(at, sayings.comma(there()));
    return all;
  }

  while (true) {
    while (at < text.length && sign() <= 32) at++;
    if (at >= text.length) return ballots;
    const from = at;
    const count = whole();
    if (count === undefined || count < 1 || count > mostVoters) {
      at = from;
      throw new BrokenFile(at, sayings.orderCount(there()));
    }
    if (!take(old ? codes.comma : codes.colon)) throw new BrokenFile(at, (old ? sayings.comma : sayings.colon)(there()));
    const ballot = { count, tiers: tiers() };
    const ranked = ballot.tiers.reduce((sum, { length }) => sum + length, 0);
    if (kind.endsWith("c") && ranked !== names.length) throw new BrokenFile(from, sayings.complete(kind, ranked, names.length));
    ballots.push(ballot);
  }
}

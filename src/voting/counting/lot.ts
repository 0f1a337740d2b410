/**
 * Drawing lots that nobody can choose and everybody can repeat:
 *   seed = SHA-256( UTF-8("kernplein lot 1\n" + canonicalBallots(election)) )
 *   draw of an option = SHA-256( seed ‖ 0x00 ‖ UTF-8(option id) )
 * The option with the smallest draw, compared byte by byte, comes first. First means best off: it wins a seat, is funded, or has its
 * surplus transferred before the others; of options tied for exclusion the last drawn is excluded.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalBallots } from "./canonical-ballots.ts";
import type { Election, Lots, MarkedBallot, Option, RankedBallot } from "./election.ts";

/** Takes the frozen ballots; gives the places of all options, first drawn first. The order of options and ballots does not matter. */
export function drawLots(election: Election<RankedBallot> | Election<MarkedBallot>): readonly number[] {
  return lotsFrom(lotSeed(election), election.options);
}

/** The same lots, drawn when a tie asks for them. */
export function lotsOnDemand(election: Election<RankedBallot> | Election<MarkedBallot>): Lots {
  let drawn: readonly number[] | undefined;
  return () => {
    drawn ??= drawLots(election);
    return drawn;
  };
}

/** The same from 32 bytes that came about in another way: a poll of Kernplein's own has the seed of docs/ballot-format.md, 9. */
export function lotsFrom(seed: Uint8Array, options: readonly Pick<Option, "id">[]): readonly number[] {
  const draws = options.map(({ id }) => bytesToHex(sha256(concatBytes(seed, Uint8Array.of(0), utf8ToBytes(id)))));
  return [...draws.keys()].sort((a, b) => ((draws[a] ?? "") < (draws[b] ?? "") ? -1 : 1));
}

/** The 32 bytes that every draw starts from; published with the result. */
export function lotSeed(election: Election<RankedBallot> | Election<MarkedBallot>): Uint8Array {
  return sha256(utf8ToBytes(`kernplein lot 1\n${canonicalBallots(election)}`));
}

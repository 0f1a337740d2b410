/** Every voter sees the plans in an order of her own, so that none of them is always on top. Pure. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { BallotForm } from "../../voting/contract.ts";

const hasOwnOrder = ({ kind }: BallotForm): boolean => kind === "for-against-abstain" || kind === "consent";

/**
 * The same order for the same seed, whatever was added or filtered. Forms with fixed options keep theirs. The seed is this device's own
 * and is never sent.
 */
export function shuffled<Option extends { option: string }>(
  form: BallotForm,
  options: readonly Option[],
  seed: string,
): Option[] {
  if (hasOwnOrder(form)) return [...options];
  const drawn = options.map((each) => ({ each, draw: bytesToHex(sha256(utf8ToBytes(`${seed}/${each.option}`))) }));
  return drawn.sort((one, other) => (one.draw < other.draw ? -1 : 1)).map(({ each }) => each);
}

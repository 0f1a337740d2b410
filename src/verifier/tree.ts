/** The hash tree of the log: RFC 9162, section 2.1.1. */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";

interface Peak {
  leaves: number;
  hash: Uint8Array;
}

/** A tree that grows leaf by leaf and can tell its root at any size. */
export class GrowingTree {
  /** Roots of the full subtrees from left to right, with the number of leaves of each: a size's binary digits. */
  readonly #peaks: Peak[] = [];

  add(leaf: Uint8Array): void {
    let peak: Peak = { leaves: 1, hash: sha256(concatBytes(Uint8Array.of(0), leaf)) };
    for (let left = this.#peaks.at(-1); left?.leaves === peak.leaves; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { leaves: peak.leaves * 2, hash: nodeHash(left.hash, peak.hash) };
    }
    this.#peaks.push(peak);
  }

  /** Of no leaves: SHA-256 of nothing. */
  root(): Uint8Array {
    const last = this.#peaks.at(-1);
    if (!last) return sha256(new Uint8Array());
    return this.#peaks.slice(0, -1).reduceRight((right, { hash }) => nodeHash(hash, right), last.hash);
  }
}

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(1), left, right));

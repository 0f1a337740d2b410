/** The public log's hash tree (RFC 9162, 2.1) as it grows: the roots of its full subtrees are all that must be kept. Pure. */
import { sha256 } from "./signing.ts";

/** `peaks`: roots of the full subtrees, largest first; their sizes are the binary digits of `size`. Hex. */
export interface Frontier {
  size: number;
  peaks: readonly string[];
}

const leafOf = (commitment: Uint8Array): Buffer => sha256(Uint8Array.of(0), commitment);
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Uint8Array.of(1), left, right);

export const emptyLog: Frontier = { size: 0, peaks: [] };

/** The frontier after these commitments (32 bytes each), in this order. */
export function grown({ size, peaks }: Frontier, commitments: readonly Uint8Array[]): Frontier {
  const stack: Uint8Array[] = peaks.map((peak) => Buffer.from(peak, "hex"));
  let leaves = size;
  for (const commitment of commitments) {
    let node = leafOf(commitment);
    for (let rest = leaves; rest & 1; rest >>>= 1) node = nodeOf(stack.pop() ?? node, node);
    stack.push(node);
    leaves += 1;
  }
  return { size: leaves, peaks: stack.map((peak) => Buffer.from(peak).toString("hex")) };
}

/** Hex. The root of no leaves is SHA-256 of nothing. */
export function rootOf({ peaks }: Frontier): string {
  const [last, ...others] = [...peaks].reverse().map((peak): Buffer => Buffer.from(peak, "hex"));
  if (!last) return sha256().toString("hex");
  return others.reduce((right, left) => nodeOf(left, right), last).toString("hex");
}

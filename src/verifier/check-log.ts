/** Check 3: the tree of the log, its batches and its heads. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Scene } from "./scene.ts";
import { isSigned } from "./signatures.ts";
import { numberOf } from "./slip.ts";
import { GrowingTree } from "./tree.ts";
import { type Figures, Found } from "./verdict.ts";

/** A batch smaller than this would tell which few people voted in a quarter of an hour; only the last may be. */
const smallestBatch = 20;

export async function checkLog(scene: Scene): Promise<Figures> {
  const { log, heads } = scene.file;
  checkSizes(scene);
  const tree = new GrowingTree();
  const seen = new Set<string>();
  let batch = 0;
  let start = 0;
  await scene.walk(log.length, (at) => {
    const leaf = log[at] ?? "";
    const place = { part: "leaf", entry: at + 1, number: numberOf(leaf) } as const;
    if (seen.has(leaf)) throw new Found(place, { code: "leaf-twice" });
    if (at > start && leaf < (log[at - 1] ?? "")) throw new Found(place, { code: "not-sorted" });
    seen.add(leaf);
    scene.batchOf[at] = batch + 1;
    tree.add(hexToBytes(leaf));
    if (heads[batch]?.size !== at + 1) return;
    checkHead(scene, batch, bytesToHex(tree.root()));
    batch++;
    start = at + 1;
  });
  return { leaves: log.length, heads: heads.length };
}

/** Batches numbered 1, 2, …; each adds leaves, at least 20 but for the last; the last head holds the whole log. */
function checkSizes({ file: { heads, log } }: Scene): void {
  let before = 0;
  for (const [at, { batch, size }] of heads.entries()) {
    const place = { part: "head", entry: at + 1 } as const;
    if (batch !== at + 1) throw new Found(place, { code: "batch-number", stated: batch, expected: at + 1 });
    if (size <= before) throw new Found(place, { code: "size-not-growing", stated: size, before });
    if (size > log.length) throw new Found(place, { code: "beyond-log", stated: size, log: log.length });
    if (size - before < smallestBatch && at < heads.length - 1)
      throw new Found(place, { code: "batch-small", leaves: size - before });
    before = size;
  }
  if (before !== log.length)
    throw new Found({ part: "head", entry: heads.length }, { code: "log-not-closed", heads: before, log: log.length });
}

function checkHead({ file }: Scene, at: number, found: string): void {
  const head = file.heads[at];
  if (!head) return;
  const place = { part: "head", entry: at + 1 } as const;
  const { batch, size, root, signature } = head;
  if (root !== found) throw new Found(place, { code: "root", stated: root, found });
  const { poll, signKey } = file.definition;
  if (!isSigned(signKey, "head", { poll, batch, size, root }, signature)) throw new Found(place, { code: "not-signed" });
}

/** Check 11: what the person checking kept herself, the only things that a dishonest server cannot make anew afterwards. */
import { type ExportFile, type KeptHead, type KeptReceipt, keptHead, keptReceipt } from "./export-shape.ts";
import type { Scene } from "./scene.ts";
import type { Shape } from "./shape.ts";
import { isSigned } from "./signatures.ts";
import { numberOf } from "./slip.ts";
import { type Figures, Found, type Place } from "./verdict.ts";

export async function checkBrought({ file, brought }: Scene): Promise<Figures> {
  const heads = brought.heads ?? [];
  const receipts = brought.receipts ?? [];
  for (const [at, value] of heads.entries()) {
    const place = { part: "brought-head", entry: at + 1 } as const;
    checkHead(file, kept(keptHead, value, place), place);
  }
  const leaves = new Set(file.log);
  for (const [at, value] of receipts.entries())
    checkReceipt(file, leaves, kept(keptReceipt, value, { part: "brought-receipt", entry: at + 1 }), at + 1);
  return { heads: heads.length, receipts: receipts.length };
}

function kept<T>(shape: Shape<T>, value: unknown, place: Place): T {
  if (shape.fault(value)) throw new Found(place, { code: "not-kept-form" });
  return value as T;
}

function checkHead({ definition: { poll, signKey }, heads }: ExportFile, head: KeptHead, place: Place): void {
  const { signature, ...signed } = head;
  if (signature !== null && !isSigned(signKey, "head", { poll, ...signed }, signature))
    throw new Found(place, { code: "not-signed" });
  const same = heads.some(({ batch, size, root }) => batch === head.batch && size === head.size && root === head.root);
  if (!same) throw new Found(place, { code: "head-not-in-file" });
}

function checkReceipt({ definition }: ExportFile, leaves: ReadonlySet<string>, receipt: KeptReceipt, entry: number): void {
  const { poll, commitment, signature } = receipt;
  const place = { part: "receipt", entry, number: numberOf(commitment) } as const;
  if (poll !== definition.poll) throw new Found(place, { code: "other-poll" });
  if (!isSigned(definition.signKey, "receipt", { poll, commitment }, signature)) throw new Found(place, { code: "not-signed" });
  if (!leaves.has(commitment)) throw new Found(place, { code: "not-in-log" });
}

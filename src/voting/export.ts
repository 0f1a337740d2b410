/** The public export of a counted poll: docs/ballot-format.md, sections 8 and 9. */
import type { KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Tx } from "../shared/work.ts";
import type { Count } from "./count-ballots.ts";
import { canonicalJson } from "./counting/canonical.ts";
import { fewestPublished } from "./counting/count-poll.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { headsOf, lockLog } from "./log-store.ts";
import { emptyLog, rootOf } from "./merkle-log.ts";
import { rollNumbers } from "./roll-store.ts";
import { signed } from "./signing.ts";
import { extensionsOf, type StoredPoll } from "./store.ts";

export interface MadeExport {
  file: object;
  /** Canonical JSON of the result, and the signature over its signing text. */
  result: string;
  signature: string;
}

/** Signs the paper batches and the result. With fewer than 10 ballots no single ballot is in it. */
export async function makeExport(tx: Tx, poll: StoredPoll, count: Count, signKey: KeyObject): Promise<MadeExport> {
  const extensions = await extensionsOf(tx, poll.poll);
  const log = (await lockLog(tx, poll.poll)) ?? emptyLog;
  const whole = count.ballots >= fewestPublished;
  const paper = count.paper.map(({ batch, choices, spoiled }) => {
    const shown = { batch, ballots: choices.length, choices: whole ? choices : null, spoiled };
    return { ...shown, signature: signed("paper", { poll: poll.poll, ...shown }, signKey) };
  });
  const { marked, paper: onPaper, assisted } = await rollNumbers(tx, poll.poll);
  const result = {
    poll: poll.poll,
    frozenHash: poll.frozenHash,
    extensions: extensions.length,
    logSize: log.size,
    logRoot: rootOf(log),
    paperBatches: paper.length,
    ballots: count.ballots,
    spoiled: count.spoiled,
    roll: { size: poll.rollSize, marked, online: marked - onPaper - assisted, paper: onPaper, assisted },
    seed: count.seed,
    outcome: count.outcome,
  };
  const signature = signed("result", result, signKey);
  const file = {
    format: "kernplein-export/1",
    definition: JSON.parse(poll.definition ?? "null") as PollDefinition,
    frozenHash: poll.frozenHash,
    extensions,
    heads: await headsOf(tx, poll.poll),
    log: count.slips.map(({ commitment }) => commitment),
    slips: whole ? count.slips.map(({ commitment: _leaf, ...slip }) => slip) : null,
    paper,
    result,
    resultSignature: signature,
  };
  return { file, result: canonicalJson(result), signature };
}

/** The file as it is handed out. */
export function gzipped(file: object): Promise<Buffer> {
  return promisify(gzip)(JSON.stringify(file));
}

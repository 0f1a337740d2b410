/** What `kernplein tally` asks of its thread. */
import type { OnProgress } from "../voting/counting/budget.ts";
import type { Saying } from "../voting/counting/saying.ts";
import { readElectionFile } from "../voting/formats/election-file.ts";
import type { FileFault } from "../voting/formats/file-fault.ts";
import { type Tallied, type TallyWish, tallyFile } from "../voting/formats/tally-file.ts";

export interface TallyJob {
  name: string;
  text: string;
  wish: TallyWish;
}
export type FileTallied = Tallied | { fault: FileFault } | { refused: Saying };

export function tallyText({ name, text, wish }: TallyJob, onProgress: OnProgress): FileTallied {
  const source = readElectionFile(name, text);
  return "fault" in source ? source : tallyFile(source, wish, onProgress);
}

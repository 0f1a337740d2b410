/** Checks beside the page, so that it stays alive however many ballots there are. */
import { type ExportFile, findNumber, type Verdict, verifyExport } from "../../verifier/index.ts";
import type { Asked, Told } from "./messages.ts";

let file: ExportFile | undefined;

const tell = (message: Told): void => self.postMessage(message);

self.addEventListener("message", (event: MessageEvent<Asked>) => {
  const asked = event.data;
  if (asked.ask === "find") {
    if (file) tell({ told: "found", found: findNumber(file, asked.number) });
    return;
  }
  void verify(asked.bytes, asked.receipts);
});

async function verify(bytes: ArrayBuffer, receipts: readonly unknown[]): Promise<void> {
  const read = await readBytes(bytes);
  if (read === undefined) return tell({ told: "unreadable" });
  const verdict: Verdict = await verifyExport(read, { receipts }, (progress) => tell({ told: "progress", ...progress }));
  if (verdict.poll) file = read as ExportFile;
  tell({ told: "verdict", verdict });
}

/** JSON, also gzipped. Undefined when it is something else. */
async function readBytes(bytes: ArrayBuffer): Promise<unknown> {
  const [first, second] = new Uint8Array(bytes);
  const zipped = first === 0x1f && second === 0x8b;
  try {
    const stream = new Blob([bytes]).stream();
    return await new Response(zipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).json();
  } catch {
    return undefined;
  }
}

/** `kernplein verify EXPORT`: checks the public export of a secret poll. Needs neither database nor network. */
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { sayCheck, sayFault, sayVerdict, type Verdict, verifyExport } from "../verifier/index.ts";

export interface VerifyOptions {
  head: readonly string[];
  receipt?: string;
  json?: boolean;
}

/** Gives the exit code: 0 all right, 1 a fault, 64 when a file or a head cannot be read; then one sentence stands on stderr. */
export async function verifyByCommand(path: string, options: VerifyOptions): Promise<number> {
  const read = await readAll(path, options);
  if (typeof read === "string") {
    console.error(read);
    return 64;
  }
  const verdict = await verifyExport(read.file, read.brought);
  console.log(options.json ? JSON.stringify(verdict, null, 2) : verdictInWords(verdict));
  return verdict.sound ? 0 : 1;
}

type Read = { file: unknown; brought: { heads: unknown[]; receipts: unknown[] } };

async function readAll(path: string, { head, receipt }: VerifyOptions): Promise<Read | string> {
  if (/^https?:/i.test(path)) return `Download the export first, for example: curl -O ${path}. Then verify the file.`;
  try {
    const heads = await Promise.all(head.map(readHead));
    const receipts = receipt === undefined ? [] : await readJson(receipt);
    return { file: await readJson(path), brought: { heads, receipts: Array.isArray(receipts) ? receipts : [receipts] } };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A head as it was posted (`batch/size/root`), or a file that holds it as JSON. */
async function readHead(given: string): Promise<unknown> {
  const [, batch, size, root] = /^(\d+)\/(\d+)\/([0-9a-f]{64})$/i.exec(given.trim()) ?? [];
  if (root === undefined) return readJson(given);
  return { batch: Number(batch), size: Number(size), root: root.toLowerCase(), signature: null };
}

/** Also reads gzip, known by its first two bytes. Throws one sentence. */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch(() => {
    throw new Error(`${path} cannot be read.`);
  });
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = zipped ? await promisify(gunzip)(bytes).catch(() => Buffer.alloc(0)) : bytes;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
}

const marks = { passed: "✓", failed: "✗", "not-checked": "–" };

function verdictInWords({ poll, checks, fault, sound, published }: Verdict): string {
  const lines = checks.map((check) => {
    const { name, says } = sayCheck(check, "en");
    return `${marks[check.state]} ${name}\n    ${says}`;
  });
  const winners = published?.outcome.winners.map((id) => poll?.options.find((option) => option.id === id)?.label ?? id) ?? [];
  return [
    ...(poll ? [poll.question, ""] : []),
    ...lines,
    "",
    ...(fault ? [`${sayVerdict(false, "en")} ${sayFault(fault, "en")}`] : [sayVerdict(sound, "en")]),
    ...(sound && winners.length > 0 ? [`Result: ${winners.join(", ")}`] : []),
  ].join("\n");
}

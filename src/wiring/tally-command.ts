/** `kernplein tally`: counts a file of ballots, writes it in another format, or counts a closed poll again. Files need no database. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { OnProgress } from "../voting/counting/budget.ts";
import { writeBlt } from "../voting/formats/blt-write.ts";
import { type ElectionFile, readElectionFile } from "../voting/formats/election-file.ts";
import type { FileFault } from "../voting/formats/file-fault.ts";
import { writePabulib } from "../voting/formats/pabulib.ts";
import { type TallyWish, tallyRules } from "../voting/formats/tally-file.ts";
import { tallyExport } from "./tally-export-command.ts";
import type { FileTallied, TallyJob } from "./tally-job.ts";
import { talliedInWords } from "./tally-words.ts";

interface Options extends Omit<TallyWish, "rule"> {
  rule?: TallyWish["rule"];
  export?: "pb" | "blt";
  json?: boolean;
  trace?: boolean;
}

export function addTallyCommand(program: Command): void {
  const command = program
    .command("tally")
    .description("count a file of ballots, or count a closed poll again and compare with what was published")
    .argument("<what>", "a file (.pb, .blt, .soc, .soi, .toc, .toi, or our own export .json), or the id of a poll")
    .addOption(new Option("--rule <rule>", "how to count a file").choices(tallyRules))
    .addOption(
      new Option("--utility <utility>", "equal-shares: what a plan is worth").choices(["cost", "votes", "points", "points-cost"]),
    )
    .addOption(
      new Option("--completion <completion>", "equal-shares: what happens with money that is left").choices([
        "none",
        "votes",
        "add1",
        "add1+votes",
        "add1-exhaustive",
        "add1-exhaustive+votes",
      ]),
    )
    .addOption(
      new Option("--misfit <misfit>", "most-votes, votes-per-cost: after a plan that does not fit").choices(["skip", "stop"]),
    )
    .option("--threshold <number>", "votes a winner needs (points, in a budget with points)", wholeFrom(0))
    .option("--seats <number>", "how many to elect; otherwise what a .blt file says (stv), or 1", wholeFrom(1))
    .addOption(new Option("--export <format>", "print the file in this format instead of counting").choices(["pb", "blt"]))
    .option("--trace", "print every stage and, with --json, the whole trace")
    .option("--json", "print as JSON");
  command.action(async (what: string, options: Options) => {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(what)) return tallyPoll(what, options.json);
    if (/\.json(\.gz)?$/i.test(what)) return tallyExport(what, options.json);
    const text = await readFile(what, "utf8").catch(() => {
      throw new Error(`There is no file ${what} that can be read, and it is no id of a poll.`);
    });
    if (options.export) return exportFile(what, text, options.export, options.seats);
    const { rule } = options;
    if (!rule) return command.error("error: how to count this file? Add --rule", { exitCode: 64 });
    await countFile({ name: basename(what), text, wish: { ...options, rule } }, options);
  });
}

function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value))
      throw new InvalidArgumentError(`It must be a whole number of ${least} or more.`);
    return value;
  };
}

async function countFile(job: TallyJob, { json, trace }: Options): Promise<void> {
  const tallied = await inWorker(job);
  if ("fault" in tallied) throw new Error(faultInWords(job.name, tallied.fault));
  if ("refused" in tallied) throw new Error(`${tallied.refused.en} / ${tallied.refused.nl}`);
  const { report, counted } = tallied;
  if (json) console.log(JSON.stringify(trace ? { ...report, trace: counted.outcome } : report, null, 2));
  else console.log(talliedInWords(tallied, trace === true));
}

function inWorker({ name, text, wish }: TallyJob): Promise<FileTallied> {
  const bar = progressBar();
  return new Promise<FileTallied>((resolve, reject) => {
    const { rule, utility, completion, misfit, threshold, seats } = wish;
    const workerData: TallyJob = { name, text, wish: { rule, utility, completion, misfit, threshold, seats } };
    const worker = new Worker(new URL("./tally-worker.ts", import.meta.url), { workerData });
    worker.on("message", (message: FileTallied | { progress: Parameters<OnProgress>[0] }) => {
      if ("progress" in message) bar.show(message.progress);
      else resolve(message);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The count ended without a result.")));
  }).finally(bar.clear);
}

/** On stderr, and only for a person who looks on: how much of the budget the step of Add1 spends. */
function progressBar(): { show: OnProgress; clear(): void } {
  const { stderr } = process;
  return {
    show: ({ step, cost, budget }) => {
      if (!stderr.isTTY) return;
      const part = Math.min(1, cost / budget);
      const filled = Math.round(part * 30);
      stderr.write(`\r${"█".repeat(filled)}${"░".repeat(30 - filled)} ${Math.floor(part * 100)}%  step ${step} `);
    },
    clear: () => void (stderr.isTTY && stderr.write("\r\u001b[K")),
  };
}

function exportFile(path: string, text: string, format: "pb" | "blt", seats: number | undefined): void {
  const source = readElectionFile(basename(path), text);
  if ("fault" in source) throw new Error(faultInWords(basename(path), source.fault));
  process.stdout.write(written(source, format, seats));
}

function written(source: ElectionFile, format: "pb" | "blt", seats: number | undefined): string {
  if (format === "pb") {
    if (source.format !== "pb") throw new Error("A .pb file needs costs and a budget, and this file has none.");
    return writePabulib(source.content.file);
  }
  if (source.format !== "pb") return writeBlt({ ...source.file, seats: seats ?? source.file.seats });
  const { ranked, withdrawn, file } = source.content;
  if (!ranked) throw new Error("A .blt file needs ballots that rank, and the ballots of this file do not.");
  const candidates = ranked.options.map(({ id, label }, place) => ({ id, name: label, withdrawn: withdrawn.includes(place) }));
  return writeBlt({ title: file.meta.get("description") ?? "", seats: seats ?? 1, candidates, ballots: ranked.ballots });
}

function faultInWords(name: string, { line, column, en, nl }: FileFault): string {
  return `${name}:${line}:${column} ${en} / ${nl}`;
}

async function tallyPoll(poll: string, json: boolean | undefined): Promise<void> {
  const { countAgain } = await import("./command-line.ts");
  const { tally, agrees } = await countAgain(poll);
  const lines = tally.counts.map(({ label, votes }) => `${String(votes).padStart(6)}  ${label}`);
  const verdict = agrees ? "The published result agrees." : "The published result DIFFERS.";
  console.log(json ? JSON.stringify({ ...tally, agrees }, null, 2) : [...lines, verdict].join("\n"));
  if (!agrees) process.exitCode = 1;
}

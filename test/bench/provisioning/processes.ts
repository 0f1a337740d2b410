/** Starts the processes of the provisioning benches and reads what they print. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Started {
  child: ChildProcess;
  lines: Interface;
  /** Settled once the process is gone: its exit code, or null when it was killed. */
  ended: Promise<number | null>;
}

export function start(script: string, errand: object): Started {
  const child = spawn("node", [fileURLToPath(new URL(script, import.meta.url)), JSON.stringify(errand)], {
    stdio: ["ignore", "pipe", "inherit"],
    // Hundreds of short lives: most of each would go into compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "kernplein-bench-compiled") },
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return { child, lines: createInterface(child.stdout), ended };
}

/** The first line a process prints. Throws when it ends without one. */
export function firstLine({ lines, ended }: Started): Promise<string> {
  return new Promise((done, failed) => {
    lines.once("line", done);
    void ended.then((code) => failed(new Error(`The process ended with code ${code} before it said anything.`)));
  });
}

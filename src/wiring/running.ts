/** A note about the app that runs on this machine, so that commands can use its local stand-ins instead of starting their own. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Running {
  pid: number;
  origin: string;
  graphUrl: string;
}

const noteIn = (folder: string) => join(folder, "running.json");

export function noteRunning(folder: string, running: Running): void {
  writeFileSync(noteIn(folder), JSON.stringify(running));
}

export function forgetRunning(folder: string): void {
  rmSync(noteIn(folder), { force: true });
}

/** The running app; undefined when there is none (a note left by a killed app does not count). */
export function findRunning(folder: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(noteIn(folder), "utf8")) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
}

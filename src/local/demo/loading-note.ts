/** A note beside the data while the sample content is being loaded: whoever stops the app in that minute would else keep half of it. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const noteIn = (folder: string) => join(folder, "demo-loading");

/** Loads with the note lying there. When it is cut off, however, the note stays. */
export async function withLoadingNote(folder: string, load: () => Promise<unknown>): Promise<void> {
  writeFileSync(noteIn(folder), "");
  await load();
  rmSync(noteIn(folder));
}

/** Whether loading began in this folder and did not come to its end. */
export const wasCutOff = (folder: string): boolean => existsSync(noteIn(folder));

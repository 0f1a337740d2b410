import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { wasCutOff, withLoadingNote } from "../../src/local/demo/loading-note.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-note-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("loading that comes to its end leaves no note; one that is cut off does", async () => {
  expect(wasCutOff(folder)).toBe(false);
  let during = false;
  await withLoadingNote(folder, async () => {
    during = wasCutOff(folder);
  });
  expect([during, wasCutOff(folder)]).toEqual([true, false]);
  await expect(withLoadingNote(folder, () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
  expect(wasCutOff(folder)).toBe(true);
});

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";

const client = join(import.meta.dirname, "../../src/client");
const files = await readdir(client, { recursive: true });
const read = (file: string): Promise<string> => readFile(join(client, file), "utf8");

const usedBy = new Map<string, Set<string>>();
for (const file of files.filter((each) => /\.tsx?$/.test(each))) {
  const content = await read(file);
  for (const [, name, sheet = ""] of content.matchAll(/import (\w+) from "(.+\.module\.css)"/g)) {
    const path = join(dirname(file), sheet);
    const used = usedBy.get(path) ?? new Set<string>();
    for (const [, each = ""] of content.matchAll(new RegExp(`(?<![.\\w"/])${name}\\.(\\w+)`, "g"))) used.add(each);
    usedBy.set(path, used);
  }
}

const withoutComments = (css: string): string => css.replace(/\/\*.*?\*\//gs, "");
const classesIn = (css: string): Set<string> =>
  new Set([...withoutComments(css).matchAll(/\.([a-zA-Z]\w*)(?![^{]*\d*%)/g)].map((match) => match[1] ?? ""));

test.each([...usedBy.keys()])("%s has every class that is used of it, and no other", async (sheet) => {
  const css = await read(sheet);
  const there = classesIn(css);
  const used = usedBy.get(sheet) ?? new Set();
  expect([...used].filter((name) => !there.has(name))).toEqual([]);
  expect([...there].filter((name) => !used.has(name))).toEqual([]);
});

test("every style sheet is used", () => {
  expect(files.filter((file) => file.endsWith(".module.css") && !usedBy.has(file))).toEqual([]);
});

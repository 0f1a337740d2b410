import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const client = join(import.meta.dirname, "../../src/client");
const slices = [
  "shell",
  "kernen",
  "members",
  "proposals",
  "meetings",
  "voting",
  "polling",
  "moderation",
  "summaries",
  "provisioning",
  "reach",
  "about",
  "tab",
];

type Texts = Record<string, string>;
const textsOf = async (slice: string, language: string): Promise<Texts> =>
  ((await import(join(client, slice, `texts.${language}.ts`))) as { default: Texts }).default;

const sources = (await readdir(client, { recursive: true })).filter(
  (file) => /\.tsx?$/.test(file) && !/texts\.(nl|en)\.ts$/.test(file),
);
const contents = new Map(
  await Promise.all(sources.map(async (file) => [file, await readFile(join(client, file), "utf8")] as const)),
);

const stem = (key: string): string => key.replace(/_(one|other)$/, "");
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

/** Code without its comments and without the words it only compares with: `say(state === "open" ? "a" : "b")` asks for a and b. */
const spoken = (code: string): string => code.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "").replace(/[!=]==\s*"[^"]*"/g, "");

/** Keys (or, with a value in them, their fixed beginning) that the screens ask of each slice: say("a.b"), say(`a.${x}`). */
function askedKeys(): Map<string, Set<string>> {
  const asked = new Map(slices.map((slice) => [slice, new Set<string>()]));
  for (const content of contents.values()) {
    // Each useText speaks until the next one: that is how far a function reaches.
    for (const part of spoken(content).split(/(?=const \w+ = useText\()/)) {
      const [, speaker = "", slice = ""] = /^const (\w+) = useText\("(\w+)"\)/.exec(part) ?? [];
      if (speaker === "") continue;
      for (const [, given = ""] of part.matchAll(new RegExp(`\\b${speaker}\\(([^;]*?)\\)[\\s,;}\\]&:?]`, "gs"))) {
        // Words inside ${…} are pieces of a key, no keys.
        for (const [, quoted = "", templated = ""] of given
          .replace(/\$\{[^}]*\}/g, "${")
          .matchAll(/"([\w.-]+)"|`([^`$]*)\$\{/g)) {
          asked.get(slice)?.add(quoted || `${templated}*`);
        }
      }
    }
  }
  return asked;
}

test.each(slices)("%s: Dutch and English have the same texts, with the same values in them", async (slice) => {
  const [dutch, english] = [await textsOf(slice, "nl"), await textsOf(slice, "en")];
  expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
  for (const [key, text] of Object.entries(dutch)) {
    expect([key, ...placeholders(english[key] ?? "")]).toEqual([key, ...placeholders(text)]);
    expect([key, text.trim(), english[key]?.trim() === ""]).toEqual([key, text, false]);
  }
});

test.each(slices)("%s: a text for one has a text for more beside it", async (slice) => {
  const keys = Object.keys(await textsOf(slice, "nl"));
  const halves = keys
    .filter((key) => /_(one|other)$/.test(key))
    .filter((key) => !keys.includes(`${stem(key)}_one`) || !keys.includes(`${stem(key)}_other`));
  expect(halves).toEqual([]);
});

test("every text a screen asks for is there", async () => {
  const missing: string[] = [];
  const asked = askedKeys();
  for (const slice of slices) {
    const stems = Object.keys(await textsOf(slice, "nl")).map(stem);
    for (const key of asked.get(slice) ?? []) {
      const there = key.endsWith("*") ? stems.some((each) => each.startsWith(key.slice(0, -1))) : stems.includes(key);
      if (!there) missing.push(`${slice}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});

test("no text is left that nobody asks for", async () => {
  const everything = [...contents.values()].join("\n");
  const unused: string[] = [];
  for (const slice of slices) {
    for (const key of new Set(Object.keys(await textsOf(slice, "nl")).map(stem))) {
      const parts = key.split(".");
      const templated = parts.some((_, cut) =>
        new RegExp(
          `\`${parts
            .slice(0, cut)
            .map((part) => `${part}\\.`)
            .join("")}\\$\\{`,
        ).test(everything),
      );
      if (!everything.includes(`"${key}"`) && !templated) unused.push(`${slice}: ${key}`);
    }
  }
  expect(unused).toEqual([]);
});

test("Dutch texts speak to a person as u, never as je", async () => {
  for (const slice of slices) {
    for (const [key, text] of Object.entries(await textsOf(slice, "nl"))) {
      expect([key, /\b(je|jij|jouw|jullie)\b/i.test(text)]).toEqual([key, false]);
    }
  }
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { verifyExport } from "../../src/verifier/index.ts";
import { canonical } from "../support/make-export.ts";
import { kinds, sampleExport } from "../support/sample-exports.ts";

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
interface Mutation {
  what: string;
  mutated: Json;
}

const at = (path: readonly (string | number)[]) => path.join(".");
const other = (sign: string) => (sign === "A" ? "B" : sign === "a" ? "b" : sign === "0" ? "1" : "0");

/** A text with its sign at `place` changed into another of the same kind. */
const flip = (text: string, place: number): string =>
  text === "" ? "x" : `${text.slice(0, place)}${other(text[place] ?? "")}${text.slice(place + 1)}`;

/** A copy in which the value at the path is another. */
function put(root: Json, path: readonly (string | number)[], value: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? null;
  if (Array.isArray(root)) return root.map((each, index) => (index === name ? put(each, rest, value) : each));
  const object = { ...(root as { [name: string]: Json }) };
  if (rest.length === 0 && value === undefined) delete object[name];
  else object[name] = put(object[name] ?? null, rest, value);
  return object;
}

/** Every leaf another, every key away or one more, every entry of every list away, twice, changed places, or one more. */
function* mutations(root: Json, value: Json = root, path: readonly (string | number)[] = []): Generator<Mutation> {
  const make = (what: string, changed: Json | undefined): Mutation => ({
    what: `${what} ${at(path)}`,
    mutated: put(root, path, changed),
  });
  if (typeof value === "string") {
    for (const place of new Set([0, Math.max(0, value.length - 1)])) yield make(`flip ${place} of`, flip(value, place));
    yield make("null for", null);
    yield make("longer", `${value}A`);
    yield make("shorter", value === "" ? "y" : value.slice(0, -1));
  } else if (typeof value === "number") {
    for (const changed of [value + 1, value - 1, value + 0.5, String(value)]) yield make(`${changed} for`, changed);
  } else if (typeof value === "boolean") yield make("other", !value);
  else if (value === null) for (const changed of [0, "", [], {}, false]) yield make("something for", changed);
  else if (Array.isArray(value)) {
    const same = (a: number, b: number) => canonical(value[a]) === canonical(value[b]);
    for (const [index, entry] of value.entries()) {
      yield make(`drop ${index} of`, value.toSpliced(index, 1));
      yield make(`double ${index} of`, value.toSpliced(index, 0, entry));
      const next = (index + 1) % value.length;
      if (!same(index, next)) yield make(`swap ${index} of`, value.with(index, value[next] ?? null).with(next, entry));
      yield* mutations(root, entry, [...path, index]);
    }
    yield make("add null to", [...value, null]);
    if (value.length > 0) yield make("reverse", same(0, value.length - 1) ? [...value, value[0] ?? null] : value.toReversed());
    if (value.length > 0) yield make("empty", []);
    yield make("an object for", {});
  } else {
    for (const [name, inside] of Object.entries(value)) {
      yield { what: `drop key ${at([...path, name])}`, mutated: put(root, [...path, name], undefined) };
      yield* mutations(root, inside, [...path, name]);
    }
    yield make("one key more in", { ...value, more: 1 });
    yield make("null for", null);
  }
}

async function survivors(file: unknown): Promise<{ tried: number; unseen: string[] }> {
  const root = file as Json;
  const unseen: string[] = [];
  let tried = 0;
  for (const { what, mutated } of mutations(root)) {
    tried++;
    const { sound, fault } = await verifyExport(mutated);
    if (sound || fault === null || fault.place === undefined) unseen.push(what);
  }
  return { tried, unseen };
}

const kindOf = (name: string) => kinds.find(([each]) => each === name) ?? kinds[0];

test.each([
  ["equal shares", 2, 20],
  ["for and against", 1, 20],
  ["approval", 1, 5],
] as const)(
  "whatever single thing is changed in an export of %s at level %i, the verifier fails and names it",
  async (name, level, voters) => {
    const kind = kindOf(name);
    if (!kind) throw new Error("no kind");
    const { file } = sampleExport(kind, level, {}, voters);
    expect((await verifyExport(file)).sound).toBe(true);
    const { tried, unseen } = await survivors(file);
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(voters * 20);
  },
  240_000,
);

test("a slip moved to another batch, or two logs stitched together, is noticed", async () => {
  const kind = kindOf("single");
  if (!kind) throw new Error("no kind");
  const one = sampleExport(kind, 2).file;
  await fc.assert(
    fc.asyncProperty(fc.nat(one.log.length - 1), fc.nat(one.log.length - 1), async (from, to) => {
      const moved = structuredClone(one);
      const [leaf, slip] = [moved.log.splice(from, 1)[0] ?? "", moved.slips?.splice(from, 1)[0]];
      moved.log.splice(to, 0, leaf);
      if (slip) moved.slips?.splice(to, 0, slip);
      expect((await verifyExport(moved)).sound).toBe(from === to);
    }),
    { numRuns: 60 },
  );
});

test("any two entries of any two lists changed places are noticed", async () => {
  const kind = kindOf("equal shares");
  if (!kind) throw new Error("no kind");
  const { file } = sampleExport(kind, 1);
  const all = [...mutations(file as unknown as Json)];
  await fc.assert(
    fc.asyncProperty(fc.nat(all.length - 1), async (index) => {
      const first = all[index]?.mutated ?? null;
      const next = [...mutations(first)];
      const second = next[(index * 7919) % next.length]?.mutated ?? null;
      fc.pre(canonical(second) !== canonical(file));
      expect((await verifyExport(second)).sound).toBe(false);
    }),
    { numRuns: 40 },
  );
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ProposalSummary, ProposalsView } from "../../src/proposals/contract.ts";
import { encodeCursor } from "../../src/proposals/cursor.ts";
import { listProposals, withdrawProposal } from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aDraft, aPublishedProposal, aSubmittedProposal, refusal } from "./given.ts";
import { manyProposals } from "./many-proposals.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let author: Person;
let officer: Person;
let reader: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  author = await aPerson(database, { name: "Anna de Boer", kernen: ["arkel", "hoornaar"] });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
  reader = await aPerson(database, { kernen: ["hoornaar"] });
  await manyProposals(database, author.person, 130);
});
afterAll(() => database.close());

const list = (input: object, who: Actor = reader): Promise<ProposalsView> => database.perform(listProposals, who, input);

async function everyPage(input: object, who: Actor = reader): Promise<ProposalSummary[]> {
  const found: ProposalSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...input, ...(cursor ? { cursor } : {}) }, who);
    found.push(...page.proposals);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

describe("page by page", () => {
  test.each(["newest", "most-supported", "most-discussed"])(
    "%s gives everything once, in order, in every page size",
    async (sort) => {
      const all = await everyPage({ sort, limit: 100 });
      const value = (row: ProposalSummary) =>
        sort === "newest" ? Date.parse(row.publishedAt ?? "") : sort === "most-supported" ? row.supportCount : row.commentCount;
      for (const [place, row] of all.entries()) {
        const before = all[place - 1];
        if (before) expect(value(before)).toBeGreaterThanOrEqual(value(row));
      }
      for (const limit of [1, 7, 20]) {
        const paged = await everyPage({ sort, limit });
        expect(paged.map(({ proposal }) => proposal)).toEqual(all.map(({ proposal }) => proposal));
      }
      expect(new Set(all.map(({ proposal }) => proposal)).size).toBe(130);
    },
  );

  test("equal keys and times within one millisecond do not lose or repeat a row", async () => {
    const all = await everyPage({ kern: "arkel", limit: 3 });
    expect(all.length).toBe((await list({ kern: "arkel" })).total);
    expect(new Set(all.map(({ proposal }) => proposal)).size).toBe(all.length);
  });

  test("of one kern gives that kern alone", async () => {
    const all = await everyPage({ kern: "hoornaar" });
    expect(new Set(all.map(({ kern }) => kern))).toEqual(new Set(["hoornaar"]));
    expect(all[0]).toMatchObject({ kernName: "Hoornaar", authorName: "Anna de Boer", state: "published" });
  });

  test("nothing there is an empty page with total 0", async () => {
    expect(await list({ kern: "atlantis" })).toEqual({ proposals: [], next: null, total: 0, moreThan: false, alike: false });
  });

  test("each is a summary: no text beyond 200 characters, on one line", async () => {
    const proposal = await aPublishedProposal(database, author, officer, {
      body: `Eerste regel.\n\nTweede 🚲 ${"woord ".repeat(80)}`,
    });
    const row = (await list({ limit: 1 })).proposals[0];
    expect(row?.proposal).toBe(proposal);
    expect(row?.excerpt.startsWith("Eerste regel. Tweede 🚲 woord")).toBe(true);
    expect([...(row?.excerpt ?? "")].length).toBeLessThanOrEqual(200);
    await database.perform(withdrawProposal, author, { proposal });
  });
});

describe("cursors", () => {
  test.each([
    ["nonsense", "nonsense"],
    ["an empty one", ""],
    ["one for another order", encodeCursor({ sort: "most-supported", show: "published", key: 3, proposal: crypto.randomUUID() })],
    [
      "one that was cut off",
      encodeCursor({ sort: "newest", show: "published", key: 3, proposal: crypto.randomUUID() }).slice(0, -5),
    ],
  ])("%s is refused as invalid input", async (_, cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ path: "cursor" }] } });
  });

  test("a changed one only leads elsewhere in the same list", async () => {
    for (const key of [0, 1, Number.MAX_SAFE_INTEGER]) {
      const cursor = encodeCursor({ sort: "newest", show: "published", key, proposal: crypto.randomUUID() });
      expect((await list({ cursor })).proposals.every(({ state }) => state === "published")).toBe(true);
    }
    const cursor = encodeCursor({ sort: "most-supported", show: "published", key: 2 ** 31 - 1, proposal: crypto.randomUUID() });
    expect((await list({ sort: "most-supported", cursor })).proposals).toHaveLength(20);
  });
});

describe("who sees what", () => {
  test("a visitor sees no list", async () => {
    const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
    expect(await refusal(list({}, visitor))).toBe("not-signed-in");
  });

  test("what is not published stands in no list but the author's own", async () => {
    const writer = await aPerson(database);
    const draft = await aDraft(database, writer, { title: "Concept" });
    const submitted = await aSubmittedProposal(database, writer, { title: "Ingediend" });
    const published = await aPublishedProposal(database, writer, officer, { title: "Geplaatst" });
    const everywhere = (await everyPage({ limit: 100 })).map(({ proposal }) => proposal);
    expect(everywhere).toContain(published);
    expect(everywhere).not.toContain(draft);
    expect(everywhere).not.toContain(submitted);
    const own = await everyPage({ show: "mine", limit: 2 }, writer);
    expect(new Set(own.map(({ title, state }) => `${title} ${state}`))).toEqual(
      new Set(["Concept draft", "Ingediend submitted", "Geplaatst published"]),
    );
    expect((await list({ show: "mine", q: "concepten" }, writer)).proposals.map(({ title }) => title)).toEqual(["Concept"]);
    expect((await list({ show: "mine", q: "concepten" }, reader)).total).toBe(0);
    expect((await list({ show: "mine", sort: "most-supported", kern: "arkel" }, writer)).total).toBe(3);
    await database.perform(withdrawProposal, writer, { proposal: published });
  });

  test("another municipality sees none of it", async () => {
    const stranger = await aPerson(database, { kernen: ["almkerk"] }, "altena");
    expect((await list({}, stranger)).total).toBe(0);
    expect((await list({ q: "steiger" }, stranger)).total).toBe(0);
  });
});

test("counting stops at 1,000, of a list and of a search", async () => {
  await using large = await testDatabase();
  await aMunicipality(large);
  const writer = await aPerson(large);
  await manyProposals(large, writer.person, 1100);
  for (const input of [{}, { q: "proef" }, { q: "proef", sort: "most-supported" }]) {
    const page = await large.perform(listProposals, writer, input);
    expect(page).toMatchObject({ total: 1000, moreThan: true });
    expect(page.proposals).toHaveLength(20);
    const second = await large.perform(listProposals, writer, { ...input, cursor: page.next });
    expect(second.proposals.map(({ proposal }) => proposal)).not.toContain(page.proposals.at(-1)?.proposal);
  }
});

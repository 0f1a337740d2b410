import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sql } from "kysely";
import { listProposals, similarProposals, withdrawProposal } from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aPublishedProposal, aSubmittedProposal } from "./given.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let author: Person;
let officer: Person;
const titles = {
  steiger: "Zwemsteiger terug aan de Linge",
  bankjes: "Bankjes op de dijk, om de vierhonderd meter",
  fiets: "Vrij fietspad naar Babyloniënbroek",
  molens: "De molens 's avonds verlicht",
  bruggetje: "Het bruggetje over de Giessen is te smal",
  cafe: "Dorpscafé in het oude gemeentehuis",
  eik: "Eik",
  fietsfeest: "🚲🎉 fietsfeest",
};

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  author = await aPerson(database, { kernen: ["arkel", "hoornaar"] });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
  for (const [key, title] of Object.entries(titles)) {
    const kern = key === "fiets" ? "hoornaar" : "arkel";
    await aPublishedProposal(database, author, officer, { kern, title, body: `Dit vragen wij aan de gemeente, ${key}.` });
  }
  await aSubmittedProposal(database, author, { title: "Wachtende bankjes bij de kerk" });
});
afterAll(() => database.close());

const find = async (q: string, input: object = {}) =>
  (await database.perform(listProposals, author, { q, ...input })).proposals.map(({ title }) => title);

describe("searching", () => {
  test.each([
    ["a plural by its singular", "molen", titles.molens],
    ["a singular by its plural", "fietspaden", titles.fiets],
    ["a diminutive by the word", "brug", titles.bruggetje],
    ["a word by its diminutive", "zwemsteigertjes", titles.steiger],
    ["a plural diminutive by the word", "bank", titles.bankjes],
    ["without the accent that is there", "Babylonienbroek", titles.fiets],
    ["with the accent, in capitals", "BABYLONIËNBROEK", titles.fiets],
    ["with the accent as macOS sends it", "Babylonie\u0308nbroek", titles.fiets],
    ["with an accent that is not there", "dorpscafé", titles.cafe],
    ["all words, in any order, stop words aside", "de Linge zwemsteiger", titles.steiger],
    ["a word of the text", "steiger", titles.steiger],
    ["a phrase", '"oude gemeentehuis"', titles.cafe],
    ["one or another", "zwemsteiger or zwembad", titles.steiger],
    ["while it is being typed", "zwemst", titles.steiger],
    ["with a typing error", "zwemstijger", titles.steiger],
    ["with two letters swapped", "bruggejte", titles.bruggetje],
    ["three letters", "eik", titles.eik],
    ["an emoji", "🚲🎉", titles.fietsfeest],
  ])("finds %s: %s", async (_, q, title) => {
    expect(await find(q)).toEqual([title]);
  });

  test("leaves out what is not wanted", async () => {
    expect(await find("gemeente -zwemsteiger")).not.toContain(titles.steiger);
    expect(await find("gemeente")).toHaveLength(Object.keys(titles).length);
  });

  test("stays within the kern and the municipality", async () => {
    expect(await find("Babyloniënbroek", { kern: "arkel" })).toEqual([]);
    expect(await find("Babyloniënbroek", { kern: "hoornaar" })).toEqual([titles.fiets]);
  });

  test("finds what is published only, and forgets what is withdrawn", async () => {
    expect(await find("wachtende")).toEqual([]);
    const proposal = await aPublishedProposal(database, author, officer, { title: "Kikkerpoel" });
    expect(await find("kikkerpoel")).toEqual(["Kikkerpoel"]);
    await database.perform(withdrawProposal, author, { proposal });
    expect(await find("kikkerpoel")).toEqual([]);
  });

  test("says when no text held the words and titles only look alike", async () => {
    expect(await database.perform(listProposals, author, { q: "zwemstijger" })).toMatchObject({ alike: true, total: 1 });
    expect(await database.perform(listProposals, author, { q: "zwemsteiger" })).toMatchObject({ alike: false, total: 1 });
  });

  test("with blanks only is no search", async () => {
    expect(await find("   ")).toHaveLength(Object.keys(titles).length);
  });

  test.each([
    ["'; drop table proposal; --"],
    ["' or 1=1 --"],
    ["%"],
    ["\\"],
    ["'"],
    ["a & b | !c <-> (d:*)"],
    ["\u0000"],
    ["-"],
    ['"'],
    ["\ud800"],
    ["$1 $$ {}"],
    [")'::tsquery"],
  ])("takes %p as plain words", async (q) => {
    expect(Array.isArray(await find(q))).toBe(true);
  });

  test("never fails on what people type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (q) => {
        expect(Array.isArray(await find(q))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe("words", () => {
  const stemsOf = (words: string) =>
    database.connections.inMunicipality("molenlanden", async (tx) => {
      const { rows } = await sql<{ stems: string[] }>`select tsvector_to_array(kernplein_words(${words})) as stems`.execute(tx);
      return rows[0]?.stems ?? [];
    });

  test.each([
    "bank bankje bankjes banken",
    "boom boompje boompjes bomen",
    "fiets fietsen fietsje",
    "fietspad fietspaden",
    "huis huizen huisje huisjes",
    "woning woningen",
    "speeltuin speeltuinen speeltuintje speeltuintjes",
    "brug bruggen bruggetje bruggetjes",
    "molen molens molentje",
    "weg wegen weggetje",
    "café cafe cafés",
    "auto auto's",
    "straat straten straatje",
    "groot grote",
    "brief brieven",
    "bus bussen",
    "bushalte bushaltes",
    "lantaarnpaal lantaarnpalen",
    "jongere jongeren",
    "les lessen",
    "raam ramen raampje",
    "Babyloniënbroek BABYLONIENBROEK",
  ])("%s are one word", async (family) => {
    expect(await stemsOf(family)).toHaveLength(1);
  });

  test.each(["dijk dak", "molen mulle", "steiger stad", "kerk kern", "pad paard"])("%s are two", async (pair) => {
    expect(await stemsOf(pair)).toHaveLength(2);
  });

  test("any text at all can be published and so be found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), async (given) => {
        expect(Array.isArray(await stemsOf(given.replaceAll("\u0000", "")))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["a'b c''d http://x.nl/a's?b='c' e\\f \\' jan''s@x.nl paarden''s", "'".repeat(50), "\\".repeat(51)])(
    "quotes and backslashes do no harm: %s",
    async (given) => {
      expect(Array.isArray(await stemsOf(given))).toBe(true);
      expect(Array.isArray(await find(given))).toBe(true);
      const similar = await database.perform(similarProposals, author, { kern: "arkel", text: `xyz ${given}` });
      expect(similar).toEqual({ similar: [] });
    },
  );
});

describe("similar proposals", () => {
  const similar = async (text: string, kern = "arkel") =>
    (await database.perform(similarProposals, author, { kern, text })).similar.map(({ title }) => title);

  test.each([
    ["the same words", "Zwemsteiger aan de Linge", titles.steiger],
    ["a word of the title", "Een nieuwe zwemsteiger graag", titles.steiger],
    ["another form of the words", "bank langs de dijken", titles.bankjes],
    ["a title being typed", "bruggetj", titles.bruggetje],
    ["no accents", "fietspaden babylonienbroek", titles.fiets],
  ])("are found by %s: %s", async (_, text, title) => {
    expect(await similar(text)).toContain(title);
  });

  test("of the same kern come first; those of other kernen follow, at most five in all", async () => {
    for (const number of [1, 2, 3, 4]) {
      await aPublishedProposal(database, author, officer, { kern: "hoornaar", title: `Speelbos met touwbrug nummer ${number}` });
    }
    await aPublishedProposal(database, author, officer, { title: "Touwbrug in een speelbos" });
    await aPublishedProposal(database, author, officer, { title: "Speelbos" });
    const found = (await database.perform(similarProposals, author, { kern: "arkel", text: "Speelbos met touwbrug" })).similar;
    expect(found).toHaveLength(5);
    expect(found.map(({ kern }) => kern)).toEqual(["arkel", "arkel", "hoornaar", "hoornaar", "hoornaar"]);
    expect(found[0]).toMatchObject({ title: "Touwbrug in een speelbos", kernName: "Arkel", supportCount: 0 });
  });

  test("are none when nothing is alike, and never one that is not published", async () => {
    expect(await similar("Glasvezel voor het buitengebied")).toEqual([]);
    expect(await similar("Wachtende bankjes bij de kerk")).not.toContain("Wachtende bankjes bij de kerk");
  });

  test("take any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 3, maxLength: 200 }), async (text) => {
        fc.pre(text.normalize("NFC").trim().length >= 20);
        expect(Array.isArray(await similar(`steiger ${text}`))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

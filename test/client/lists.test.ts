import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { byMunicipality, findKernen } from "../../src/client/kernen/find-kernen.ts";
import { fitTitle } from "../../src/client/kit/fit-title.ts";
import { mergePages } from "../../src/client/kit/merge-pages.ts";
import { idOf, inOrder, openPlace, placeAfter } from "../../src/client/moderation/desk-order.ts";
import { byStance } from "../../src/client/proposals/by-stance.ts";
import { threeThings } from "../../src/client/summaries/three-things.ts";
import type { DeskItem } from "../../src/moderation/contract.ts";
import type { CommentView } from "../../src/proposals/contract.ts";
import type { KernFigures } from "../../src/summaries/contract.ts";

test("a row that slid from one page onto the next is shown once, where it first was", () => {
  const pages = [
    ["a", "b", "c"],
    ["c", "d"],
  ];
  expect(mergePages(pages, (row) => row)).toEqual(["a", "b", "c", "d"]);
});

test("merging loses no row and doubles none", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 30 }))), (pages) => {
      const merged = mergePages(pages, String);
      expect(new Set(merged)).toEqual(new Set(pages.flat()));
      expect(merged.length).toBe(new Set(merged).size);
    }),
  );
});

test("a title that fits stays as it is; a longer one ends at a word with an ellipsis", () => {
  expect(fitTitle("Bankje", 60)).toBe("Bankje");
  expect(fitTitle("Steiger terug aan de Merwede, met een trap", 30)).toBe("Steiger terug aan de Merwede…");
  expect(fitTitle("Hottentottententententoonstelling", 12)).toBe("Hottentotte…");
});

test("no fitted title is longer than its room", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 5, max: 80 }), (title, room) => {
      expect(fitTitle(title, room).length).toBeLessThanOrEqual(room);
    }),
  );
});

const kernen = [
  { name: "Giessenburg", postcodes: ["3381"], municipality: "molenlanden", municipalityName: "Molenlanden" },
  { name: "Giessen-Oudekerk", postcodes: ["3381"], municipality: "molenlanden", municipalityName: "Molenlanden" },
  { name: "Oud-Alblas", postcodes: ["2969"], municipality: "molenlanden", municipalityName: "Molenlanden" },
  { name: "Babyloniënbroek", postcodes: ["4269"], municipality: "altena", municipalityName: "Altena" },
  { name: "Giessen", postcodes: ["4283"], municipality: "altena", municipalityName: "Altena" },
];
const found = (typed: string) => findKernen(kernen, typed).map((kern) => kern.name);

test("a kern is found by part of its name, with or without accents, hyphens and capitals", () => {
  expect(found("oudekerk")).toEqual(["Giessen-Oudekerk"]);
  expect(found("giessen oude")).toEqual(["Giessen-Oudekerk"]);
  expect(found("BABYLONIEN")).toEqual(["Babyloniënbroek"]);
  expect(found("oud")).toEqual(["Oud-Alblas", "Giessen-Oudekerk"]);
  expect(found("  ")).toHaveLength(5);
  expect(found("Rotterdam")).toEqual([]);
});

test("a postcode suggests every kern that shares it, however it is spaced", () => {
  expect(found("3381 AB")).toEqual(["Giessenburg", "Giessen-Oudekerk"]);
  expect(found("42")).toEqual(["Babyloniënbroek", "Giessen"]);
});

test("kernen stand under their own municipality", () => {
  expect(byMunicipality(kernen).map((group) => [group.name, group.kernen.length])).toEqual([
    ["Molenlanden", 3],
    ["Altena", 2],
  ]);
});

const task = (proposal: string, dueAt: string, late = false): DeskItem => ({
  kind: "proposal",
  proposal,
  title: proposal,
  authorName: "",
  kern: "arkel",
  kernName: "Arkel",
  waitingSince: dueAt,
  dueAt,
  late,
});

test("on the desk late tasks come first, then what is due soonest", () => {
  const tasks = [task("c", "2026-11-25"), task("a", "2026-11-20", true), task("b", "2026-11-24"), task("z", "2026-11-18", true)];
  expect(inOrder(tasks).map(idOf)).toEqual(["z", "a", "b", "c"]);
});

test("after a decision the next task comes up in its place; at the end the one before", () => {
  const tasks = [task("a", "1"), task("b", "2"), task("c", "3")];
  expect(openPlace(tasks, undefined, 0)).toBe(0);
  expect(openPlace(tasks, "c", 0)).toBe(2);
  expect(openPlace(tasks, "gone", 1)).toBe(1);
  expect(openPlace(tasks, "gone", 5)).toBe(2);
  expect(openPlace([], undefined, 0)).toBe(-1);
});

test("J and K walk and stay at the ends", () => {
  expect([placeAfter(0, "k", 3), placeAfter(0, "j", 3), placeAfter(2, "j", 3)]).toEqual([0, 1, 2]);
});

test("comments stand on their side, the most agreed with first", () => {
  const comment = (id: string, stance: CommentView["stance"], agreeCount: number, at: string): CommentView => ({
    comment: id,
    stance,
    body: "",
    authorName: "",
    at,
    agreeCount,
    agreed: false,
    mine: false,
  });
  const sorted = byStance([
    comment("a", "for", 1, "2"),
    comment("b", "for", 4, "3"),
    comment("c", "for", 1, "1"),
    comment("d", "question", 0, "1"),
  ]);
  expect(sorted.for.map((each) => each.comment)).toEqual(["b", "c", "a"]);
  expect(sorted.against).toEqual([]);
  expect(sorted.question).toHaveLength(1);
});

const figures = (kern: string, part: Partial<KernFigures> = {}): KernFigures => ({
  kern,
  kernName: kern,
  members: 20,
  proposals: { published: 0, waiting: 0, returned: 0, refused: 0 },
  mostSupported: null,
  polls: { planned: 0, open: 0, closed: 0 },
  lastPoll: null,
  waiting: { count: 0, oldestDays: null },
  ...part,
});

test("three things for the council: the longest wait, the most support, the best attended vote", () => {
  const poll = { poll: "p", question: "?", outcome: "Voor.", rollSize: 60 };
  const things = threeThings([
    figures("a", { waiting: { count: 2, oldestDays: 4 }, lastPoll: { ...poll, voters: 12 } }),
    figures("b", { waiting: { count: 1, oldestDays: 9 }, mostSupported: { proposal: "x", title: "X", support: 30 } }),
    figures("c", { mostSupported: { proposal: "y", title: "Y", support: null }, lastPoll: { ...poll, voters: 40 } }),
  ]);
  expect(things.map((thing) => [thing.thing, thing.kern])).toEqual([
    ["waiting", "b"],
    ["supported", "b"],
    ["voted", "c"],
  ]);
});

test("where nothing waits, nothing is supported by ten and nobody voted, nothing is said", () => {
  expect(threeThings([figures("a", { mostSupported: { proposal: "x", title: "X", support: null } })])).toEqual([]);
});

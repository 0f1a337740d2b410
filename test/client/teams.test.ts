import { expect, test } from "@jest/globals";
import { headlineOf, isStale, remaining, rowsOf } from "../../src/client/provisioning/teams-state.ts";
import type { Found, RunView, TeamsView } from "../../src/provisioning/contract.ts";

const run: RunView = {
  run: "1",
  kind: "look",
  state: "done",
  askedBy: "Lotte",
  byCommand: false,
  askedAt: "2026-11-22T12:00:00Z",
  endedAt: "2026-11-22T12:00:10Z",
  kernen: null,
  part: null,
  progress: null,
  failures: [],
  failure: null,
};
const foundOf = (...states: Found["kernen"][number]["state"][]): Found => ({
  kernen: states.map((state, place) => ({ kern: `kern-${place}`, name: `Kern ${place}`, state })),
  steps: [],
  problems: [],
});
const lookOf = (found: Found | null): Pick<TeamsView, "look"> => ({ look: { run, found, checks: [] } });
const progress = { kern: "", step: { nl: "", en: "" }, done: 1, total: 9, remainingMs: null, waitingFor: null };

test("the headline says what matters most: an apply, then a failure, then what differs, then what is unfinished", () => {
  const applying = { ...run, kind: "apply" as const, endedAt: null, progress: { ...progress, kernenDone: 7, kernenTotal: 20 } };
  expect(headlineOf(lookOf(foundOf("differs")), applying)).toEqual({ is: "applying", done: 7, total: 20 });
  expect(headlineOf(lookOf(foundOf("differs")), { ...applying, progress: null })).toEqual({ is: "waiting" });
  expect(headlineOf({ look: null }, null)).toEqual({ is: "never" });
  expect(headlineOf({ look: null }, run)).toEqual({ is: "looking" });
  expect(headlineOf(lookOf(null), null)).toEqual({ is: "failed" });
  expect(headlineOf(lookOf(foundOf("differs", "unfinished", "differs")), null)).toEqual({ is: "differs", count: 2 });
  expect(headlineOf(lookOf(foundOf("as-wanted", "unfinished")), null)).toEqual({ is: "unfinished", count: 1 });
  expect(headlineOf(lookOf(foundOf("as-wanted")), null)).toEqual({ is: "fine" });
  const asked = {
    ...foundOf("as-wanted"),
    problems: [{ kern: null, code: "app-not-in-catalogue" as const, text: progress.step }],
  };
  expect(headlineOf(lookOf(asked), null)).toEqual({ is: "people" });
});

test("what differs stands first, then what is unfinished; the rest apart", () => {
  const { open, fine } = rowsOf(foundOf("as-wanted", "unfinished", "differs"));
  expect([open.map(({ kern }) => kern), fine.map(({ kern }) => kern)]).toEqual([["kern-2", "kern-1"], ["kern-0"]]);
});

test("the time that is left is rounded up", () => {
  expect([0, 10_000, 10_001, 90_000, 3_600_000, 7_200_001].map(remaining)).toEqual([
    { unit: "seconds", count: 10 },
    { unit: "seconds", count: 10 },
    { unit: "seconds", count: 20 },
    { unit: "minutes", count: 2 },
    { unit: "minutes", count: 60 },
    { unit: "hours", count: 3 },
  ]);
});

test("an old look is renewed by itself, unless something is under way", () => {
  const view: TeamsView = {
    ...lookOf(foundOf()),
    municipalityName: "",
    underWay: null,
    history: [],
    accepted: [],
    limits: null,
    serverTime: "",
  };
  const at = Date.parse("2026-11-22T12:00:10Z");
  expect([isStale(view, at + 60_000), isStale(view, at + 11 * 60_000)]).toEqual([false, true]);
  expect(isStale({ ...view, underWay: run }, at + 11 * 60_000)).toBe(false);
  expect(isStale({ ...view, look: null }, at)).toBe(true);
});

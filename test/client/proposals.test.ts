import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { Problem } from "../../src/client/problem.ts";
import { type Draft, emptyFields, isUnsaved, nextDraft, shouldSave } from "../../src/client/proposals/draft.ts";
import { storyOf } from "../../src/client/proposals/story.ts";
import type { ProposalEventView } from "../../src/proposals/contract.ts";
import { paths, readBegunText } from "../../src/shared/links.ts";
import type { PollSummary } from "../../src/voting/contract.ts";

const untouched: Draft = { fields: emptyFields, version: null, status: { is: "saved", at: null } };
const silence = new Problem({ status: 0, code: "unreachable", sentence: "" });
const conflict = new Problem({ status: 409, code: "changed-meanwhile", sentence: "" });
const write = (draft: Draft, title: string) => nextDraft(draft, { event: "written", fields: { title } });

test("an untouched page makes no draft, one with only spaces neither", () => {
  expect(shouldSave(untouched)).toBe(false);
  expect(isUnsaved(untouched)).toBe(false);
  expect(shouldSave(write(untouched, "   "))).toBe(false);
  expect(shouldSave(write(untouched, "Bankje"))).toBe(true);
});

test("what is typed while a save is under way is saved next", () => {
  const typed = write(untouched, "Bankje");
  const saving = nextDraft(typed, { event: "saving" });
  const typedOn = write(saving, "Bankje op de dijk");
  expect(shouldSave(typedOn)).toBe(false);
  const saved = nextDraft(typedOn, { event: "saved", fields: typed.fields, version: 1, at: 1000 });
  expect(saved).toMatchObject({ version: 1, status: { is: "changed" } });
  expect(shouldSave(saved)).toBe(true);
});

test("a save of what is on the screen is at rest, with its time", () => {
  const typed = write(untouched, "Bankje");
  const saved = nextDraft(nextDraft(typed, { event: "saving" }), { event: "saved", fields: typed.fields, version: 3, at: 1000 });
  expect(saved.status).toEqual({ is: "saved", at: 1000 });
  expect(isUnsaved(saved)).toBe(false);
});

test("without a connection the text waits; a refusal is told and not repeated", () => {
  const saving = nextDraft(write(untouched, "Bankje"), { event: "saving" });
  const waiting = nextDraft(saving, { event: "failed", problem: silence });
  expect(waiting.status.is).toBe("waiting");
  expect(shouldSave(waiting)).toBe(true);
  const refused = nextDraft(saving, { event: "failed", problem: conflict });
  expect(refused.status).toEqual({ is: "refused", problem: conflict });
  expect(shouldSave(refused)).toBe(false);
  expect(isUnsaved(refused)).toBe(true);
});

test("emptying a saved draft is a change like any other", () => {
  const saved: Draft = { fields: { ...emptyFields, title: "Bankje" }, version: 2, status: { is: "saved", at: 1 } };
  expect(shouldSave(write(saved, ""))).toBe(true);
});

const happened = (event: ProposalEventView["event"]): ProposalEventView => ({ event, at: `${event}-time`, reason: null });
const told = (state: Parameters<typeof storyOf>[0]["state"], ...events: ProposalEventView["event"][]) => ({
  state,
  history: events.map(happened),
  publishedAt: events.includes("published") ? "published-time" : null,
  treatment: "none" as const,
  supportCount: 3,
  handling: null,
  answer: null,
  finish: null,
});
const roadOf = (...given: Parameters<typeof storyOf>) => storyOf(...given).map(({ step, progress }) => `${step}:${progress}`);

test("the story line says what happened, where the proposal waits and what will come", () => {
  expect(roadOf(told("draft"))).toEqual(["written:now", "submitted:coming", "published:coming", "answered:coming"]);
  expect(roadOf(told("submitted", "submitted"))).toEqual([
    "submitted:done",
    "reading:now",
    "published:coming",
    "answered:coming",
  ]);
  expect(roadOf(told("returned", "submitted", "returned"))).toEqual([
    "submitted:done",
    "returned:now",
    "published:coming",
    "answered:coming",
  ]);
  expect(roadOf(told("refused", "submitted", "refused"))).toEqual(["submitted:done", "refused:stopped"]);
  expect(roadOf(told("withdrawn", "submitted", "published", "withdrawn"))).toEqual(["published:done", "withdrawn:stopped"]);
});

test("after publishing the road goes by support, treatment and answer to what came of it; a no is its end", () => {
  const published = told("published", "published");
  const handling = { at: "taken-time", answerDue: "2027-01-15" };
  const answer = { outcome: "yes" as const, at: "answered-time" };
  expect(roadOf(published)).toEqual(["published:done", "supported:now", "treated:coming", "answered:coming", "done:coming"]);
  const taken = { ...published, treatment: "in-treatment" as const, handling };
  expect(roadOf(taken)).toEqual(["published:done", "supported:done", "treated:now", "answered:coming", "done:coming"]);
  expect(storyOf(taken)[3]).toEqual({ step: "answered", progress: "coming", at: "2027-01-15" });
  expect(roadOf({ ...taken, treatment: "answered", answer })).toEqual([
    "published:done",
    "supported:done",
    "treated:done",
    "answered:done",
    "done:coming",
  ]);
  expect(roadOf({ ...taken, treatment: "done", answer, finish: { at: "finished-time" } }).at(-1)).toBe("done:done");
  const no = { ...published, treatment: "answered" as const, answer: { ...answer, outcome: "no" as const } };
  expect(roadOf(no)).toEqual(["published:done", "supported:done", "answered:done"]);
  expect(roadOf({ ...no, supportCount: 0 })).toEqual(["published:done", "answered:done"]);
});

test("a running poll is where the proposal is now; an older closed one gives way to it", () => {
  const poll = (state: PollSummary["state"]) => ({ state, opensAt: "opens", closesAt: "closes" }) as PollSummary;
  const published = told("published", "published");
  expect(storyOf(published, [poll("closed"), poll("open")])[2]).toEqual({ step: "poll", progress: "now", at: "closes" });
  expect(storyOf(published, [poll("planned")])[2]).toEqual({ step: "poll", progress: "coming", at: "opens" });
  expect(storyOf(published, [poll("closed")])[2]).toEqual({ step: "poll", progress: "done", at: "closes" });
});

test("what was begun in a chat comes out of the address as it went in, and only from the fragment", () => {
  const some = (maxLength: number) => fc.string({ unit: "grapheme", maxLength }).map((text) => text.toWellFormed());
  fc.assert(
    fc.property(some(40), some(400), (title, body) => {
      const url = new URL(paths.newProposal("molenlanden", "arkel", { title, body }), "https://kernplein.example");
      expect([url.pathname, url.search]).toEqual(["/molenlanden/arkel/voorstellen/nieuw", ""]);
      const empty = title.trim() === "" && body.trim() === "";
      expect(readBegunText(url.hash)).toEqual(empty ? null : { title, body });
    }),
  );
  expect(readBegunText("")).toBeNull();
  expect(readBegunText(`#titel=${"a".repeat(500)}`)?.title).toHaveLength(140);
});

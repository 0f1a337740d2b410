import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { deskItems } from "../../src/moderation/index.ts";
import {
  answeredIn,
  answerProposal,
  commentOnProposal,
  finishProposal,
  listProposals,
  owedAnswers,
  publishedIn,
  supportProposal,
  takeIntoTreatment,
  viewProposal,
  withdrawProposal,
  withdrawSupport,
} from "../../src/proposals/index.ts";
import type { Actor, Fact, Tx } from "../../src/shared/work.ts";
import { viewKernReading } from "../../src/summaries/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aPublishedProposal, aSubmittedProposal, refusal } from "./given.ts";

type Person = Actor & { person: string };

const told: Fact[] = [];
let database: TestDatabase;
let author: Person;
let neighbours: Person[];
let officer: Person;
let officerElsewhere: Person;
let councillor: Person;
let proposal: string;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  await aMunicipality(database);
  author = await aPerson(database, { name: "Anna de Boer" });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  officerElsewhere = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
  councillor = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
  neighbours = [];
  for (let number = 0; number < 11; number++) neighbours.push(await aPerson(database));
});
afterAll(() => database.close());
beforeEach(async () => {
  database.clock.now = new Date("2026-11-22T12:00:00Z");
  proposal = await aPublishedProposal(database, author, officer);
  told.length = 0;
});

const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);
const view = (reader: Actor) => database.perform(viewProposal, reader, { proposal });
const take = (handledBy = "De wijkbeheerder komt kijken.", answerDue: string | null = "2026-12-24", by: Actor = officer) =>
  database.perform(takeIntoTreatment, by, { proposal, handledBy, answerDue });
const reasons = "De steiger komt terug, zonder duikplank.";
const answer = (outcome: "yes" | "partly" | "no" = "partly", by: Actor = officer, text = reasons) =>
  database.perform(answerProposal, by, { proposal, outcome, text, signedBy: "Team Buitenruimte" });
const finish = (by: Actor = officer) => database.perform(finishProposal, by, { proposal, text: "Hij ligt er sinds mei." });
const support = (count: number) =>
  Promise.all(neighbours.slice(0, count).map((person) => database.perform(supportProposal, person, { proposal })));

describe("the road of a published proposal", () => {
  test("goes by who looks at it and the answer to what came of it, for everybody to read", async () => {
    await take();
    expect(await view(author)).toMatchObject({
      treatment: "in-treatment",
      handling: { handledBy: "De wijkbeheerder komt kijken.", at: "2026-11-22T12:00:00.000Z", answerDue: "2026-12-24" },
      answer: null,
    });
    database.clock.now = new Date("2026-12-01T12:00:00Z");
    await answer();
    database.clock.now = new Date("2027-05-01T12:00:00Z");
    const done = await finish();
    expect(done.can).toMatchObject({
      take: false,
      answer: false,
      finish: false,
      withdraw: false,
      support: false,
      openPoll: true,
    });
    expect(await view(councillor)).toMatchObject({
      state: "published",
      treatment: "done",
      outcome: "partly",
      answer: { outcome: "partly", text: reasons, signedBy: "Team Buitenruimte", at: "2026-12-01T12:00:00.000Z" },
      finish: { text: "Hij ligt er sinds mei.", at: "2027-05-01T12:00:00.000Z" },
      history: [
        { event: "published", reason: null },
        { event: "taken", reason: "De wijkbeheerder komt kijken.", answerDue: "2026-12-24" },
        { event: "answered", reason: null },
        { event: "finished", reason: "Hij ligt er sinds mei." },
      ],
    });
    expect(told.map(({ fact }) => fact)).toEqual(["proposal-taken", "proposal-answered", "proposal-finished"]);
  });

  test("may go to the answer at once, and ends there when it is no", async () => {
    expect((await answer("no")).can).toMatchObject({ take: false, answer: false, finish: false });
    expect(await refusal(finish())).toBe("already-decided");
    expect((await view(author)).handling).toBeNull();
  });

  test("shows every promise that was changed", async () => {
    await take();
    await take("De aannemer maakt een prijs.", "2027-02-01");
    const { handling, history } = await view(author);
    expect(handling).toMatchObject({ handledBy: "De aannemer maakt een prijs.", answerDue: "2027-02-01" });
    expect(history.flatMap(({ answerDue }) => answerDue ?? [])).toEqual(["2026-12-24", "2027-02-01"]);
  });

  test("is walked once: the same said again, at once or later, changes nothing and tells nobody", async () => {
    await Promise.all([take(), take(), take()]);
    await Promise.all([answer(), answer(), answer()]);
    await take().catch(() => undefined);
    await Promise.all([finish(), finish()]);
    await answer();
    expect(told.map(({ fact }) => fact)).toEqual(["proposal-taken", "proposal-answered", "proposal-finished"]);
    expect((await view(author)).history).toHaveLength(6);
  });

  test("gives one answer to two officers who answer differently at once", async () => {
    const second = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
    const outcomes = await Promise.all([refusal(answer("yes")), refusal(answer("no", second))]);
    expect(outcomes.filter((one) => one === "already-decided")).toHaveLength(1);
    expect(told.map(({ fact }) => fact)).toEqual(["proposal-answered"]);
  });
});

describe("refused is", () => {
  test.each([
    ["the author", () => author, "not-allowed"],
    ["a neighbour", () => neighbours[0] as Person, "not-allowed"],
    ["the officer of another kern", () => officerElsewhere, "not-allowed"],
    ["a councillor", () => councillor, "not-allowed"],
    ["a visitor", () => ({ ...author, person: null, roles: [] }), "not-signed-in"],
  ])("%s", async (_, who, code) => {
    expect(await refusal(take(undefined, undefined, who()))).toBe(code);
    expect(await refusal(answer("yes", who()))).toBe(code);
    await answer();
    expect(await refusal(finish(who()))).toBe(code);
  });

  test.each([
    ["a day that has passed", () => take(undefined, "2026-11-21")],
    ["a day that is none", () => take(undefined, "2026-02-30")],
    ["nobody who looks at it", () => take("  ")],
    ["an answer without reasons", () => answer("yes", officer, "Ja.")],
  ])("%s", async (_, deed) => {
    expect(await refusal(deed())).toBe("invalid-input");
    expect((await view(author)).treatment).toBe("none");
  });

  test("what is not on the square, and what was answered", async () => {
    const submitted = await aSubmittedProposal(database, author);
    const early = { proposal: submitted, outcome: "yes", text: reasons, signedBy: "Team Buitenruimte" } as const;
    expect(await refusal(database.perform(answerProposal, officer, early))).toBe("not-published");
    await answer();
    expect(await refusal(take())).toBe("already-decided");
    expect(await refusal(answer("no"))).toBe("already-decided");
  });
});

describe("support and talk", () => {
  test("go on in treatment; the answer ends the support, not the talk", async () => {
    await take();
    await support(2);
    await answer();
    const [first, , third] = neighbours as [Person, Person, Person];
    expect(await refusal(database.perform(supportProposal, third, { proposal }))).toBe("proposal-answered");
    expect(await refusal(database.perform(withdrawSupport, first, { proposal }))).toBe("proposal-answered");
    await database.perform(commentOnProposal, third, { proposal, stance: "question", body: "Wanneer begint u?" });
    expect(await refusal(database.perform(withdrawProposal, author, { proposal }))).toBe("proposal-answered");
    expect(await view(first)).toMatchObject({ supportCount: 2, commentCount: 1, supported: true });
  });

  test("of the tenth supporter on an answer is owed, which is told once", async () => {
    await support(9);
    expect(told.some(({ fact }) => fact === "proposal-answer-owed")).toBe(false);
    await support(11);
    expect(told.filter(({ fact }) => fact === "proposal-answer-owed")).toHaveLength(1);
  });
});

describe("what waits for an answer", () => {
  const waits = async (now: string) => {
    const items = await inMolenlanden((tx) => deskItems(tx, ["arkel"], new Date(now)));
    return items.filter((item) => item.kind === "answer" && item.proposal === proposal);
  };
  const owed = async (now: string) => {
    const found = await inMolenlanden((tx) => owedAnswers(tx, new Date(now), ["arkel"]));
    return found.some((one) => one.proposal === proposal);
  };

  test("lies on the desk once ten people back it, for ten working days from the tenth", async () => {
    await support(9);
    expect(await waits("2026-11-23T12:00:00Z")).toEqual([]);
    database.clock.now = new Date("2026-11-23T09:00:00Z");
    await support(10);
    expect(await waits("2026-11-24T12:00:00Z")).toEqual([
      expect.objectContaining({
        supportCount: 10,
        promised: null,
        waitingSince: "2026-11-23T09:00:00.000Z",
        dueAt: "2026-12-07T16:00:00.000Z",
        late: false,
      }),
    ]);
    expect((await waits("2026-12-08T12:00:00Z"))[0]?.late).toBe(true);
  });

  test("with a promised day it lies there only when that day has passed, however few back it; the council reads the rest too", async () => {
    await take();
    expect(await waits("2026-12-24T12:00:00Z")).toEqual([]);
    expect(await owed("2026-12-24T12:00:00Z")).toBe(false);
    expect(await waits("2026-12-25T12:00:00Z")).toMatchObject([{ promised: "2026-12-24", late: true }]);
    expect(await owed("2026-12-25T12:00:00Z")).toBe(true);
    await support(10);
    expect(await waits("2026-12-24T12:00:00Z")).toEqual([]);
    expect(await owed("2026-12-24T12:00:00Z")).toBe(true);
    const reading = await database.perform(viewKernReading, councillor, { kern: "arkel" });
    expect(reading.waiting).toContainEqual(expect.objectContaining({ proposal, for: "answer" }));
  });

  test("is taken away by the answer, and stays when nobody named a day", async () => {
    await support(10);
    await take("De wijkbeheerder komt kijken.", null);
    expect(await waits("2026-11-24T12:00:00Z")).toHaveLength(1);
    await answer();
    expect(await waits("2026-11-24T12:00:00Z")).toEqual([]);
    expect(await owed("2026-11-24T12:00:00Z")).toBe(false);
  });
});

test("the list shows only what is in treatment, answered (finished too) or finished, also among what was searched", async () => {
  const made = [];
  for (const title of ["Appelboom één", "Appelboom twee", "Appelboom drie", "Appelboom vier"])
    made.push(await aPublishedProposal(database, author, officer, { title }));
  const [taken, answered, done] = made as [string, string, string];
  const words = { text: reasons, signedBy: "Team Buitenruimte", outcome: "yes" } as const;
  await database.perform(takeIntoTreatment, officer, { proposal: taken, handledBy: "De boomverzorger kijkt." });
  for (const one of [answered, done]) await database.perform(answerProposal, officer, { proposal: one, ...words });
  await database.perform(finishProposal, officer, { proposal: done, text: "De boom is geplant." });
  const list = async (treatment: "in-treatment" | "answered" | "done") => {
    const found = await database.perform(listProposals, author, { kern: "arkel", q: "appelboom", treatment });
    const bare = await database.perform(listProposals, author, { kern: "arkel", treatment, limit: 100 });
    const titles = found.proposals.map(({ title }) => title);
    expect(bare.proposals.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
    expect([found.total, bare.total]).toEqual([titles.length, bare.proposals.length]);
    return titles.toSorted();
  };
  expect(await list("in-treatment")).toEqual(["Appelboom één"]);
  expect(await list("answered")).toEqual(["Appelboom drie", "Appelboom twee"]);
  expect(await list("done")).toEqual(["Appelboom drie"]);
});

test("the news of a week is what was published and answered in it, and nothing from before, after or another kern", async () => {
  database.clock.now = new Date("2028-03-07T12:00:00Z");
  proposal = await aPublishedProposal(database, author, officer, { title: "In de week" });
  database.clock.now = new Date("2028-03-08T12:00:00Z");
  await answer("no");
  const news = (since: string, until: string, kern?: string) =>
    inMolenlanden(async (tx) => {
      const stretch = { since: new Date(since), until: new Date(until), ...(kern && { kern }) };
      const { count, newest } = await publishedIn(tx, stretch, 20);
      const answered = await answeredIn(tx, stretch, 20);
      return { count, published: newest, answered };
    });
  const line = { proposal, title: "In de week", kern: "arkel", kernName: "Arkel" };
  const inTheWeek = {
    count: 1,
    published: [{ ...line, at: new Date("2028-03-07T12:00:00Z"), supportCount: 0 }],
    answered: [{ ...line, at: new Date("2028-03-08T12:00:00Z"), outcome: "no" }],
  };
  const nothing = { count: 0, published: [], answered: [] };
  expect(await news("2028-03-06T07:00:00Z", "2028-03-13T07:00:00Z", "arkel")).toEqual(inTheWeek);
  expect(await news("2028-03-06T07:00:00Z", "2028-03-13T07:00:00Z")).toEqual(inTheWeek);
  expect(await news("2028-03-06T07:00:00Z", "2028-03-13T07:00:00Z", "hoornaar")).toEqual(nothing);
  expect(await news("2028-03-13T07:00:00Z", "2028-03-20T07:00:00Z")).toEqual(nothing);
});

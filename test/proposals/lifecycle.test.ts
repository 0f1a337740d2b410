import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  publishProposal,
  refuseProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  viewProposal,
  withdrawProposal,
} from "../../src/proposals/index.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aDraft, aPublishedProposal, aSubmittedProposal, refusal, text } from "./given.ts";

type Person = Actor & { person: string };

const told: Fact[] = [];
let database: TestDatabase;
let author: Person;
let neighbour: Person;
let officer: Person;
let elsewhere: Person;
let officerElsewhere: Person;
let councillor: Person;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  author = await aPerson(database, { name: "Anna de Boer" });
  neighbour = await aPerson(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  elsewhere = await aPerson(database, { kernen: ["hoornaar"] });
  officerElsewhere = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
  councillor = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
});
afterAll(() => database.close());

const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
const view = (reader: Actor, proposal: string) => database.perform(viewProposal, reader, { proposal });
const factsOf = (proposal: string) =>
  told.filter((fact) => (fact as { proposal?: string }).proposal === proposal).map(({ fact }) => fact);

describe("a draft", () => {
  test("may be empty, and comes back as it was saved", async () => {
    const saved = await database.perform(saveDraft, author, { kern: "arkel" });
    expect(saved).toMatchObject({ title: "", body: "", state: "draft", version: 1, mine: true, authorName: "Anna de Boer" });
    expect(saved.can).toEqual({
      edit: true,
      submit: true,
      withdraw: true,
      support: false,
      comment: false,
      publish: false,
      return: false,
      refuse: false,
      take: false,
      answer: false,
      correct: false,
      finish: false,
      openPoll: false,
    });
    expect(saved.history.map(({ event }) => event)).toEqual(["created"]);
  });

  test("keeps a place, letters in one form and no control characters", async () => {
    const saved = await database.perform(saveDraft, author, {
      kern: "arkel",
      title: "Babylonie\u0308nbroek\u0000 en\nde 🚲",
      body: "Een\r\ntwee\u0007",
      place: { label: "Bocht in de Linge", latitude: 51.8649, longitude: 4.9876 },
    });
    expect(saved.title).toBe("Babyloniënbroek en de 🚲");
    expect(saved.body).toBe("Een\ntwee");
    expect((await view(author, saved.proposal)).place).toEqual({
      label: "Bocht in de Linge",
      latitude: 51.8649,
      longitude: 4.9876,
    });
  });

  test("is refused when another device saved since, and told which version is newest", async () => {
    const proposal = await aDraft(database, author);
    const first = await database.perform(saveDraft, author, { proposal, kern: "arkel", title: "Telefoon", version: 1 });
    expect(first.version).toBe(2);
    await expect(
      database.perform(saveDraft, author, { proposal, kern: "arkel", title: "Laptop", version: 1 }),
    ).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2 } });
    expect((await view(author, proposal)).title).toBe("Telefoon");
  });

  test("saved by two devices at once on one version is saved by one of them", async () => {
    const proposal = await aDraft(database, author);
    const attempts = Array.from({ length: 10 }, (_, device) =>
      refusal(database.perform(saveDraft, author, { proposal, kern: "arkel", title: `Apparaat ${device}`, version: 1 })),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === "changed-meanwhile")).toHaveLength(9);
    expect((await view(author, proposal)).version).toBe(2);
  });

  test("with an id of the device's own is made once, however often the first save arrives", async () => {
    const proposal = randomUUID();
    const save = () => refusal(database.perform(saveDraft, author, { proposal, kern: "arkel", title: "Eén keer" }));
    await Promise.all(Array.from({ length: 5 }, save));
    await save();
    const mine = await view(author, proposal);
    expect(mine.history.map(({ event }) => event)).toEqual(["created"]);
  });

  test("of somebody else cannot be saved, nor seen to exist", async () => {
    const proposal = await aDraft(database, author);
    expect(await refusal(database.perform(saveDraft, neighbour, { proposal, kern: "arkel", title: "Gekaapt" }))).toBe(
      "not-found",
    );
    expect(await refusal(view(neighbour, proposal))).toBe("not-found");
  });

  test.each([
    ["who takes part elsewhere", () => elsewhere, "arkel", "not-a-member"],
    ["a councillor", () => councillor, "arkel", "not-a-member"],
    ["a visitor", () => visitor, "arkel", "not-signed-in"],
    ["a kern that is not there", () => author, "atlantis", "not-found"],
    ["a kern of another municipality", () => author, "almkerk", "not-found"],
  ])("is refused to %s", async (_, who, kern, code) => {
    expect(await refusal(database.perform(saveDraft, who(), { kern }))).toBe(code);
  });

  test("an officer without membership may bring one in her own kern", async () => {
    expect((await database.perform(saveDraft, officer, { kern: "arkel" })).state).toBe("draft");
    expect(await refusal(database.perform(saveDraft, officer, { kern: "hoornaar" }))).toBe("not-a-member");
  });

  test("with a photo that nobody uploaded is refused by field", async () => {
    await expect(database.perform(saveDraft, author, { kern: "arkel", photo: randomUUID() })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ path: "photo", message: "invalid-id" }] },
    });
  });
});

describe("submitting", () => {
  test("names everything that lacks at once", async () => {
    const proposal = await aDraft(database, author, { title: "Ei", body: "te kort" });
    await expect(database.perform(submitProposal, author, { proposal })).rejects.toMatchObject({
      code: "invalid-input",
      details: {
        fields: [
          { path: "title", message: "too-short" },
          { path: "body", message: "too-short" },
        ],
      },
    });
    expect((await view(author, proposal)).state).toBe("draft");
  });

  test.each([["Eik"], ["🚲".repeat(70)], ["W".repeat(140)], ["Robert'); drop table proposal; --"]])(
    "takes the title %p and gives it back letter for letter",
    async (title) => {
      const proposal = await aPublishedProposal(database, author, officer, { title });
      expect((await view(neighbour, proposal)).title).toBe(title);
    },
  );

  test("twice is once", async () => {
    const proposal = await aSubmittedProposal(database, author);
    expect((await database.perform(submitProposal, author, { proposal })).state).toBe("submitted");
    expect(factsOf(proposal)).toEqual(["proposal-submitted"]);
  });

  test("closes it for editing", async () => {
    const proposal = await aSubmittedProposal(database, author);
    expect(await refusal(database.perform(saveDraft, author, { proposal, kern: "arkel" }))).toBe("already-decided");
  });
});

describe("the officer", () => {
  test("publishes: everybody of the municipality who is signed in reads it, and can do what its buttons say", async () => {
    const proposal = await aSubmittedProposal(database, author);
    for (const reader of [neighbour, elsewhere, councillor, officerElsewhere])
      expect(await refusal(view(reader, proposal))).toBe("not-found");
    expect((await view(officer, proposal)).can).toMatchObject({ publish: true, return: true, refuse: true, openPoll: false });
    const published = await database.perform(publishProposal, officer, { proposal });
    expect(published).toMatchObject({ state: "published", publishedAt: "2026-11-22T12:00:00.000Z" });
    expect(published.can).toMatchObject({ publish: false, openPoll: true, support: false, comment: true });
    expect((await view(neighbour, proposal)).can).toMatchObject({ support: true, comment: true, withdraw: false });
    expect((await view(elsewhere, proposal)).can).toMatchObject({ support: true, comment: true });
    expect((await view(councillor, proposal)).can).toMatchObject({ support: false, comment: false });
    expect((await view(author, proposal)).can).toMatchObject({ support: false, comment: true, withdraw: true, edit: false });
    expect(await refusal(view(visitor, proposal))).toBe("not-signed-in");
    expect((await view(neighbour, proposal)).history).toEqual([
      { event: "published", at: "2026-11-22T12:00:00.000Z", reason: null },
    ]);
    expect(factsOf(proposal)).toEqual(["proposal-submitted", "proposal-published"]);
  });

  test("returns with a reason that only the author and officers read; the author mends and submits again", async () => {
    const proposal = await aSubmittedProposal(database, author);
    const reason = "Schrijft u erbij waar precies?";
    await database.perform(returnProposal, officer, { proposal, reason });
    expect(await view(author, proposal)).toMatchObject({ state: "returned", reason, can: { edit: true, submit: true } });
    await database.perform(saveDraft, author, { proposal, kern: "arkel", title: "Zwemsteiger bij de bocht", body: text });
    expect((await view(author, proposal)).state).toBe("returned");
    await database.perform(submitProposal, author, { proposal });
    await database.perform(publishProposal, officer, { proposal });
    const read = await view(neighbour, proposal);
    expect(read).toMatchObject({ title: "Zwemsteiger bij de bocht", reason: null });
    expect(JSON.stringify(read)).not.toContain(reason);
    expect((await view(author, proposal)).history.map(({ event }) => event)).toEqual([
      "created",
      "submitted",
      "returned",
      "submitted",
      "published",
    ]);
  });

  test("refuses for good, with a reason", async () => {
    const proposal = await aSubmittedProposal(database, author);
    const refused = await database.perform(refuseProposal, officer, { proposal, reason: "Dit gaat over één persoon." });
    expect(refused).toMatchObject({ state: "refused", reason: "Dit gaat over één persoon." });
    expect(await refusal(database.perform(submitProposal, author, { proposal }))).toBe("already-decided");
    expect(await refusal(database.perform(withdrawProposal, author, { proposal }))).toBe("already-decided");
    expect(await refusal(view(neighbour, proposal))).toBe("not-found");
  });

  test.each([returnProposal, refuseProposal])("must say why: $name", async (decide) => {
    const proposal = await aSubmittedProposal(database, author);
    await expect(database.perform(decide, officer, { proposal, reason: " nee " })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ path: "reason", message: "reason-required" }] },
    });
  });

  test("decides once: of ten decisions at the same time one counts", async () => {
    const proposal = await aSubmittedProposal(database, author);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        refusal(
          turn % 2 === 0
            ? database.perform(publishProposal, officer, { proposal })
            : database.perform(refuseProposal, officer, { proposal, reason: "Toch maar niet." }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "already-decided")).toHaveLength(9);
    expect(factsOf(proposal)).toHaveLength(2);
  });

  test("of another kern, the author and a neighbour decide nothing", async () => {
    const proposal = await aSubmittedProposal(database, author);
    expect(await refusal(database.perform(publishProposal, officerElsewhere, { proposal }))).toBe("not-found");
    expect(await refusal(database.perform(publishProposal, neighbour, { proposal }))).toBe("not-found");
    expect(await refusal(database.perform(publishProposal, author, { proposal }))).toBe("not-allowed");
    expect((await view(author, proposal)).state).toBe("submitted");
  });

  test("may decide her own, and the audit tells who did both", async () => {
    const proposal = await aPublishedProposal(database, officer, officer);
    const rows = await database.connections.inMunicipality("molenlanden", (tx) =>
      tx
        .selectFrom("audit")
        .select(["action", "person_id"])
        .where("object", "=", `proposal ${proposal}`)
        .orderBy("sequence")
        .execute(),
    );
    expect(rows).toEqual(
      ["save-draft", "submit-proposal", "publish-proposal"].map((deed) => ({
        action: `proposals.${deed}`,
        person_id: officer.person,
      })),
    );
  });
});

describe("withdrawing", () => {
  test("a draft is nobody's business: no fact", async () => {
    const proposal = await aDraft(database, author);
    await database.perform(withdrawProposal, author, { proposal });
    expect(factsOf(proposal)).toEqual([]);
    expect(await refusal(view(neighbour, proposal))).toBe("not-found");
  });

  test("what was published stays readable as withdrawn, and nothing more can be done with it", async () => {
    const proposal = await aPublishedProposal(database, author, officer);
    await database.perform(withdrawProposal, author, { proposal });
    const read = await view(neighbour, proposal);
    expect(read.state).toBe("withdrawn");
    expect(Object.values(read.can)).not.toContain(true);
    expect(factsOf(proposal).at(-1)).toBe("proposal-withdrawn");
  });

  test("is for the author alone", async () => {
    const proposal = await aPublishedProposal(database, author, officer);
    for (const other of [neighbour, officer])
      expect(await refusal(database.perform(withdrawProposal, other, { proposal }))).toBe("not-allowed");
  });
});

test("another municipality knows nothing of it", async () => {
  const proposal = await aPublishedProposal(database, author, officer);
  const stranger = await aPerson(database, { kernen: ["almkerk"] }, "altena");
  expect(await refusal(view(stranger, proposal))).toBe("not-found");
});

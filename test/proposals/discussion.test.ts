import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import {
  agreeWithComment,
  commentOnProposal,
  strongestArguments,
  supportProposal,
  viewProposal,
  withdrawAgreement,
  withdrawProposal,
  withdrawSupport,
} from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aPublishedProposal, aSubmittedProposal, refusal } from "./given.ts";

type Person = Actor & { person: string };

const told: string[] = [];
let database: TestDatabase;
let author: Person;
let officer: Person;
let neighbours: Person[];
let elsewhere: Person;
let councillor: Person;
let proposal: string;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact.fact);
    return [];
  });
  await aMunicipality(database);
  author = await aPerson(database, { name: "Anna de Boer" });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  neighbours = await Promise.all(Array.from({ length: 50 }, (_, number) => aPerson(database, { name: `Buur ${number}` })));
  elsewhere = await aPerson(database, { kernen: ["hoornaar"] });
  councillor = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
});
afterAll(() => database.close());
beforeEach(async () => {
  proposal = await aPublishedProposal(database, author, officer);
  told.length = 0;
});

const neighbour = (number: number): Person => neighbours[number] as Person;
const view = (reader: Actor = neighbour(0)) => database.perform(viewProposal, reader, { proposal });
const support = (who: Actor) => database.perform(supportProposal, who, { proposal });
const say = (who: Actor, body: string, stance = "for") => database.perform(commentOnProposal, who, { proposal, stance, body });

describe("support", () => {
  test("by fifty people at once, each pressing three times, counts fifty", async () => {
    await Promise.all(neighbours.flatMap((person) => [support(person), support(person), support(person)]));
    expect(await view()).toMatchObject({ supportCount: 50, supported: true });
    expect(told.filter((fact) => fact === "proposal-supported")).toHaveLength(50);
  });

  test("given and taken back by fifty at once ends where the rows say", async () => {
    await Promise.all(neighbours.map(support));
    await Promise.all(
      neighbours.flatMap((person, number) =>
        number % 2 === 0 ? [database.perform(withdrawSupport, person, { proposal }), support(person)] : [support(person)],
      ),
    );
    const rows = await database.connections.inMunicipality("molenlanden", (tx) =>
      tx.selectFrom("support").select("person_id").where("proposal_id", "=", proposal).execute(),
    );
    expect((await view(author)).supportCount).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });

  test("tells the new count, and does nothing the second time", async () => {
    expect(await support(neighbour(0))).toEqual({ supported: true, supportCount: 1 });
    expect(await support(neighbour(0))).toEqual({ supported: true, supportCount: 1 });
    expect(await support(elsewhere)).toEqual({ supported: true, supportCount: 2 });
    const back = () => database.perform(withdrawSupport, neighbour(0), { proposal });
    expect(await back()).toEqual({ supported: false, supportCount: 1 });
    expect(await back()).toEqual({ supported: false, supportCount: 1 });
    expect((await view()).supported).toBe(false);
  });

  test("is refused to the author, to who takes part nowhere, and for what is not published", async () => {
    expect(await refusal(support(author))).toBe("own-proposal");
    expect(await refusal(support(councillor))).toBe("not-a-member");
    expect(await refusal(support(officer))).toBe("not-a-member");
    await database.perform(withdrawProposal, author, { proposal });
    expect(await refusal(support(neighbour(0)))).toBe("not-published");
    proposal = await aSubmittedProposal(database, author);
    expect(await refusal(support(neighbour(0)))).toBe("not-found");
  });
});

describe("comments", () => {
  test("by fifty people at once are fifty, and the count says so", async () => {
    await Promise.all(neighbours.map((person, number) => say(person, `Reactie ${number}`)));
    const read = await view();
    expect(read.comments).toHaveLength(50);
    expect(read.commentCount).toBe(50);
    expect(read.comments.filter(({ mine }) => mine)).toHaveLength(1);
  });

  test("sent again because the answer got lost are there once", async () => {
    const [first, second] = await Promise.all([say(neighbour(0), "Goed idee"), say(neighbour(0), "  Goed idee ")]);
    expect(first?.comment).toBe(second?.comment);
    await say(neighbour(1), "Goed idee");
    await say(neighbour(0), "Goed idee", "question");
    expect((await view()).commentCount).toBe(3);
    expect(told.filter((fact) => fact === "proposal-commented")).toHaveLength(3);
  });

  test("stand in order of agreement, then of time", async () => {
    const at = database.clock.now;
    const said: string[] = [];
    for (const [number, body] of ["Eerste", "Tweede", "Derde"].entries()) {
      database.clock.now = new Date(at.getTime() + number * 1000);
      said.push((await say(neighbour(number), body)).comment);
    }
    database.clock.now = at;
    const agree = (who: Person, comment: string | undefined) => database.perform(agreeWithComment, who, { proposal, comment });
    expect(await agree(neighbour(3), said[2])).toEqual({ agreed: true, agreeCount: 1 });
    expect(await agree(neighbour(3), said[2])).toEqual({ agreed: true, agreeCount: 1 });
    const read = await view(neighbour(3));
    expect(read.comments.map(({ body, agreeCount, agreed }) => [body, agreeCount, agreed])).toEqual([
      ["Derde", 1, true],
      ["Eerste", 0, false],
      ["Tweede", 0, false],
    ]);
    expect(await database.perform(withdrawAgreement, neighbour(3), { proposal, comment: said[2] })).toEqual({
      agreed: false,
      agreeCount: 0,
    });
    expect((await view()).comments.map(({ body }) => body)).toEqual(["Eerste", "Tweede", "Derde"]);
  });

  test("agreed with by fifty at once count fifty; one's own cannot be agreed with", async () => {
    const { comment } = await say(author, "Ik denk aan een drijvende steiger", "question");
    await Promise.all(neighbours.map((person) => database.perform(agreeWithComment, person, { proposal, comment })));
    expect((await view()).comments[0]).toMatchObject({ comment, agreeCount: 50 });
    expect(await refusal(database.perform(agreeWithComment, author, { proposal, comment }))).toBe("not-allowed");
  });

  test("are for who takes part in any kern and for the officer", async () => {
    expect((await say(officer, "De vergunning is aangevraagd", "question")).mine).toBe(true);
    expect((await say(elsewhere, "Wij zwemmen daar ook")).authorName).toBe("Inwoner");
    expect(await refusal(say(councillor, "Namens de fractie"))).toBe("not-a-member");
    expect(await refusal(database.perform(agreeWithComment, neighbour(0), { proposal, comment: proposal }))).toBe("not-found");
  });

  test("of another proposal cannot be agreed with through this one", async () => {
    const { comment } = await say(author, "Hoort hier");
    const other = await aPublishedProposal(database, author, officer);
    expect(await refusal(database.perform(agreeWithComment, neighbour(0), { proposal: other, comment }))).toBe("not-found");
  });

  test("are shown up to 500, the count tells them all", async () => {
    await database.connections.inMunicipality("molenlanden", async (tx) => {
      await tx
        .insertInto("comment")
        .values(
          Array.from({ length: 510 }, (_, number) => ({
            municipality_id: "molenlanden",
            proposal_id: proposal,
            comment_id: crypto.randomUUID(),
            author_id: neighbour(number % 50).person,
            stance: "for",
            body: `Reactie ${number}`,
            at: database.clock.now,
          })),
        )
        .execute();
      await tx.updateTable("proposal").set({ comment_count: 510 }).where("proposal_id", "=", proposal).execute();
    });
    const read = await view();
    expect(read.comments).toHaveLength(500);
    expect(read.commentCount).toBe(510);
  });
});

test("the strongest arguments are the most agreed with, then the fullest", async () => {
  await say(neighbour(0), "Kort");
  const { comment } = await say(neighbour(1), "Mijn kinderen leren hier zwemmen, net als ik");
  await say(neighbour(2), "Te duur", "against");
  const best = await say(neighbour(3), "Bijval");
  await database.perform(agreeWithComment, neighbour(4), { proposal, comment: best.comment });
  const found = await database.connections.inMunicipality("molenlanden", (tx) => strongestArguments(tx, proposal, "for", 2));
  expect(found).toEqual([
    { comment: best.comment, body: "Bijval", agreeCount: 1 },
    { comment, body: "Mijn kinderen leren hier zwemmen, net als ik", agreeCount: 0 },
  ]);
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { declareAddress, viewAddress, withdrawAddress } from "../../src/members/index.ts";
import { after, days, minutes } from "../../src/shared/time.ts";
import type { Actor } from "../../src/shared/work.ts";
import { verifyExport } from "../../src/verifier/index.ts";
import {
  castBallot,
  castWithHelp,
  chooseOpenly,
  findOnRoll,
  getPass,
  markPaper,
  passWithHelp,
  planPoll,
  previewElectorate,
  takePaperBack,
  viewPoll,
  viewRoll,
} from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aDevice, anOpenPoll, closeAndCount, codeOf, exportOf, type OpenPoll, type Person, vote } from "../support/voting.ts";
import { castWith, passWith } from "../support/voting-ways.ts";

let database: TestDatabase;
let officer: Person;
let volunteer: Person;
const voters: Person[] = [];
const choice = { chosen: ["for"] };
const voter = (number: number) => voters[number] as Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { name: "Ans Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  volunteer = await aPerson(database, { kernen: ["arkel"], roles: [{ role: "volunteer", kern: "arkel" }] });
  for (let number = 0; number < 24; number++) voters.push(await aPerson(database, { name: `Inwoner ${number}` }));
  await database.connections.owner.query("update kern set postcodes = array['4241', '4242'] where kern_id = 'arkel'");
  // Twelve addresses, two people each: 0 and 12, 1 and 13 …
  for (const [number, who] of voters.slice(0, 20).entries())
    await lives(who, { postcode: "4241 ab", houseNumber: (number % 12) + 1, addition: number < 12 ? "a" : " A" });
});
afterAll(() => database.close());

const lives = (who: Actor, address: object) => database.perform(declareAddress, who, address);
const open = (plan: object) => anOpenPoll(database, officer, { ...plan });
const electorate = (more: object) => ({ assurance: "mail", per: "person", minAge: null, ...more });
const household = electorate({ assurance: "address", per: "household" });
const refusal = (attempt: Promise<unknown>) => attempt.catch((error: unknown) => error);

describe("a declared address", () => {
  test("is tidied, shown to oneself, replaced and taken back", async () => {
    const who = await aPerson(database);
    const address = { postcode: "4242ZZ", houseNumber: 7, addition: "2HOOG" };
    expect(await lives(who, { postcode: " 4242 zz", houseNumber: "7", addition: "2-hoog" })).toEqual({ address });
    expect(await database.perform(viewAddress, who, {})).toEqual({ address });
    await database.perform(withdrawAddress, who, {});
    expect(await database.perform(viewAddress, who, {})).toEqual({ address: null });
  });

  test.each([
    [{ postcode: "0241AB", houseNumber: 1 }, "postcode", "invalid-full-postcode"],
    [{ postcode: "4241SS", houseNumber: 1 }, "postcode", "invalid-full-postcode"],
    [{ postcode: "4241", houseNumber: 1 }, "postcode", "invalid-full-postcode"],
    [{ postcode: "4241AB", houseNumber: "twaalf" }, "houseNumber", "invalid-house-number"],
    [{ postcode: "4241AB", houseNumber: 0 }, "houseNumber", "invalid-house-number"],
    [{ postcode: "1011AB", houseNumber: 1 }, "postcode", "postcode-elsewhere"],
  ])("%j is refused at %s", async (address, path, message) => {
    expect(await refusal(lives(voter(0), address))).toMatchObject({ details: { fields: [{ path, message }] } });
  });

  test("is erased when she leaves her last kern", async () => {
    const who = await aPerson(database);
    await lives(who, { postcode: "4241AB", houseNumber: 99 });
    const { leaveKern } = await import("../../src/members/index.ts");
    await database.perform(leaveKern, who, { kern: "arkel" });
    expect(await database.perform(viewAddress, who, {})).toEqual({ address: null });
  });
});

describe("who is on the roll", () => {
  test("by mail everybody, by address who declared one in the kern, per household a place for each address", async () => {
    const size = async (more: object) =>
      (await database.perform(previewElectorate, officer, { kern: "arkel", assurance: "mail", ...more })).places;
    expect(await size({})).toBe(26);
    expect(await size({ assurance: "address" })).toBe(20);
    expect(await size({ assurance: "address", per: "household" })).toBe(12);
    const poll = await open({ electorate: household });
    expect(poll.view.rollSize).toBe(12);
    expect(await database.perform(viewRoll, officer, { poll: poll.poll })).toMatchObject({
      places: 12,
      fixed: true,
      parts: { mail: 0, address: 20, letter: 0 },
    });
  });

  test("an opened roll is as large as its preview, whatever it is made of", async () => {
    for (const more of [{}, { assurance: "address" }, { assurance: "address", per: "household" }]) {
      const { places } = await database.perform(previewElectorate, officer, { kern: "arkel", assurance: "mail", ...more });
      expect((await open({ electorate: electorate(more) })).view.rollSize).toBe(places);
    }
  });

  test("only who was a member at the date, and nobody who came after the opening", async () => {
    const before = database.clock.now;
    database.clock.now = after(before, days(1));
    const newcomer = await aPerson(database, { name: "Nieuw in het dorp" });
    const poll = await open({ electorate: electorate({ memberBy: after(before, minutes(1)).toISOString() }) });
    expect(await codeOf(vote(database.perform, poll, newcomer, choice))).toBe("not-on-the-roll");
    expect(await codeOf(vote(database.perform, poll, voter(0), choice))).toBe("done");
    const atOpening = await open({});
    expect(await codeOf(vote(database.perform, atOpening, newcomer, choice))).toBe("done");
    const late = await aPerson(database, { name: "Te laat" });
    expect(await codeOf(vote(database.perform, atOpening, late, choice))).toBe("not-on-the-roll");
    expect(await codeOf(database.perform(markPaper, officer, { poll: atOpening.poll, person: late.person }))).toBe(
      "not-on-the-roll",
    );
    expect(await codeOf(castWith(database.perform, castWithHelp, atOpening, officer, { person: late.person }, choice))).toBe(
      "not-on-the-roll",
    );
  });

  test("an address declared after the opening changes nothing", async () => {
    const poll = await open({ electorate: household });
    const late = voter(22);
    await lives(late, { postcode: "4241AB", houseNumber: 500 });
    expect(await refusal(vote(database.perform, poll, late, choice))).toMatchObject({
      code: "not-on-the-roll",
      details: { name: "Ans Officier", phone: "088 000 00 00" },
    });
    await database.perform(withdrawAddress, late, {});
  });

  test("small parts are not told, and the numbers are for helpers and councillors alone", async () => {
    const kern = "hoornaar";
    for (let number = 0; number < 12; number++) await aPerson(database, { kernen: [kern] });
    const council = await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] });
    const view = await database.perform(previewElectorate, council, { kern, assurance: "mail" });
    expect(view).toEqual({ places: 12, people: 12, parts: { mail: 12, address: 0, letter: 0 }, leftOut: 0 });
    const one = await aPerson(database, { kernen: [kern] });
    await lives(one, { postcode: "4241AB", houseNumber: 3 });
    expect((await database.perform(previewElectorate, council, { kern, assurance: "mail" })).parts).toBeNull();
    expect(await codeOf(database.perform(previewElectorate, one, { kern, assurance: "mail" }))).toBe("not-allowed");
  });

  test.each([
    [{ electorate: electorate({ per: "household" }) }, "household-needs-address"],
    [{ electorate: electorate({ assurance: "address", per: "household" }), level: 0 }, "electorate-needs-secret"],
    [{ electorate: electorate({ assurance: "letter" }), level: 0 }, "electorate-needs-secret"],
    [{ electorate: electorate({ assurance: "letter" }), level: 1 }, "letters-need-time"],
    [{ electorate: electorate({ memberBy: "2030-01-01T00:00:00Z" }) }, "member-by-too-late"],
  ])("a plan that cannot be is refused: %j", async (plan, message) => {
    const now = database.clock.now;
    const planned = database.perform(planPoll, officer, {
      kern: "arkel",
      question: "Een bankje?",
      form: { kind: "for-against-abstain" },
      opensAt: now.toISOString(),
      closesAt: after(now, days(1)).toISOString(),
      ...plan,
    });
    expect(await refusal(planned)).toMatchObject({
      details: { fields: expect.arrayContaining([expect.objectContaining({ message })]) },
    });
  });
});

describe.each([1, 2] as const)("one place for a household, at level %i", (level) => {
  test("its second voter is refused with that reason, the first may change her vote", async () => {
    const poll = await open({ level, electorate: household });
    const device = await vote(database.perform, poll, voter(0), choice);
    expect(await refusal(vote(database.perform, poll, voter(12), choice))).toMatchObject({
      code: "household-voted",
      details: { name: "Ans Officier", phone: "088 000 00 00" },
    });
    await device.cast(voter(0), { chosen: ["against"] });
    expect(await database.perform(viewPoll, voter(12), { poll: poll.poll })).toMatchObject({
      hasVoted: true,
      sharesPlaceWith: 1,
    });
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1, leading: ["against"] });
    expect(await verifyExport(await exportOf(database.perform, poll.poll))).toMatchObject({ sound: true });
  });

  test("both at the same moment make one ballot", async () => {
    const poll = await open({ level, electorate: household });
    const outcomes = await Promise.all(
      [1, 13, 1, 13].map((number) => codeOf(vote(database.perform, poll, voter(number), choice))),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["done", "household-voted"]));
  });
});

describe("an age above that of joining", () => {
  test("has to be declared at the pass, at casting and at the paper, and nothing of it is kept", async () => {
    const minAge = electorate({ minAge: 18 });
    const two = await open({ level: 2, electorate: minAge });
    const device = aDevice(database.perform, two);
    expect(await refusal(device.takePass(voter(2)))).toMatchObject({ code: "age-to-declare", details: { age: 18 } });
    expect(await database.perform(viewPoll, voter(2), { poll: two.poll })).toMatchObject({ hasVoted: false, ageToDeclare: 18 });
    await passWith(database.perform, getPass, two, voter(2), { oldEnough: true });
    const one = await open({ level: 1, electorate: minAge });
    expect(await codeOf(vote(database.perform, one, voter(2), choice))).toBe("age-to-declare");
    await castWith(database.perform, castBallot, one, voter(2), { oldEnough: true }, choice);
    expect(await codeOf(database.perform(markPaper, officer, { poll: one.poll, person: voter(3).person }))).toBe(
      "age-to-declare",
    );
    const none = await open({ level: 0, electorate: minAge });
    expect(await codeOf(database.perform(chooseOpenly, voter(2), { poll: none.poll, choice }))).toBe("age-to-declare");
    expect(await codeOf(database.perform(chooseOpenly, voter(2), { poll: none.poll, choice, oldEnough: true }))).toBe("done");
  });

  test("of 16 or less is what members declared when they joined", async () => {
    const poll = await open({ electorate: electorate({ minAge: 16 }) });
    expect(await codeOf(vote(database.perform, poll, voter(2), choice))).toBe("done");
  });
});

describe.each([1, 2] as const)("one ledger for every way of voting, at level %i", (level) => {
  const helped = (poll: OpenPoll, who: Person, helper: Person) =>
    level === 1
      ? castWith(database.perform, castWithHelp, poll, helper, { person: who.person }, choice)
      : passWith(database.perform, passWithHelp, poll, helper, { person: who.person });
  const onPaper = (poll: OpenPoll, who: Person) => database.perform(markPaper, officer, { poll: poll.poll, person: who.person });
  const online = (poll: OpenPoll, who: Person) => vote(database.perform, poll, who, choice);

  test("whoever has voted by one way is refused by the others, with the way and whom to call", async () => {
    const poll = await open({ level });
    await helped(poll, voter(4), volunteer);
    await onPaper(poll, voter(5));
    await online(poll, voter(6));
    const byWay = { helped, onPaper, online };
    const already = level === 1 ? "already-voted" : "pass-taken";
    for (const [number, code] of [
      [4, "voted-with-help"],
      [5, "voted-on-paper"],
      [6, already],
    ] as const)
      for (const way of Object.values(byWay)) {
        const who = voter(number);
        expect(await refusal(way(poll, who, officer))).toMatchObject({ code, details: { name: "Ans Officier" } });
      }
    expect(await database.perform(findOnRoll, volunteer, { poll: poll.poll, q: "inwoner 5" })).toMatchObject({
      voters: [{ person: voter(5).person, name: "Inwoner 5", marked: "paper", shares: 0 }],
    });
  });

  test("all three ways at the same moment make one mark", async () => {
    const poll = await open({ level });
    const who = voter(7);
    const outcomes = await Promise.all([
      codeOf(helped(poll, who, volunteer)),
      codeOf(onPaper(poll, who)),
      codeOf(online(poll, who)),
      codeOf(helped(poll, who, officer)),
      codeOf(onPaper(poll, who)),
    ]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  });

  test("a helper helps in her own kern only, never herself; residents and councillors do not", async () => {
    const poll = await open({ level });
    const elsewhere = await aPerson(database, { roles: [{ role: "volunteer", kern: "hoornaar" }] });
    const council = await aPerson(database, { roles: [{ role: "councillor", kern: null }] });
    for (const who of [elsewhere, council, voter(9)]) {
      expect(await codeOf(helped(poll, voter(8), who))).toBe("not-allowed");
      expect(await codeOf(database.perform(markPaper, who, { poll: poll.poll, person: voter(8).person }))).toBe("not-allowed");
      expect(await codeOf(database.perform(findOnRoll, who, { poll: poll.poll, q: "inwoner" }))).toBe("not-allowed");
    }
    expect(await codeOf(helped(poll, volunteer, volunteer))).toBe("not-allowed");
    expect((await database.perform(findOnRoll, officer, { poll: poll.poll, q: "%" })).voters).toEqual([]);
  });

  test("paper that came back unused sets the voter free, until paper has been entered", async () => {
    const poll = await open({ level });
    const name = { poll: poll.poll, person: voter(10).person };
    await onPaper(poll, voter(10));
    await database.perform(takePaperBack, officer, name);
    await online(poll, voter(10));
    expect(await codeOf(database.perform(takePaperBack, officer, name))).toBe("not-found");
  });

  test("help leaves how many each helper helped, in the audit row of the count and nowhere before", async () => {
    const poll = await open({ level });
    for (const number of [1, 2, 3]) await helped(poll, voter(number), volunteer);
    await helped(poll, voter(4), officer);
    const audited = async () =>
      (await database.connections.owner.query("select action, object from audit where object like $1", [`poll ${poll.poll}%`]))
        .rows;
    expect((await audited()).filter(({ action }) => /help|cast|pass/.test(String(action)))).toEqual([]);
    await closeAndCount(database, poll);
    const count = (await audited()).find(({ action }) => action === "voting.close-poll");
    expect(count?.object).toContain(`${volunteer.person} 3`);
    expect(count?.object).toContain(`${officer.person} 1`);
    const verdict = await verifyExport(await exportOf(database.perform, poll.poll));
    expect(verdict.fault).toBeNull();
    expect(await exportOf(database.perform, poll.poll)).toMatchObject({
      result: { roll: { marked: 4, assisted: 4, online: 0 } },
    });
  });
});

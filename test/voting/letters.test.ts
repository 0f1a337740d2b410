import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { isLetterCode, letterAlphabet, tidyLetterCode } from "../../src/shared/letter-code.ts";
import { after, days, minutes } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { verifyExport } from "../../src/verifier/index.ts";
import type { LettersMade } from "../../src/voting/contract.ts";
import {
  castByLetter,
  castWithHelp,
  findOnRoll,
  makeLetters,
  markPaper,
  openPoll,
  passByLetter,
  passWithHelp,
  planPoll,
  replaceLetter,
  viewPublicPoll,
  viewRoll,
} from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { closeAndCount, codeOf, exportOf, type OpenPoll, type Person, visitor, vote } from "../support/voting.ts";
import { castWith, passWith } from "../support/voting-ways.ts";

let database: TestDatabase;
let officer: Person;
let member: Person;
const municipality = "molenlanden";
const choice = { chosen: ["for"] };

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { name: "Ans Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  member = await aPerson(database);
});
afterAll(() => database.close());

/** A poll that opens in a day; not open yet. */
async function planned(level: 1 | 2, electorate: object = {}): Promise<{ poll: string; opensAt: Date; closesAt: Date }> {
  const opensAt = after(database.clock.now, days(1));
  const closesAt = after(opensAt, minutes(60));
  const { poll } = await database.perform(planPoll, officer, {
    kern: "arkel",
    question: "Een bankje?",
    form: { kind: "for-against-abstain" },
    level,
    electorate: { assurance: "letter", per: "person", minAge: null, ...electorate },
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
  return { poll, opensAt, closesAt };
}

async function opened({ poll, opensAt, closesAt }: Awaited<ReturnType<typeof planned>>): Promise<OpenPoll> {
  database.clock.now = opensAt;
  await database.perform(openPoll, itself(municipality), { poll });
  return { poll, opensAt, closesAt, view: await database.perform(viewPublicPoll, visitor, { poll }) };
}

async function withLetters(level: 1 | 2, number = 12, spares = 2): Promise<LettersMade & { open: OpenPoll }> {
  const plan = await planned(level);
  const made = await database.perform(makeLetters, officer, { poll: plan.poll, number, spares });
  return { ...made, open: await opened(plan) };
}

const make = (poll: string, more: object, who: Person = officer) => database.perform(makeLetters, who, { poll, ...more });
const codeAt = ({ letters }: LettersMade, at: number) => letters[at]?.code ?? "";
const file = (text: string) => Buffer.from(text, "utf8").toString("base64");
const byLetter = (open: OpenPoll, code: string, more: object = {}) =>
  open.view.level === 1
    ? castWith(database.perform, castByLetter, open, visitor, { municipality, code, ...more }, choice)
    : passWith(database.perform, passByLetter, open, visitor, { municipality, code, ...more });

describe("making letters", () => {
  test("five thousand take a few seconds, all different and right, with nothing of a code in the database", async () => {
    const { poll } = await planned(2);
    const began = performance.now();
    const made = await make(poll, { number: 5000, spares: 100 });
    expect(performance.now() - began).toBeLessThan(10_000);
    const codes = [...made.letters, ...made.spares].map(({ code }) => tidyLetterCode(code));
    expect(new Set(codes).size).toBe(5100);
    expect(codes.every(isLetterCode)).toBe(true);
    const { rows } = await database.connections.owner.query("select * from letter where poll_id = $1", [poll]);
    expect(rows).toHaveLength(5100);
    const { rows: audit } = await database.connections.owner.query("select * from audit where object like $1", [`poll ${poll}%`]);
    expect(audit.at(-1)).toMatchObject({ object: `poll ${poll}, 5000 letters, 100 spares` });
    const stored = JSON.stringify([rows, audit]);
    for (const code of codes.slice(0, 200)) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(Buffer.from(code).toString("hex"));
    }
  });

  test("every letter of the alphabet is as likely as any other", async () => {
    const { poll } = await planned(1);
    const { letters } = await make(poll, { number: 4000 });
    const counts = new Map<string, number>();
    for (const { code } of letters)
      for (const letter of tidyLetterCode(code).slice(0, 11)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const expected = (4000 * 11) / letterAlphabet.length;
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 18 degrees of freedom: above 60 once in half a million runs.
    expect(chiSquared).toBeLessThan(60);
  });

  test("for the addresses of a file: printed with the columns given, kept nowhere", async () => {
    const { poll } = await planned(2);
    const { letters, spares, printFile } = await make(poll, {
      file: file(
        "Naam;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Aantal\r\nA. Bewoner;Dorpsstraat;12;a;4241 ab;Arkel;2\r\n;Vlietskade;3;;4241AC;Arkel;\r\n",
      ),
      spares: 1,
    });
    expect(letters.map(({ serial, address }) => ({ serial, address }))).toEqual([
      { serial: 1, address: ["A. Bewoner", "Dorpsstraat 12 a", "4241AB  Arkel"] },
      { serial: 2, address: ["A. Bewoner", "Dorpsstraat 12 a", "4241AB  Arkel"] },
      { serial: 3, address: ["Vlietskade 3", "4241AC  Arkel"] },
    ]);
    expect(spares).toHaveLength(1);
    const lines = printFile.replace("\uFEFF", "").trim().split("\r\n");
    expect(lines[0]).toBe("Naam;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Aantal;volgnummer;stemcode");
    expect(lines[1]).toBe(`A. Bewoner;Dorpsstraat;12;a;4241 ab;Arkel;2;1;${letters[0]?.code}`);
    expect(lines[4]).toBe(`;;;;;;;4;${spares[0]?.code}`);
    const { rows } = await database.connections.owner.query("select to_jsonb(l)::text as row from letter l where poll_id = $1", [
      poll,
    ]);
    for (const { row } of rows) expect(row).not.toMatch(/Dorpsstraat|4241|Bewoner/i);
  });

  test("names every faulty line of a file", async () => {
    const { poll } = await planned(1, { per: "household" });
    const faults = async (text: string) => {
      const refusal = await make(poll, { file: file(text) }).catch((error: unknown) => error);
      return (refusal as { details: { fields: { path: string; message: string }[] } }).details.fields;
    };
    expect(await faults("postcode;huisnummer\n4241;1\n4241AB;x\n4241AB;2\n4241 ab;2\n")).toEqual([
      { path: "file.2.postcode", message: "invalid-full-postcode" },
      { path: "file.3.huisnummer", message: "invalid-house-number" },
      { path: "file.5.postcode", message: "given-twice" },
    ]);
    expect(await faults("postcode;huisnummer;aantal\n4241AB;2;2\n")).toEqual([
      { path: "file.2.aantal", message: "wrong-number" },
    ]);
    expect(await faults("straat;nummer\nDorpsstraat;1\n")).toEqual([{ path: "file", message: "address-columns-missing" }]);
    expect(await faults("postcode;huisnummer\n")).toEqual([{ path: "file", message: "empty-file" }]);
  });

  test("again only when asked for, and the earlier ones are void then", async () => {
    const plan = await planned(1);
    const first = await make(plan.poll, { number: 3 });
    expect(await make(plan.poll, { number: 4 }).catch((error: unknown) => error)).toMatchObject({
      code: "letters-made",
      details: { number: 3 },
    });
    const second = await make(plan.poll, { number: 4, again: true });
    const open = await opened(plan);
    expect(open.view.rollSize).toBe(4);
    expect(await codeOf(byLetter(open, codeAt(first, 0)))).toBe("letter-unknown");
    expect(await codeOf(byLetter(open, codeAt(second, 0)))).toBe("done");
  });

  test("is for the kern's officer, for a roll of letters, before the poll begins", async () => {
    const { open } = await withLetters(1);
    expect(await codeOf(make(open.poll, { number: 1, again: true }))).toBe("poll-has-begun");
    const { poll } = await planned(1);
    const elsewhere = await aPerson(database, { roles: [{ role: "officer", kern: "hoornaar" }] });
    for (const who of [member, elsewhere]) expect(await codeOf(make(poll, { number: 1 }, who))).toBe("not-allowed");
    const mail = await planned(1, { assurance: "mail" });
    expect(await codeOf(make(mail.poll, { number: 1 }))).toBe("invalid-input");
    expect(await codeOf(make(poll, {}))).toBe("invalid-input");
    expect(await codeOf(make(poll, { number: 1, file: file("x") }))).toBe("invalid-input");
  });
});

describe.each([1, 2] as const)("voting by a letter, at level %i", (level) => {
  test("works as typed by people, once; a vote can be changed on the same device", async () => {
    const made = await withLetters(level);
    const { open } = made;
    const untidy = codeAt(made, 0).toLowerCase().replaceAll("-", " ");
    await byLetter(open, untidy);
    const used = await byLetter(open, codeAt(made, 0)).catch((error: unknown) => error);
    expect(used).toMatchObject({
      code: level === 1 ? "already-voted" : "pass-taken",
      details: { name: "Ans Officier", phone: "088 000 00 00" },
    });
    expect(await codeOf(byLetter(open, codeAt(made, 1)))).toBe("done");
  });

  test("a typing error is told before anything is looked up; a guess is unknown; a spare is worth nothing yet", async () => {
    const made = await withLetters(level);
    const right = tidyLetterCode(codeAt(made, 0));
    const wrong = `${right.slice(0, 12)}${right.endsWith("A") ? "B" : "A"}`;
    expect(await byLetter(made.open, wrong).catch((error: unknown) => error)).toMatchObject({
      code: "invalid-input",
      details: { fields: [{ path: "code", message: "invalid-letter-code" }] },
    });
    const other = await make((await planned(level)).poll, { number: 1 });
    expect(await codeOf(byLetter(made.open, codeAt(other, 0)))).toBe("letter-unknown");
    expect(await codeOf(byLetter(made.open, made.spares[0]?.code ?? ""))).toBe("letter-unknown");
  });

  test("a spare takes the place of a lost letter, whose code is void; not of a letter that was used", async () => {
    const made = await withLetters(level);
    const { open, spares } = made;
    const replace = (serial: number, spare: number, who: Person = officer) =>
      codeOf(database.perform(replaceLetter, who, { poll: open.poll, serial, spare }));
    await byLetter(open, codeAt(made, 0));
    expect(await replace(1, 13)).toBe("letter-used");
    expect(await replace(2, 13, member)).toBe("not-allowed");
    expect(await replace(2, 3)).toBe("letter-unknown");
    expect(await replace(2, 13)).toBe("done");
    expect(await replace(2, 14)).toBe("letter-unknown");
    expect(await replace(3, 13)).toBe("letter-unknown");
    expect(await codeOf(byLetter(open, codeAt(made, 1)))).toBe("letter-unknown");
    expect(await codeOf(byLetter(open, spares[0]?.code ?? ""))).toBe("done");
    expect(await replace(13, 14)).toBe("letter-used");
    expect(await database.perform(viewRoll, officer, { poll: open.poll })).toMatchObject({
      places: 12,
      parts: { mail: 0, address: 0, letter: 12 },
      letters: { made: 12, spares: 1 },
    });
  });

  test("an account gives no place on a roll of letters", async () => {
    const { open } = await withLetters(level);
    expect(await codeOf(vote(database.perform, open, member, choice))).toBe("letter-needed");
  });

  test("letters stand in the one ledger: with help, on paper, online", async () => {
    const made = await withLetters(level);
    const { open } = made;
    const help = (letter: number) =>
      level === 1
        ? castWith(database.perform, castWithHelp, open, officer, { letter }, choice)
        : passWith(database.perform, passWithHelp, open, officer, { letter });
    await help(1);
    await database.perform(markPaper, officer, { poll: open.poll, letter: 2 });
    expect(await codeOf(byLetter(open, codeAt(made, 0)))).toBe("voted-with-help");
    expect(await codeOf(byLetter(open, codeAt(made, 1)))).toBe("voted-on-paper");
    expect(await codeOf(help(2))).toBe("voted-on-paper");
    expect(await codeOf(help(13))).toBe("letter-unknown");
    expect(await database.perform(findOnRoll, officer, { poll: open.poll, q: "2" })).toEqual({
      voters: [{ person: null, letter: 2, name: null, marked: "paper", shares: 0 }],
    });
  });

  test("fifty uses of one letter at the same moment make one ballot", async () => {
    const made = await withLetters(level);
    const outcomes = await Promise.all(
      Array.from({ length: level === 1 ? 50 : 8 }, () => codeOf(byLetter(made.open, codeAt(made, 0)))),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  });

  test("asks every age floor, for holders of a letter have declared none", async () => {
    const plan = await planned(level, { minAge: 12 });
    const made = await make(plan.poll, { number: 2 });
    const open = await opened(plan);
    expect(await codeOf(byLetter(open, codeAt(made, 0)))).toBe("age-to-declare");
    expect(await codeOf(byLetter(open, codeAt(made, 0), { oldEnough: true }))).toBe("done");
  });

  test("is over when the poll has closed, and the export is sound", async () => {
    const made = await withLetters(level, 12);
    for (const { code } of made.letters.slice(0, 11)) {
      const device = await byLetter(made.open, code);
      if ("cast" in device) await device.cast(visitor, choice);
    }
    const late = { receivedAt: made.open.closesAt };
    const tooLate = database.perform(
      passByLetter,
      visitor,
      { municipality, poll: made.open.poll, code: codeAt(made, 11), blinded: "A".repeat(342) },
      late,
    );
    expect(await codeOf(tooLate)).toBe(level === 2 ? "poll-closed" : "not-found");
    expect((await closeAndCount(database, made.open)).tally).toMatchObject({ voters: 11, rollSize: 12 });
    const verdict = await verifyExport(await exportOf(database.perform, made.open.poll));
    expect(verdict.fault).toBeNull();
  });
});

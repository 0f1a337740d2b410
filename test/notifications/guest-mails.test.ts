import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { type LocalMail, type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import type { MembersFact } from "../../src/members/contract.ts";
import {
  actorForEntra,
  askEmailChange,
  blockPerson,
  confirmEmailChange,
  invitePerson,
  leaveKern,
  listPeople,
  recordGuest,
  unblockPerson,
} from "../../src/members/index.ts";
import { type MailReaction, makeNotifications } from "../../src/notifications/index.ts";
import { invitation, invitationReminder } from "../../src/notifications/letters/invitation.ts";
import { mailText } from "../../src/notifications/mail-text.ts";
import { after, days } from "../../src/shared/time.ts";
import { type Actor, itself, type Tx } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { noChat } from "./no-chat.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-guest-mails-"));
const start = new Date("2026-11-22T12:00:00Z");
const job = itself("molenlanden");
const redeemUrl = "https://login.example/redeem?x=1";
let database: TestDatabase;
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let reactions: MailReaction[] = [];
let officer: Actor & { person: string };
const queue: MembersFact[] = [];
const later: { at: Date; reaction: MailReaction; fact: MembersFact }[] = [];
const within = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  database = await testDatabase((fact) => {
    queue.push(fact as MembersFact);
    return [];
  });
  await aMunicipality(database);
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  reactions = makeNotifications({
    ...noChat,
    postOffice: office,
    inMunicipality: database.connections.inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => database.clock.now,
  });
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  await database.connections.inMunicipality("molenlanden", (tx) =>
    tx
      .updateTable("person")
      .set({ photo_url: "https://molenlanden.example/ina.jpg" })
      .where("person_id", "=", officer.person)
      .execute(),
  );
});
afterAll(async () => {
  office.close();
  await mailbox.close();
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  database.clock.now = start;
  queue.length = 0;
  later.length = 0;
});

/** Does what follows from the facts so far; what is due later is kept for `passes`. */
async function settle(): Promise<void> {
  for (let fact = queue.shift(); fact; fact = queue.shift()) {
    for (const reaction of reactions.filter(({ follows }) => follows === fact?.fact)) {
      const at = reaction.due?.(fact);
      if (at && at > database.clock.now) later.push({ at, reaction, fact });
      else await reaction.run({ municipality: "molenlanden", fact });
    }
  }
}
/** Lets days pass, with the jobs that come due in them. */
async function passes(count: number): Promise<void> {
  database.clock.now = after(database.clock.now, days(count));
  for (const { at, reaction, fact } of later.splice(0)) {
    if (at > database.clock.now) later.push({ at, reaction, fact });
    else await reaction.run({ municipality: "molenlanden", fact });
  }
}
let count = 0;
async function invited({ email = `genodigde.${++count}@voorbeeld.example`, language = "nl" } = {}) {
  const form = { kern: "arkel", name: "Jo Voorbeeld", email, language, consent: "brief" };
  const { person } = await database.perform(invitePerson, officer, form);
  const outcome = { oid: person, redeemUrl, pending: true };
  await database.perform(recordGuest, job, { person, kern: "arkel", outcome });
  await settle();
  return { person, email };
}
const mailsTo = (email: string): LocalMail[] => mailbox.list().filter(({ to }) => to === email);
const subjects = (email: string) =>
  mailsTo(email)
    .map(({ subject }) => subject)
    .reverse();

describe("an invitation", () => {
  test("names the kern and the officer, opens Teams, tells how the first time goes and where a new one is asked", async () => {
    const { email } = await invited();
    const [mail] = mailsTo(email);
    expect(mail?.subject).toBe("Doe mee in Arkel");
    for (const words of [
      "Ina Fictief nodigt u uit",
      redeemUrl,
      "30 minuten",
      "/molenlanden/ik/gegevens",
      "088 000 00 00",
      "/molenlanden/arkel",
    ]) {
      expect(mail?.text).toContain(words);
    }
    expect(mail?.html).toContain('<img src="https://molenlanden.example/ina.jpg"');
  });

  test("is in English for who reads English", async () => {
    const { email } = await invited({ language: "en" });
    expect(mailsTo(email)[0]).toMatchObject({
      subject: "Take part in Arkel",
      text: expect.stringContaining("Ina Fictief invites you"),
    });
  });

  test("is followed by a reminder after 7 and 21 days, then by silence", async () => {
    const { email } = await invited();
    await passes(6);
    expect(mailsTo(email)).toHaveLength(1);
    await passes(1);
    await passes(14);
    await passes(60);
    const reminder = "Uw uitnodiging voor Arkel ligt nog klaar";
    expect(subjects(email)).toEqual(["Doe mee in Arkel", reminder, reminder]);
    expect(mailsTo(email)[0]?.text).toContain("Dit is de laatste keer");
    expect(mailsTo(email)[1]?.text).not.toContain("Dit is de laatste keer");
    expect(mailsTo(email)[0]?.text).toContain(redeemUrl);
  });

  test.each<[string, (person: string) => Promise<unknown>]>([
    ["who came", (person) => within((tx) => actorForEntra(tx, person, "tab", start))],
    ["who left", (person) => database.perform(leaveKern, { ...officer, person }, { kern: "arkel" })],
    ["who is blocked", (person) => database.perform(blockPerson, officer, { person, kern: "arkel", reason: "Dat ging te ver." })],
  ])("%s is not reminded", async (_, happens) => {
    const { person, email } = await invited();
    await happens(person);
    queue.length = 0;
    await passes(30);
    expect(subjects(email)).toEqual(["Doe mee in Arkel"]);
  });

  test("that a mailbox refuses shows on the officer's list with the reason, until another mail arrives", async () => {
    const { person, email } = await invited({ email: "vol@voorbeeld.example" });
    const row = async () => (await database.perform(listPeople, officer, { q: email })).people[0];
    expect(await row()).toMatchObject({ state: "mail-bounced", mailFailure: expect.stringContaining("552") });
    expect(mailsTo(email)).toEqual([]);
    expect(person).toBeTruthy();
  });

  test("asked for anew comes each time it is asked for", async () => {
    const { person, email } = await invited();
    for (const renewal of [start, after(start, days(1))].map((at) => at.toISOString())) {
      const outcome = { oid: person, redeemUrl, pending: true };
      await database.perform(recordGuest, job, { person, kern: "arkel", outcome, renewal });
      await settle();
    }
    expect(subjects(email)).toEqual(["Doe mee in Arkel", ...Array(2).fill("Uw nieuwe uitnodiging voor Arkel")]);
  });
});

describe("what changes for somebody", () => {
  test("a block is told with its reason and end, its lifting as well, each once", async () => {
    const { person, email } = await invited();
    const until = "2026-12-01T12:00:00.000Z";
    await database.perform(blockPerson, officer, { person, kern: "arkel", reason: "U bleef anderen uitschelden.", until });
    await settle();
    expect(mailsTo(email)[0]).toMatchObject({
      subject: "U kunt nu niet meedoen",
      text: expect.stringMatching(/uitschelden[\s\S]*1 december 2026 om 13:00/),
    });
    await database.perform(unblockPerson, officer, { person, kern: "arkel" });
    await settle();
    expect(subjects(email).at(-1)).toBe("U kunt weer meedoen");
  });

  test("a new address is confirmed from its own mailbox, and the former one is told", async () => {
    const { person, email } = await invited();
    const fresh = `nieuw.${email}`;
    await database.perform(askEmailChange, { ...officer, person }, { email: fresh });
    const { token } = queue.find(({ fact }) => fact === "email-change-asked") as { token: string };
    await settle();
    const [mail] = mailsTo(fresh);
    expect(mail?.links).toContain(`https://kernplein.example/meedoen/adres#molenlanden.${token}`);
    await database.perform(confirmEmailChange, { ...officer, person: null, roles: [] }, { token });
    await settle();
    expect(subjects(email).at(-1)).toBe("Uw e-mailadres is veranderd");
    await database.perform(recordGuest, job, { person, kern: "arkel", outcome: { oid: person, redeemUrl, pending: true } });
    await settle();
    expect(subjects(fresh)).toEqual(["Is dit uw nieuwe e-mailadres?", "Doe mee in Arkel"]);
  });
});

test("the letters keep to short sentences and one button, whatever is known", () => {
  const given = {
    kernName: "Arkel",
    name: "Jo",
    officerName: "Ina",
    url: "https://x.example/a",
    meUrl: "https://x.example/m",
    accountUrl: "https://x.example/g",
  };
  const frame = { municipalityName: "Molenlanden", place: "Arkel", accent: "moss", contact: { name: "Ina", phone: "088" } };
  for (const language of ["nl", "en"] as const)
    for (const teamUrl of [null, redeemUrl])
      for (const webOnly of [true, false])
        for (const letter of [
          invitation(language, { ...given, teamUrl, webOnly }),
          invitationReminder(language, { ...given, teamUrl, webOnly, last: true }),
        ]) {
          expect(letter.button.url).toBe(teamUrl ?? given.url);
          const text = mailText(letter, { ...frame, language });
          expect(text).not.toMatch(/undefined|null|\{|\}/);
          for (const sentence of letter.paragraphs.join(" ").split(/[.?!] /))
            expect(sentence.split(" ").length).toBeLessThanOrEqual(16);
        }
});

/** Which mails somebody wants: her page, the link under a mail, and what then is sent; real mailbox, real database. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import { mailKinds } from "../../src/notifications/contract.ts";
import {
  changeMailSetting,
  type MailReaction,
  makeNotifications,
  stopMails,
  viewMailSettings,
  viewMessageReach,
} from "../../src/notifications/index.ts";
import { answerProposal, publishProposal, saveDraft, submitProposal, supportProposal } from "../../src/proposals/index.ts";
import { after, days } from "../../src/shared/time.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { openPoll, planPoll } from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { noChat } from "./no-chat.ts";

type Person = Actor & { person: string };
const municipality = "molenlanden";
const visitor: Actor = { municipality, person: null, roles: [], channel: "web", language: "nl" };
const folder = mkdtempSync(join(tmpdir(), "kernplein-settings-"));
let database: TestDatabase;
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let reactions: MailReaction[];
let officer: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  reactions = makeNotifications({
    ...noChat,
    vault: database.workshop.vault,
    postOffice: office,
    inMunicipality: database.connections.inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => database.clock.now,
  });
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(async () => {
  office.close();
  await mailbox.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const run = (name: string, fact: Fact) =>
  reactions.find((reaction) => reaction.name === `notifications.${name}`)?.run({ municipality, fact });
const mailsTo = ({ person }: Person) => mailbox.list().filter(({ to }) => to === `${person}@voorbeeld.example`);
const wants = async (who: Person) =>
  (await database.perform(viewMailSettings, who, {})).mails.filter(({ wanted }) => wanted).map(({ mail }) => mail);
const reachOf = async (about: string, who: Person) =>
  (await database.perform(viewMessageReach, officer, { kern: "arkel", message: about.replaceAll(" ", "~") })).people.find(
    ({ person }) => person === who.person,
  );

async function anOpenPoll(): Promise<string> {
  const { now } = database.clock;
  const { poll } = await database.perform(planPoll, officer, {
    kern: "arkel",
    question: "Mag de dijk eenrichting worden?",
    form: { kind: "for-against-abstain" },
    opensAt: now.toISOString(),
    closesAt: after(now, days(5)).toISOString(),
  });
  await database.perform(openPoll, { ...visitor, channel: "job" }, { poll });
  await run("mail-poll-opened", { fact: "poll-opened", poll, kern: "arkel" } as Fact);
  return poll;
}

async function aProposal(author: Person): Promise<string> {
  const draft = { kern: "arkel", title: "Steiger terug", body: "De steiger aan de Merwede moet terugkomen.", place: null };
  const { proposal } = await database.perform(saveDraft, author, draft);
  await database.perform(submitProposal, author, { proposal });
  await database.perform(publishProposal, officer, { proposal });
  return proposal;
}

describe("on her own page", () => {
  test("everything is wanted until she stops it; one kind at a time, twice does no harm, and back again", async () => {
    const jo = await aPerson(database);
    expect(await wants(jo)).toEqual([...mailKinds]);
    await database.perform(changeMailSetting, jo, { mail: "results", wanted: false });
    await Promise.all([
      database.perform(changeMailSetting, jo, { mail: "results", wanted: false }),
      database.perform(changeMailSetting, jo, { mail: "polls", wanted: false }),
    ]);
    expect(await wants(jo)).toEqual(["answers", "meetings", "log-heads"]);
    await database.perform(changeMailSetting, jo, { mail: "results", wanted: true });
    expect(await wants(jo)).toEqual(["results", "answers", "meetings", "log-heads"]);
    expect(await wants(await aPerson(database))).toEqual([...mailKinds]);
  });

  test("a visitor has none, and what always comes cannot be stopped", async () => {
    await expect(database.perform(viewMailSettings, visitor, {})).rejects.toMatchObject({ code: "not-signed-in" });
    const change = { mail: "polls", wanted: false };
    await expect(database.perform(changeMailSetting, visitor, change)).rejects.toMatchObject({ code: "not-signed-in" });
    const signIn = { mail: "sign-in", wanted: false };
    await expect(database.perform(changeMailSetting, officer, signIn)).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("a poll that opens", () => {
  test("is mailed to who wants that, with a link that stops it; the officer reads who did not want it", async () => {
    const [jo, stopper] = [await aPerson(database, { name: "Jo" }), await aPerson(database, { name: "Stop" })];
    await database.perform(changeMailSetting, stopper, { mail: "polls", wanted: false });
    const poll = await anOpenPoll();
    expect(mailsTo(stopper)).toEqual([]);
    const [mail] = mailsTo(jo);
    expect(mail?.text).toContain("Deze mails stoppen https://kernplein.example/mails-stoppen#molenlanden.");
    expect(mail?.stopUrl).toMatch(
      /^https:\/\/kernplein\.example\/mails-stoppen\/meteen\?token=molenlanden\.[\da-f-]{36}%7Epolls%7E[\w-]{22}$/,
    );
    expect(await reachOf(`poll-opened ${poll}`, jo)).toMatchObject({ ways: [{ way: "mail", state: "done" }], whyNot: null });
    expect(await reachOf(`poll-opened ${poll}`, stopper)).toMatchObject({
      ways: [{ way: "mail", state: "unwanted" }],
      whyNot: "unwanted",
    });

    // She changes her mind: what was not sent then is not sent now, the next one is.
    await database.perform(changeMailSetting, stopper, { mail: "polls", wanted: true });
    await run("mail-poll-opened", { fact: "poll-opened", poll, kern: "arkel" } as Fact);
    expect(mailsTo(stopper)).toEqual([]);
    expect(await reachOf(`poll-opened ${poll}`, stopper)).toMatchObject({ whyNot: "unwanted" });
    await anOpenPoll();
    expect(mailsTo(stopper)).toHaveLength(1);
  });

  test("is mailed no more after the link in the mail, pressed without signing in, twice", async () => {
    const jo = await aPerson(database);
    await anOpenPoll();
    const token = new URL(mailsTo(jo)[0]?.stopUrl ?? "").searchParams.get("token")?.split(".").at(-1) ?? "";
    expect(await database.perform(stopMails, visitor, { token })).toEqual({ mail: "polls", wanted: false });
    expect(await database.perform(stopMails, visitor, { token })).toEqual({ mail: "polls", wanted: false });
    expect(await wants(jo)).toEqual(["results", "answers", "meetings", "log-heads"]);
    await anOpenPoll();
    expect(mailsTo(jo)).toHaveLength(1);
    const made = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    await expect(database.perform(stopMails, visitor, { token: made })).rejects.toMatchObject({
      code: "invalid-input",
      details: { fields: [{ path: "token", message: "invalid-link" }] },
    });
  });
});

test("an answer always goes to its author; to who backs it only when she wants that", async () => {
  const [author, backer, stopper] = [await aPerson(database), await aPerson(database), await aPerson(database)];
  const proposal = await aProposal(author);
  for (const who of [backer, stopper]) await database.perform(supportProposal, who, { proposal });
  for (const who of [author, stopper]) await database.perform(changeMailSetting, who, { mail: "answers", wanted: false });
  const answer = { proposal, outcome: "yes", text: "De steiger komt in het voorjaar terug.", signedBy: "Team Buitenruimte" };
  await database.perform(answerProposal, officer, answer);
  await run("mail-proposal-answered", { fact: "proposal-answered", proposal, kern: "arkel" } as Fact);
  expect(mailsTo(author)).toMatchObject([{ stopUrl: null, subject: "Antwoord van de gemeente: Steiger terug" }]);
  expect(mailsTo(author)[0]?.text).not.toContain("Deze mails stoppen");
  expect(mailsTo(backer)).toMatchObject([{ stopUrl: expect.stringContaining("answers") }]);
  expect(mailsTo(stopper)).toEqual([]);
  expect(await reachOf(`proposal-answered ${proposal}`, stopper)).toMatchObject({ whyNot: "unwanted" });
});

test("asking for the fingerprints of a poll starts their mails again", async () => {
  const jo = await aPerson(database);
  await database.perform(changeMailSetting, jo, { mail: "log-heads", wanted: false });
  await run("want-log-heads", { fact: "log-followed", poll: jo.person, person: jo.person } as Fact);
  expect(await wants(jo)).toEqual([...mailKinds]);
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { recordTeamUrl } from "../../src/kernen/index.ts";
import type { LocalMail, LocalMailbox } from "../../src/local/mailbox/index.ts";
import {
  askSignInLink,
  askToJoin,
  confirmJoin,
  decideJoinRequest,
  enrol,
  leaveKern,
  openSession,
  recordGuest,
} from "../../src/members/index.ts";
import type { MailReaction } from "../../src/notifications/index.ts";
import {
  answerProposal,
  finishProposal,
  publishProposal,
  refuseProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  supportProposal,
  takeIntoTreatment,
} from "../../src/proposals/index.ts";
import { after, days, hours, minutes } from "../../src/shared/time.ts";
import { type Actor, type Fact, makePerform, type Tx } from "../../src/shared/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { castWithHelp, closePoll, planPoll, viewPoll, viewPublicPoll } from "../../src/voting/index.ts";
import { aPerson, type TestDatabase } from "../support/database.ts";
import { voteIn } from "../support/voting.ts";
import { castWith } from "../support/voting-ways.ts";
import { type MailStage, mailStage } from "./mail-stage.ts";

let stage: MailStage;
let database: TestDatabase;
let mailbox: LocalMailbox;
let reactions: MailReaction[] = [];
let officer: Actor & { person: string };
const start = new Date("2026-11-22T12:00:00Z");
const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
const itself: Actor = { ...visitor, channel: "job" };
const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  stage = await mailStage();
  ({ database, mailbox, reactions, officer } = stage);
});
afterAll(() => stage?.close());

let people = 0;
const newAddress = () => `inwoner.${++people}@voorbeeld.example`;
const form = (email: string, changes: object = {}) => ({ kern: "arkel", name: "Jo Voorbeeld", email, consent: true, ...changes });

/** Waits until the queue is empty, then gives the mails to this address, newest first. */
async function mailsTo(email: string): Promise<LocalMail[]> {
  await emptyQueue();
  return mailbox.list().filter(({ to }) => to === email);
}
async function emptyQueue(): Promise<void> {
  for (;;) {
    const { rows } = await database.connections.owner.query(
      "select 1 from graphile_worker.jobs where attempts < max_attempts and run_at <= now() + interval '1 minute'",
    );
    if (rows.length === 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}
const tokenIn = (mail: LocalMail | undefined) => mail?.links.find((link) => link.includes("#"))?.split("#molenlanden.")[1] ?? "";
async function resident(
  changes: { name?: string; language?: "nl" | "en" } = {},
): Promise<Actor & { person: string; email: string }> {
  const email = newAddress();
  const { name = "Jo Voorbeeld", language = "nl" } = changes;
  const person = await inMolenlanden((tx) => enrol(tx, { kern: "arkel", name, email, language, since: start }));
  return { ...visitor, person, email, language, roles: [{ role: "resident", kern: "arkel" }] };
}

test("every mail is subscribed to the very fact it was written for", () => {
  const subscribed = Object.entries(subscriptions).flatMap(([fact, names]) => names.map((name) => `${name} after ${fact}`));
  expect(subscribed).toEqual(expect.arrayContaining(reactions.map(({ name, follows }) => `${name} after ${follows}`)));
});

describe("joining by mail", () => {
  test("goes from the first mail to the welcome, each with what it needs", async () => {
    const email = newAddress();
    await database.perform(askToJoin, visitor, form(email));
    const [asked] = await mailsTo(email);
    expect(asked?.subject).toBe("Bevestig dat u wilt meedoen in Arkel");
    expect(asked?.from).toBe('"Kernplein molenlanden" <kernplein@voorbeeld.example>');
    expect(asked?.replyTo).toBe("ina@molenlanden.example");
    expect(asked?.links[0]).toMatch(/^https:\/\/kernplein\.example\/meedoen\/bevestigen#molenlanden\.[\w-]{22}$/);
    expect(asked?.text).toContain("Vragen? Bel Ina Fictief: 088 000 00 01");

    expect((await database.perform(confirmJoin, visitor, { token: tokenIn(asked) })).state).toBe("waits-for-officer");
    const [note] = await mailsTo("ina@molenlanden.example");
    expect(note).toMatchObject({
      subject: "Jo Voorbeeld wil meedoen in Arkel",
      links: expect.arrayContaining(["https://kernplein.example/molenlanden/werkplek"]),
    });
    expect(note?.text).not.toContain(email);

    await database.perform(askToJoin, visitor, form(email));
    await database.perform(askToJoin, visitor, form(email));
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
      "Uw aanvraag voor Arkel is in behandeling",
      "Bevestig dat u wilt meedoen in Arkel",
    ]);

    const { join_request_id } = await inMolenlanden((tx) =>
      tx.selectFrom("join_request").select("join_request_id").where("email", "=", email).executeTakeFirstOrThrow(),
    );
    await database.perform(decideJoinRequest, officer, { joinRequest: join_request_id, decision: "accepted" });
    await inMolenlanden((tx) => recordTeamUrl(tx, "arkel", "https://teams.example/arkel"));
    const { person_id: person } = await inMolenlanden((tx) =>
      tx.selectFrom("person").select("person_id").where("email", "=", email).executeTakeFirstOrThrow(),
    );
    const outcome = { oid: "oid-1", redeemUrl: "https://login.example/redeem?a=1&b=2" };
    expect(await database.perform(recordGuest, itself, { person, kern: "arkel", outcome })).toEqual({ person, webOnly: false });
    await database.perform(recordGuest, itself, { person, kern: "arkel", outcome });
    const welcomes = (await mailsTo(email)).filter(({ subject }) => subject === "Welkom in Arkel");
    expect(welcomes).toHaveLength(1);
    expect(welcomes[0]?.links).toEqual([
      "https://kernplein.example/molenlanden/arkel",
      "https://login.example/redeem?a=1&b=2",
      "https://kernplein.example/molenlanden/ik",
    ]);
  });

  test("only Kernplein itself records an invitation", async () => {
    const { person } = await resident();
    const refusals = [officer, visitor, { ...visitor, channel: "web" as const }];
    for (const actor of refusals) {
      const recording = database.perform(recordGuest, actor, { person, kern: "arkel", outcome: { webOnly: "address-refused" } });
      await expect(recording).rejects.toMatchObject({ code: "not-allowed" });
    }
  });

  test("who Microsoft refuses is welcomed to the web page, and told so", async () => {
    const { person, email } = await resident();
    await database.perform(recordGuest, itself, { person, kern: "arkel", outcome: { webOnly: "address-refused" } });
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain("Microsoft Teams neemt uw e-mailadres niet aan. U mist niets");
    expect(mail?.text).not.toContain("Liever in Microsoft Teams");
  });

  test("a kern without a team welcomes without a word about Teams, and a second welcome follows a return", async () => {
    const { person, email } = await resident();
    const record = () => database.perform(recordGuest, itself, { person, kern: "arkel", outcome: { webOnly: "no-team-yet" } });
    await record();
    const [mail] = await mailsTo(email);
    expect(mail?.text).not.toContain("Teams");
    const setMembership = (values: { since?: Date; left_at: Date | null }) =>
      inMolenlanden((tx) => tx.updateTable("membership").set(values).where("person_id", "=", person).execute());
    await setMembership({ left_at: start });
    await record();
    expect(await mailsTo(email)).toHaveLength(1);
    await setMembership({ since: after(start, days(9)), left_at: null });
    await record();
    expect(await mailsTo(email)).toHaveLength(2);
  });

  test("a kern that gets its team later tells so once, to who was welcomed before", async () => {
    const { person, email } = await resident();
    const record = (outcome: object) => database.perform(recordGuest, itself, { person, kern: "arkel", outcome });
    await record({ webOnly: "no-team-yet" });
    await mailsTo(email);
    for (let turn = 0; turn < 2; turn++) {
      await record({ oid: "oid-later", redeemUrl: "https://login.example/later" });
      expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
        "Arkel zit nu ook in Microsoft Teams",
        "Welkom in Arkel",
      ]);
    }
    await record({ webOnly: "no-team-yet" });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  test("a refusal reaches the person with its reason", async () => {
    const email = newAddress();
    await database.perform(askToJoin, visitor, form(email, { language: "en" }));
    await database.perform(confirmJoin, visitor, { token: tokenIn((await mailsTo(email))[0]) });
    const { join_request_id } = await inMolenlanden((tx) =>
      tx.selectFrom("join_request").select("join_request_id").where("email", "=", email).executeTakeFirstOrThrow(),
    );
    const decision = { joinRequest: join_request_id, decision: "refused", reason: "U woont in <Hoornaar> & omstreken." };
    await database.perform(decideJoinRequest, officer, decision);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe("Your request for Arkel");
    expect(mail?.text).toContain("> U woont in <Hoornaar> & omstreken.");
    expect(mail?.html).toContain("U woont in &#60;Hoornaar&#62; &#38; omstreken.");
  });

  test("a known member gets a link to sign in instead, which works", async () => {
    const { email } = await resident();
    await database.perform(askToJoin, visitor, form(email));
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe("U doet al mee in Arkel");
    expect((await database.perform(openSession, visitor, { token: tokenIn(mail) })).name).toBe("Jo Voorbeeld");
  });

  test("asking twice before the first mail left sends the newest link only", async () => {
    const email = newAddress();
    const confirmMail = reactions.find(({ name }) => name === "notifications.mail-confirm-join");
    const facts: Fact[] = [];
    const workshop = {
      ...database.workshop,
      queueReactions: async (_: Tx, __: string, given: readonly Fact[]) => void facts.push(...given),
    };
    const perform = makePerform(workshop);
    await perform(askToJoin, visitor, form(email));
    await perform(askToJoin, visitor, form(email));
    for (const fact of facts) await confirmMail?.run({ municipality: "molenlanden", fact });
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect((await database.perform(confirmJoin, visitor, { token: tokenIn(mails[0]) })).state).toBe("waits-for-officer");
  });

  test("a full mailbox is recorded with its reason and left in peace", async () => {
    await database.perform(askToJoin, visitor, form("vol@voorbeeld.example"));
    await emptyQueue();
    const failed = await inMolenlanden((tx) => tx.selectFrom("message_sent").selectAll().where("state", "=", "failed").execute());
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ channel: "mail", detail: "552 5.2.2 The mailbox is full" });
    const { rows } = await database.connections.owner.query("select 1 from graphile_worker.jobs");
    expect(rows).toEqual([]);
  });
});

describe("signing in by mail", () => {
  test("gives a link in the person's language that works until the time it says", async () => {
    const { email } = await resident({ language: "en", name: "Alex Example" });
    await database.perform(askSignInLink, visitor, { email });
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ subject: "Your link to sign in", text: expect.stringContaining("Hello Alex Example,") });
    expect(mail?.text).toContain("This link works once, until 13:15.");
    expect((await database.perform(openSession, visitor, { token: tokenIn(mail) })).name).toBe("Alex Example");
  });

  test("does not mail a link that no longer works", async () => {
    const { person } = await resident();
    const reaction = reactions.find(({ follows }) => follows === "sign-in-link-asked");
    const before = mailbox.list().length;
    await reaction?.run({
      municipality: "molenlanden",
      fact: { fact: "sign-in-link-asked", person, token: "unknown-token-of-nobody" } as Fact,
    });
    expect(mailbox.list()).toHaveLength(before);
  });
});

describe("mails about proposals", () => {
  async function submitted(author: Actor, title: string): Promise<string> {
    const { proposal } = await database.perform(saveDraft, author, {
      kern: "arkel",
      title,
      body: "De oude steiger is weg. Wij willen hem terug, voor wandelaars en voor de jeugd van het dorp.",
    });
    await database.perform(submitProposal, author, { proposal });
    return proposal;
  }

  test("the author hears that it was returned, with the reason, and then that it was published", async () => {
    const author = await resident();
    const proposal = await submitted(author, "Steiger terug aan de Merwede");
    await database.perform(returnProposal, officer, { proposal, reason: "Graag nog een foto erbij." });
    const [returned] = await mailsTo(author.email);
    expect(returned?.subject).toBe("Een vraag over uw voorstel: Steiger terug aan de Merwede");
    expect(returned?.text).toContain("> Graag nog een foto erbij.");
    expect(returned?.links[0]).toBe(`https://kernplein.example/molenlanden/voorstel/${proposal}/bewerken`);

    await database.perform(submitProposal, author, { proposal });
    await database.perform(publishProposal, officer, { proposal });
    const [published] = await mailsTo(author.email);
    expect(published?.subject).toBe("Uw voorstel is geplaatst: Steiger terug aan de Merwede");
    expect(published?.links[0]).toBe(`https://kernplein.example/molenlanden/voorstel/${proposal}`);
  });

  test("the author hears that it was refused, and why", async () => {
    const author = await resident({ language: "en" });
    const proposal = await submitted(author, "Verbied alle fietsen");
    await database.perform(refuseProposal, officer, { proposal, reason: "Dit kan de gemeente niet besluiten." });
    const [refused] = await mailsTo(author.email);
    expect(refused?.subject).toBe("Your proposal will not be published: Verbied alle fietsen");
    expect(refused?.text).toContain("> Dit kan de gemeente niet besluiten.");
  });

  test("who looks at it goes to its author; the answer and what came of it to who backs it too, once, but not to who left", async () => {
    const author = await resident();
    const backer = await resident({ language: "en" });
    const gone = await resident();
    const proposal = await submitted(author, "Een bankje bij de molen");
    await database.perform(publishProposal, officer, { proposal });
    for (const person of [backer, gone]) await database.perform(supportProposal, person, { proposal });
    await database.perform(leaveKern, gone, { kern: "arkel" });

    await database.perform(takeIntoTreatment, officer, {
      proposal,
      handledBy: "De wijkbeheerder komt kijken.",
      answerDue: "2027-01-15",
    });
    const [taken] = await mailsTo(author.email);
    expect(taken?.subject).toBe("De gemeente kijkt naar uw voorstel: Een bankje bij de molen");
    expect(taken?.text).toContain("> De wijkbeheerder komt kijken.");
    expect(taken?.text).toContain("U krijgt antwoord, op zijn laatst op 15 januari 2027.");
    expect(await mailsTo(backer.email)).toEqual([]);

    const answer = { proposal, outcome: "yes", text: "Het bankje komt er, bij de rode molen.", signedBy: "Team Groen" } as const;
    for (let times = 0; times < 2; times++) await database.perform(answerProposal, officer, answer);
    const [answered] = await mailsTo(author.email);
    expect(answered?.subject).toBe("Antwoord van de gemeente: Een bankje bij de molen");
    expect(answered?.text).toContain("De gemeente doet het");
    expect(answered?.text).toContain("Ondertekend: Team Groen");
    const told = await mailsTo(backer.email);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("a proposal that you support");
    expect(told[0]?.text).toContain("> Het bankje komt er, bij de rode molen.");

    await database.perform(finishProposal, officer, { proposal, text: "Het bankje staat er." });
    expect((await mailsTo(backer.email))[0]?.subject).toBe("Done: Een bankje bij de molen");
    expect((await mailsTo(gone.email)).filter(({ subject }) => subject.includes("bankje"))).toEqual([]);
  });
});

describe("mails about polls", () => {
  const plan = (closesAt: Date) =>
    database.perform(planPoll, officer, {
      kern: "arkel",
      question: "Komt de steiger terug?",
      form: { kind: "for-against-abstain" },
      opensAt: database.clock.now.toISOString(),
      closesAt: closesAt.toISOString(),
    });
  const about = (...words: string[]) => mailbox.list().filter(({ subject }) => words.some((word) => subject.startsWith(word)));
  const members = () =>
    inMolenlanden((tx) =>
      tx.selectFrom("membership").select("person_id").where("kern_id", "=", "arkel").where("left_at", "is", null).execute(),
    );

  test("every member hears that it opened and, once, what came of it", async () => {
    const voter = await resident();
    const outsider = await aPerson(database, { kernen: ["hoornaar"] });
    const { poll } = await plan(after(start, hours(24)));
    const [opened] = await mailsTo(voter.email);
    expect(opened).toMatchObject({ subject: "Stem in Arkel: Komt de steiger terug?" });
    expect(opened?.text).toContain("U kunt stemmen tot maandag 23 november 2026 om 13:00. Uw stem is geheim.");
    expect(opened?.links[0]).toBe(`https://kernplein.example/molenlanden/stemming/${poll}`);
    expect(new Set(about("Stem in Arkel", "Vote in Arkel").map(({ to }) => to)).size).toBe((await members()).length);
    expect(mailbox.list().some(({ to }) => to.startsWith(outsider.person))).toBe(false);

    await voteIn(database.perform, poll, voter, "for");
    database.clock.now = after(start, hours(24) + minutes(1));
    await database.perform(closePoll, itself, { poll });
    await emptyQueue();
    const closed = about("Uitslag in Arkel", "Outcome in Arkel");
    expect(new Set(closed.map(({ to }) => to)).size).toBe(closed.length);
    expect(closed).toHaveLength((await members()).length);
    expect(closed.find(({ to }) => to === voter.email)?.text).toMatch(/> .*Voor/);
    database.clock.now = start;
  });

  test("who was helped hears so after the count, not before, and without time or choice", async () => {
    const [helped, alone] = [await resident(), await resident()];
    const { poll } = await plan(after(start, hours(24)));
    const view = await database.perform(viewPublicPoll, visitor, { poll });
    await castWith(
      database.perform,
      castWithHelp,
      { poll, opensAt: start, closesAt: after(start, hours(24)), view },
      officer,
      { person: helped.person },
      { chosen: ["against"] },
    );
    await voteIn(database.perform, poll, alone, "for");
    await emptyQueue();
    const told = () => about("Met hulp gestemd", "Your vote in Arkel was cast with help");
    const seenBy = async (who: Actor) => (await database.perform(viewPoll, who, { poll })).votedWithHelp;
    expect([await seenBy(helped), await seenBy(alone), told()]).toEqual([true, false, []]);
    database.clock.now = after(start, hours(24) + minutes(1));
    await database.perform(closePoll, itself, { poll });
    await emptyQueue();
    expect(told().map(({ to }) => to)).toEqual([helped.email]);
    expect(told()[0]?.text).toContain("Bel Ina Fictief: 088 000 00 01");
    expect(told()[0]?.text).not.toMatch(/> .*(Voor|Tegen)|\d\d:\d\d/);
    database.clock.now = start;
  });

  test("an invitation to vote that comes too late is not sent", async () => {
    const opened = reactions.find(({ follows }) => follows === "poll-opened");
    const { poll } = await plan(after(start, hours(1)));
    await emptyQueue();
    const late = await resident();
    database.clock.now = after(start, hours(1));
    await opened?.run({ municipality: "molenlanden", fact: { fact: "poll-opened", poll, kern: "arkel" } as Fact });
    expect(await mailsTo(late.email)).toEqual([]);
    database.clock.now = start;
  });
});

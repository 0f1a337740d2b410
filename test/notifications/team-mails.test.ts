import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { type LocalMail, type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import { type MailReaction, makeNotifications } from "../../src/notifications/index.ts";
import { keepDrift } from "../../src/provisioning/drift-store.ts";
import { limitSaid } from "../../src/provisioning/limit-sayings.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { noChat } from "./no-chat.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-team-mails-"));
let database: TestDatabase;
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let reactions: MailReaction[] = [];

async function withAddress(actor: Actor & { person: string }, email: string, language = "nl"): Promise<void> {
  await database.connections.inMunicipality("molenlanden", (tx) =>
    tx.updateTable("person").set({ email, language }).where("person_id", "=", actor.person).execute(),
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  const { inMunicipality } = database.connections;
  const clock = () => database.clock.now;
  reactions = makeNotifications({ ...noChat, postOffice: office, inMunicipality, publicUrl: "https://kernplein.example", clock });
  const officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const admin = await aPerson(database, { name: "Bea Heerder", kernen: [], roles: [{ role: "admin", kern: null }] });
  const other = await aPerson(database, { name: "Ad Minister", kernen: [], roles: [{ role: "admin", kern: null }] });
  await withAddress(officer, "ina@molenlanden.example");
  await withAddress(admin, "bea@molenlanden.example");
  await withAddress(other, "ad@molenlanden.example", "en");
});
afterAll(async () => {
  office.close();
  await mailbox.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

/** Each job runs twice, as a queue may do after a crash. */
async function happens(fact: Fact): Promise<void> {
  const following = reactions.filter(({ follows }) => follows === fact.fact);
  for (const reaction of [...following, ...following]) await reaction.run({ municipality: "molenlanden", fact });
}
const mailsTo = (email: string): LocalMail[] => mailbox.list().filter(({ to }) => to === email);

test("a difference is mailed to the officer once; mended and back later, it is mailed again", async () => {
  const drift = { kern: "arkel", what: "tab-removed/voorstellen-arkel" };
  const text = { nl: "Tabblad Voorstellen vastzetten", en: "Pin tab Voorstellen" };
  const check = async (now: string, there: boolean) => {
    const fresh = await database.connections.inMunicipality("molenlanden", (tx) =>
      keepDrift(tx, "molenlanden", there ? [drift] : [], new Date(now)),
    );
    const found = { kern: "arkel", name: "Arkel", drift: fresh.map(({ what }) => ({ what, text })) };
    if (fresh.length > 0) await happens({ fact: "drift-found", at: now, ...found } as Fact);
    return mailsTo("ina@molenlanden.example").length;
  };
  expect(await check("2026-11-22T03:30:00Z", true)).toBe(1);
  expect(await check("2026-11-23T03:30:00Z", true)).toBe(1);
  expect(await check("2026-11-24T03:30:00Z", false)).toBe(1);
  expect(await check("2026-11-25T03:30:00Z", true)).toBe(2);
});

test("administrators, each in her own language, hear that a limit comes near; nobody else does", async () => {
  const use = { what: "members", kern: "arkel", used: 20_000, most: 25_000, threshold: 80 } as const;
  const at = "2026-11-22T03:30:00Z";
  await happens({ fact: "limit-nears", at, limits: [limitSaid(use, "Arkel")] } as Fact);
  const [dutch, ...more] = mailsTo("bea@molenlanden.example");
  expect([more, dutch?.subject]).toEqual([[], "Microsoft Teams raakt vol"]);
  expect(dutch?.text).toContain("20.000 van hoogstens 25.000 leden van het team van Arkel (80 %).");
  expect(mailsTo("ad@molenlanden.example").map(({ text }) => text)).toEqual([
    expect.stringContaining("20,000 of at most 25,000 members of the team of Arkel (80 %)."),
  ]);
  expect(mailsTo("ina@molenlanden.example").filter(({ subject }) => subject.includes("vol"))).toEqual([]);
});

test("a reported message goes to the officer of that kern, with the way to it and not with who reported it", async () => {
  const link = "https://teams.microsoft.com/l/message/19:x@thread.tacv2/1";
  await happens({
    fact: "message-reported",
    report: "1",
    kern: "arkel",
    text: "Dit is niet aardig.",
    why: "Schelden",
    link,
  } as Fact);
  const [mail, ...more] = mailsTo("ina@molenlanden.example").filter(({ subject }) => subject.startsWith("Melding over"));
  expect([more, mail?.subject]).toEqual([[], "Melding over een bericht in Arkel"]);
  for (const part of ["Dit is niet aardig.", "De reden: Schelden", link]) expect(mail?.text).toContain(part);
});

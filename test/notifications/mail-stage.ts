/** Mails as they really leave: facts become jobs, jobs become mails in a mailbox; and an officer of Arkel who can be called. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Jobs, startJobs } from "../../src/adapters/jobs/queue.ts";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import { type MailReaction, makeNotifications } from "../../src/notifications/index.ts";
import type { Actor, Perform } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { noChat } from "./no-chat.ts";

export interface MailStage {
  database: TestDatabase;
  mailbox: LocalMailbox;
  office: SmtpPostOffice;
  reactions: MailReaction[];
  jobs: Jobs;
  officer: Actor & { person: string };
  close(): Promise<void>;
}

/** `others`: what else follows the facts, beside mails. */
export async function mailStage(others: (perform: Perform) => MailReaction[] = () => []): Promise<MailStage> {
  const folder = mkdtempSync(join(tmpdir(), "kernplein-mails-"));
  let reactions: MailReaction[] = [];
  const database = await testDatabase((fact) => reactions.filter(({ follows }) => follows === fact.fact));
  const { inMunicipality, owner } = database.connections;
  await aMunicipality(database);
  const mailbox = await startLocalMailbox({ folder });
  const office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  const mails = makeNotifications({
    ...noChat,
    postOffice: office,
    inMunicipality,
    publicUrl: "https://kernplein.example/",
    clock: () => database.clock.now,
  });
  reactions = [...mails, ...others(database.perform)];
  const officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  await inMunicipality("molenlanden", (tx) =>
    tx
      .updateTable("person")
      .set({ phone: "088 000 00 01", email: "ina@molenlanden.example" })
      .where("person_id", "=", officer.person)
      .execute(),
  );
  const jobs = await startJobs(owner, reactions, { warn: () => undefined });
  async function close(): Promise<void> {
    await jobs.stop();
    office.close();
    await mailbox.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
  return { database, mailbox, office, reactions, jobs, officer, close };
}

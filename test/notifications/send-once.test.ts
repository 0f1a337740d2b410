import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ChatDesk } from "../../src/notifications/index.ts";
import { mailEach } from "../../src/notifications/mail-once.ts";
import type { Delivery, Mail, PostOffice } from "../../src/notifications/post-office.ts";
import { sendOnce } from "../../src/notifications/send-once.ts";
import { after, minutes } from "../../src/shared/time.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { noChat } from "./no-chat.ts";

let database: TestDatabase;
let sent: Mail[] = [];
const start = new Date("2026-11-22T12:00:00Z");
const mail = {
  fromName: "Kernplein",
  to: { name: "Jo", email: "jo@voorbeeld.example" },
  replyTo: null,
  stopUrl: null,
  language: "nl" as const,
  subject: "Dag",
  html: "",
  text: "Dag",
};

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
});
afterAll(() => database.close());
beforeEach(() => {
  sent = [];
  database.clock.now = start;
});

/** `answer`: what becomes of the mail; a post office that takes everything when left out. */
function deskWith(answer: (mail: Mail) => Promise<Delivery> | Delivery = () => ({ delivered: true })): ChatDesk {
  const postOffice: PostOffice = {
    async send(given) {
      sent.push(given);
      return answer(given);
    },
  };
  return {
    ...noChat,
    postOffice,
    inMunicipality: database.connections.inMunicipality,
    publicUrl: "https://kernplein.example",
    vault: database.workshop.vault,
    clock: () => database.clock.now,
  };
}
const recordOf = (key: string) =>
  database.connections.inMunicipality("molenlanden", (tx) =>
    tx.selectFrom("message_sent").select(["state", "detail"]).where("message_key", "=", key).executeTakeFirst(),
  );
const send = (desk: ChatDesk, key: string) => sendOnce(desk, "molenlanden", key, mail);

describe("a message", () => {
  test("leaves once, however often its job runs", async () => {
    for (let turn = 0; turn < 3; turn++) await send(deskWith(), "twice");
    expect(sent).toHaveLength(1);
    expect(await recordOf("twice")).toEqual({ state: "sent", detail: null });
  });

  test("leaves once when ten jobs have it at the same moment; the others come back later", async () => {
    const slow = deskWith(() => new Promise((resolve) => setTimeout(() => resolve({ delivered: true }), 50)));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => send(slow, "race")));
    expect(sent).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    await send(slow, "race");
    expect(sent).toHaveLength(1);
  });

  test("that is refused for good is recorded with the reason and never tried again", async () => {
    const full = deskWith(() => ({ refused: "552 5.2.2 The mailbox is full" }));
    await send(full, "full");
    await send(full, "full");
    expect(sent).toHaveLength(1);
    expect(await recordOf("full")).toEqual({ state: "failed", detail: "552 5.2.2 The mailbox is full" });
  });

  test("that could not leave now is tried again at once when its job is", async () => {
    let working = false;
    const desk = deskWith(() => {
      if (!working) throw new Error("451 later");
      return { delivered: true };
    });
    await expect(send(desk, "later")).rejects.toThrow("451 later");
    expect(await recordOf("later")).toBeUndefined();
    working = true;
    await send(desk, "later");
    expect(await recordOf("later")).toEqual({ state: "sent", detail: null });
  });

  test("whose job died halfway leaves after two minutes, with the same identity", async () => {
    const id = async () => {
      await send(deskWith(), "compare");
      return sent.at(-1)?.id;
    };
    expect(await id()).toMatch(/^[0-9a-f]{32}$/);
    const hanging = deskWith(() => new Promise<never>(() => undefined));
    void send(hanging, "died");
    while (!sent.some(({ text }) => text === "Dag") || !(await recordOf("died")))
      await new Promise((done) => setTimeout(done, 5));
    while (sent.length < 2) await new Promise((done) => setTimeout(done, 5));
    const firstId = sent.at(-1)?.id;
    await expect(send(deskWith(), "died")).rejects.toThrow(/being sent by another job/);
    database.clock.now = after(start, minutes(2) + 1);
    await send(deskWith(), "died");
    expect(sent.at(-1)?.id).toBe(firstId);
    expect(await recordOf("died")).toEqual({ state: "sent", detail: null });
  });
});

describe("a round of mails", () => {
  const people = Array.from({ length: 40 }, (_, turn) => ({
    person: `00000000-0000-4000-8000-${String(turn).padStart(12, "0")}`,
    name: `Jo ${turn}`,
    email: `jo.${turn}@voorbeeld.example`,
    language: "nl" as const,
  }));
  const letterFor = () => ({
    subject: "Stem",
    heading: "Stem",
    paragraphs: ["Dag,"],
    button: { label: "Stem", url: "https://kernplein.example" },
    why: "Omdat u meedoet.",
  });
  const round = (desk: ChatDesk, key: string) =>
    mailEach(desk, "molenlanden", key, () => Promise.resolve({ kern: "arkel", mail: null, people, letterFor }));

  test("reaches everybody once; one slow mailbox keeps nobody waiting", async () => {
    let greylisted = true;
    const desk = deskWith(({ to }) => {
      if (to.email === "jo.3@voorbeeld.example" && greylisted) throw new Error("451 greylisted");
      if (to.email === "jo.4@voorbeeld.example") return { refused: "552 full" };
      return { delivered: true };
    });
    await expect(round(desk, "poll")).rejects.toThrow("1 of 40 mails");
    expect(new Set(sent.map(({ to }) => to.email)).size).toBe(40);
    greylisted = false;
    sent = [];
    await round(desk, "poll");
    expect(sent.map(({ to }) => to.email)).toEqual(["jo.3@voorbeeld.example"]);
    sent = [];
    await round(desk, "poll");
    expect(sent).toEqual([]);
  });

  test("is given up early when the mail service is down, and finished later", async () => {
    const down = deskWith(() => {
      throw new Error("ECONNREFUSED");
    });
    await expect(round(down, "outage")).rejects.toThrow(/of 40 mails/);
    expect(sent.length).toBeLessThan(20);
    sent = [];
    await round(deskWith(), "outage");
    expect(sent).toHaveLength(40);
  });
});

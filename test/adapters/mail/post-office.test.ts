import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { makePostOffice, type SmtpPostOffice } from "../../../src/adapters/mail/post-office.ts";
import { refusalIn } from "../../../src/adapters/mail/refusal.ts";
import { type LocalMailbox, startLocalMailbox } from "../../../src/local/mailbox/index.ts";
import type { Mail } from "../../../src/notifications/post-office.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-post-"));
const closing: (() => unknown)[] = [];
let mailbox: LocalMailbox;
let office: SmtpPostOffice;

const mail = (to = "jo@voorbeeld.example", changes: Partial<Mail> = {}): Mail => ({
  id: "0123456789abcdef",
  fromName: "Kernplein Molenlanden",
  to: { name: "Jo Voorbeeld", email: to },
  replyTo: "ina@molenlanden.example",
  stopUrl: null,
  language: "nl",
  subject: "Welkom in Arkel – één mail",
  html: '<p>Dag <a href="https://kernplein.example/x?a=1&amp;b=2">hier</a></p>',
  text: "Dag https://kernplein.example/x",
  ...changes,
});

beforeAll(async () => {
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  office.close();
  await mailbox.close();
  rmSync(folder, { recursive: true });
});

/** An SMTP server that says no in its own way. */
async function aServer(options: SMTPServerOptions): Promise<SmtpPostOffice> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], disableReverseLookup: true, ...options });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const made = makePostOffice({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "kernplein@voorbeeld.example" });
  closing.push(
    () => made.close(),
    () => new Promise<void>((resolve) => server.close(() => resolve())),
  );
  return made;
}
const saying = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

describe("sending", () => {
  test("a mail arrives as it was written, from us, with the officer to answer to", async () => {
    expect(await office.send(mail())).toEqual({ delivered: true });
    expect(mailbox.list()[0]).toMatchObject({
      from: '"Kernplein Molenlanden" <kernplein@voorbeeld.example>',
      to: "jo@voorbeeld.example",
      replyTo: "ina@molenlanden.example",
      subject: "Welkom in Arkel – één mail",
      text: "Dag https://kernplein.example/x",
      links: ["https://kernplein.example/x?a=1&b=2"],
    });
  });

  test("the same mail carries the same Message-ID, and asks machines not to answer", async () => {
    const seen: string[] = [];
    const server = await aServer({
      onData(stream, _session, done) {
        let raw = "";
        stream.on("data", (part: Buffer) => (raw += part.toString()));
        stream.on("end", () => {
          seen.push(raw);
          done();
        });
      },
    });
    await server.send(mail());
    await server.send(mail());
    for (const raw of seen) {
      expect(raw).toContain("Message-ID: <0123456789abcdef@voorbeeld.example>");
      expect(raw).toContain("Auto-Submitted: auto-generated");
      expect(raw).toContain("Content-Language: nl");
    }
    expect(seen).toHaveLength(2);
  });

  test("a mail that can be stopped says where, for programs too; one that always comes says nothing", async () => {
    const stopUrl = "https://kernplein.example/mails-stoppen/meteen?token=molenlanden.0~polls~x";
    await office.send(mail("jo@voorbeeld.example", { stopUrl }));
    expect(mailbox.list()[0]?.stopUrl).toBe(stopUrl);
    await office.send(mail());
    expect(mailbox.list()[0]?.stopUrl).toBeNull();
  });

  test("names and subjects cannot smuggle headers into a mail", async () => {
    const evil = "Jo\r\nBcc: iedereen@voorbeeld.example";
    await office.send(mail("jo@voorbeeld.example", { to: { name: evil, email: "jo@voorbeeld.example" }, subject: evil }));
    const [newest] = mailbox.list();
    expect(newest?.to).toBe("jo@voorbeeld.example");
    expect(newest?.subject).not.toMatch(/[\r\n]/);
    expect(mailbox.list().filter(({ to }) => to.startsWith("iedereen"))).toEqual([]);
  });

  test("fifty at once all arrive", async () => {
    const before = mailbox.list().length;
    const deliveries = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => office.send(mail(`veel.${turn}@voorbeeld.example`))),
    );
    expect(deliveries.every((delivery) => "delivered" in delivery)).toBe(true);
    expect(mailbox.list()).toHaveLength(before + 50);
  });
});

describe("what cannot be delivered", () => {
  test("a full mailbox is refused for good, in the other side's words", async () => {
    expect(await office.send(mail("vol@voorbeeld.example"))).toEqual({ refused: "552 5.2.2 The mailbox is full" });
    expect(await office.send(mail())).toEqual({ delivered: true });
  });

  test("a mail that is refused after it was read is refused for good", async () => {
    const server = await aServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on("end", () => done(saying(554, "5.6.0 Not in this form")));
      },
    });
    expect(await server.send(mail())).toEqual({ refused: "554 5.6.0 Not in this form" });
  });

  test.each([
    ["try again later", { onRcptTo: (_, __, done) => done(saying(451, "4.7.1 Greylisted")) }],
    ["a sender that is not allowed", { onMailFrom: (_, __, done) => done(saying(550, "5.7.1 Not your domain")) }],
    ["sign in first", { onRcptTo: (_, __, done) => done(saying(530, "5.7.0 Authentication required")) }],
    ["too busy to talk", { onConnect: (_, done) => done(saying(421, "4.3.2 Too busy")) }],
  ] satisfies [string, SMTPServerOptions][])("%s is thrown, so that the job is tried again", async (_, options) => {
    const server = await aServer(options as SMTPServerOptions);
    await expect(server.send(mail())).rejects.toThrow();
  });

  test("no server at all is thrown as well", async () => {
    const nobody = makePostOffice({ smtpUrl: "smtp://127.0.0.1:1", from: "kernplein@voorbeeld.example" });
    closing.push(() => nobody.close());
    await expect(nobody.send(mail())).rejects.toThrow(/ECONNREFUSED/);
    expect(await nobody.check()).toMatchObject({ ready: false, reason: expect.stringContaining("ECONNREFUSED") });
  });

  test("what is no SMTP failure at all is never taken for a refusal", () => {
    for (const error of [undefined, null, "no", new Error("no"), { code: "EENVELOPE" }, { code: "EAUTH", responseCode: 535 }]) {
      expect(refusalIn(error)).toBeNull();
    }
    expect(refusalIn({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550 })).toBe("550");
  });
});

test("says that it is ready when the mail service answers", async () => {
  expect(await office.check()).toEqual({ ready: true });
});

test("beyond this machine a connection without TLS is refused", async () => {
  // 0.0.0.0 reaches this machine, yet is not one of the names that say so.
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], disableReverseLookup: true });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.server.address() as AddressInfo;
  const [plain, allowed] = ["", "?requireTLS=false"].map((query) =>
    makePostOffice({ smtpUrl: `smtp://0.0.0.0:${port}${query}`, from: "kernplein@voorbeeld.example" }),
  );
  closing.push(
    () => plain?.close(),
    () => allowed?.close(),
    () => new Promise<void>((resolve) => server.close(() => resolve())),
  );
  expect(await plain?.check()).toMatchObject({ ready: false });
  expect(await allowed?.check()).toEqual({ ready: true });
});

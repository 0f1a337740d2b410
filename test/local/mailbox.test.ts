import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { type LocalMail, type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-mailbox-"));
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let server: Server;
let origin = "";

beforeAll(async () => {
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  server = createServer((request, response) => {
    response.setHeader("X-Frame-Options", "DENY");
    if (!mailbox.handler(request, response)) response.writeHead(418).end("not mine");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  office.close();
  await mailbox.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const send = (to: string, subject: string, html = "<html><head></head><body><p>Dag</p></body></html>", text = "Dag") =>
  office.send({
    id: `${to}${subject}`.replace(/\W/g, ""),
    fromName: "Kernplein",
    to: { name: "Jo", email: to },
    replyTo: null,
    stopUrl: null,
    language: "nl",
    subject,
    html,
    text,
  });
const get = (path: string, init?: RequestInit) => fetch(`${origin}/local/postvak${path}`, init);
const messages = async (to?: string) =>
  (await (await get(`/berichten${to === undefined ? "" : `?aan=${encodeURIComponent(to)}`}`)).json()) as LocalMail[];

describe("for scripts", () => {
  test("gives the mails to one address, newest first, with their links", async () => {
    await send("an@voorbeeld.example", "Eerste");
    await send("an@voorbeeld.example", "Tweede", '<a href="http://localhost:3978/meedoen/bevestigen#m.s&#39;x">ja</a>');
    await send("bo@voorbeeld.example", "Derde", "", "Kijk op http://localhost:3978/ik en http://localhost:3978/ik");
    const mails = await messages(" An@Voorbeeld.example ");
    expect(mails.map(({ subject }) => subject)).toEqual(["Tweede", "Eerste"]);
    expect(mails[0]?.links).toEqual(["http://localhost:3978/meedoen/bevestigen#m.s'x"]);
    expect((await messages("bo@voorbeeld.example"))[0]?.links).toEqual(["http://localhost:3978/ik"]);
    expect(await messages("niemand@voorbeeld.example")).toEqual([]);
    expect(await messages()).toHaveLength(3);
  });

  test("leaves every other address alone", async () => {
    for (const path of ["/", "/local/postvakken", "/local"]) expect((await fetch(`${origin}${path}`)).status).toBe(418);
  });
});

describe("as a page", () => {
  test("shows the list, finds by word, and opens a mail", async () => {
    const list = await (await get("")).text();
    expect(list).toContain("an@voorbeeld.example");
    expect(list).toContain("3 mails");
    const found = await (await get("?zoek=bo+derde")).text();
    expect(found).toContain("1 mail<");
    expect(await (await get("?zoek=zoekgeraakt")).text()).toContain("Geen mail gevonden");

    const [mail] = await messages("bo@voorbeeld.example");
    const page = await (await get(`/${mail?.id}?zoek=bo`)).text();
    expect(page).toContain("<h2>Derde</h2>");
    expect(page).toContain('aria-current="page"');
    expect(page).toContain('class="reading"');
  });

  test("speaks English when asked", async () => {
    const page = await (await get("?taal=en&zoek=an")).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Every mail that Kernplein sends");
    expect(page).toContain("taal=en");
  });

  test("runs under a policy without scripts or inline styles, and has neither", async () => {
    const answer = await get("");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("script-src");
    const html = await answer.text();
    expect(html).not.toMatch(/<script|<style|style="|onclick/i);
    const css = await get("/stijl.css");
    expect([css.status, css.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
  });

  test("shows a mail in a sandbox of its own in which nothing runs, and escapes everything else", async () => {
    const evil = `<script>alert(1)</script>"'<img src=x onerror=alert(1)>`;
    await send("evil@voorbeeld.example", evil, `<html><head></head><body>${evil}</body></html>`, evil);
    const [mail] = await messages("evil@voorbeeld.example");
    const page = await (await get(`/${mail?.id}?zoek=${encodeURIComponent(`"><script>`)}`)).text();
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img");
    expect(page).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const content = await get(`/${mail?.id}/inhoud`);
    expect(content.headers.get("content-security-policy")).toMatch(/default-src 'none'.*; sandbox allow-popups/);
    expect(content.headers.get("x-frame-options")).toBeNull();
    expect(await content.text()).toContain('<base target="_blank">');
  });

  test("has a kind answer for what is not there and for what one may not do", async () => {
    const gone = await get("/00000000-0000-4000-8000-000000000000");
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain("Deze mail is er niet (meer).");
    const [mail] = await messages();
    expect((await get(`/${mail?.id}/anders`)).status).toBe(404);
    const post = await get("", { method: "POST" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const head = await get("", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("answers this machine only", async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === "IPv4" && !address.internal);
    if (!outside) return;
    const { port } = server.address() as AddressInfo;
    expect((await fetch(`http://${outside.address}:${port}/local/postvak`)).status).toBe(404);
  });
});

describe("on disk", () => {
  test("mails survive a restart, also when the last line was cut off", async () => {
    const own = mkdtempSync(join(tmpdir(), "kernplein-kept-"));
    const first = await startLocalMailbox({ folder: own });
    const post = makePostOffice({ smtpUrl: first.smtpUrl, from: "kernplein@voorbeeld.example" });
    await post.send({
      id: "1",
      fromName: "K",
      to: { name: "Jo", email: "jo@voorbeeld.example" },
      replyTo: null,
      stopUrl: null,
      language: "nl",
      subject: "Bewaard",
      html: "",
      text: "Dag",
    });
    post.close();
    await first.close();
    appendFileSync(join(own, "mails.jsonl"), '{"id":"half');
    const second = await startLocalMailbox({ folder: own });
    expect(second.list().map(({ subject }) => subject)).toEqual(["Bewaard"]);
    await second.close();
    rmSync(own, { recursive: true });
  });

  test("keeps the newest two thousand", async () => {
    const own = mkdtempSync(join(tmpdir(), "kernplein-kept-"));
    const line = (turn: number) =>
      JSON.stringify({
        id: String(turn),
        from: "",
        to: "jo@voorbeeld.example",
        replyTo: "",
        subject: `${turn}`,
        at: "2026-11-22T12:00:00Z",
        text: "",
        html: "",
        links: [],
        stopUrl: null,
      });
    writeFileSync(join(own, "mails.jsonl"), Array.from({ length: 2300 }, (_, turn) => `${line(turn)}\n`).join(""));
    const box = await startLocalMailbox({ folder: own });
    expect(box.list()).toHaveLength(2000);
    expect(box.list()[0]?.subject).toBe("2299");
    expect(readFileSync(join(own, "mails.jsonl"), "utf8").split("\n")).toHaveLength(2001);
    await box.close();
    rmSync(own, { recursive: true });
  });
});

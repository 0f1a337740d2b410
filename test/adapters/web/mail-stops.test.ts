/** Stopping a kind of mail over HTTP: on her own page, by the page under the link, and by the mail program itself (RFC 8058). */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { stopToken } from "../../../src/notifications/stop-token.ts";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let here: RunningWeb;
let jo: SignedInPerson;
beforeAll(async () => {
  here = await runningWeb();
  jo = await here.tokenOf();
});
afterAll(() => here.close());

const tokenFor = (mail: "polls" | "results") => `molenlanden.${stopToken(here.database.workshop.vault, jo.person, mail)}`;
const atOnce = (token: string) => `/mails-stoppen/meteen?${new URLSearchParams({ token })}`;
async function stopped(): Promise<string[]> {
  const { mails } = (await (await here.get("/v1/personen/ik/mailinstellingen", jo.bearer)).json()) as {
    mails: { mail: string; wanted: boolean }[];
  };
  return mails.filter(({ wanted }) => !wanted).map(({ mail }) => mail);
}

test("a mail program that posts its form stops that kind of mail, without a cookie and from whatever site", async () => {
  const post = (token: string) =>
    here.send("POST", atOnce(token), "List-Unsubscribe=One-Click", {
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://mail.voorbeeld.example",
      "sec-fetch-site": "cross-site",
    });
  expect((await post(tokenFor("polls"))).status).toBe(200);
  expect((await post(tokenFor("polls"))).status).toBe(200);
  expect(await stopped()).toEqual(["polls"]);
  const put = await here.send("PUT", "/v1/personen/ik/mailinstellingen/polls", { wanted: true }, jo.bearer);
  expect(await put.json()).toEqual({ mail: "polls", wanted: true });
  expect(await stopped()).toEqual([]);
});

test("reading the address changes nothing and leads to the page with the button", async () => {
  const token = tokenFor("results");
  const answer = await here.get(atOnce(token));
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`/mails-stoppen#${token}`);
  expect((await here.get("/mails-stoppen", { accept: "text/html" })).status).not.toBe(404);
  expect(await stopped()).toEqual([]);
});

test("the button of that page stops it, also for who is signed in as somebody else", async () => {
  const other = await here.tokenOf();
  const pressed = await here.send("POST", "/v1/mailafmeldingen", { token: tokenFor("results") }, other.bearer);
  expect(await pressed.json()).toEqual({ mail: "results", wanted: false });
  expect(await stopped()).toEqual(["results"]);
});

test("a made-up token is refused in plain words, and leads nowhere strange", async () => {
  const made = tokenFor("polls").replace(/.$/, "!");
  expect((await here.send("POST", atOnce(made), "List-Unsubscribe=One-Click", { "content-type": "text/plain" })).status).toBe(
    400,
  );
  expect((await here.get(atOnce("//elders.example\r\nX: y"))).headers.get("location")).toBe("/mails-stoppen#");
  const guessed = `molenlanden.${jo.person}~polls~${"A".repeat(22)}`;
  const answer = await here.send("POST", atOnce(guessed), "List-Unsubscribe=One-Click", { "content-type": "text/plain" });
  expect(await problemIn(answer)).toMatchObject({
    code: "invalid-input",
    fields: [{ sentence: "Deze link is niet compleet. Open hem opnieuw vanuit de mail." }],
  });
  expect((await here.send("POST", atOnce(tokenFor("polls")), "x".repeat(5000), { "content-type": "text/plain" })).status).toBe(
    413,
  );
});

test("who reads the log cannot stop anybody's mail", () => {
  expect(JSON.stringify(here.logged)).not.toContain("~polls~");
  expect(JSON.stringify(here.logged)).not.toContain("~results~");
});

/** The window of Teams on one machine: what it sends, to whom, and what it makes of addresses and choices. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { FrameData } from "../../src/local/teams-frame/frame-data.ts";
import { frameAddress } from "../../src/local/teams-frame/index.ts";
import { addressOf, readChoice } from "../../src/local/teams-frame/window/choice.ts";
import { readAppLink } from "../../src/local/teams-frame/window/deep-link.ts";
import { complete, placeOf } from "../../src/local/teams-frame/window/places.ts";
import { staff, type TestApp, testApp } from "../support/app.ts";

let here: TestApp;
let window = "";
let data: FrameData;

beforeAll(async () => {
  here = await testApp();
  await here.aResident("Teun Tabblad", "teun.tab@voorbeeld.example", "arkel");
  await here.provision("arkel");
  window = frameAddress(here.origin);
  data = (await (await fetch(`${window}/gegevens`)).json()) as FrameData;
}, 120_000);
afterAll(() => here?.close());

describe("what this machine sends", () => {
  test("the page runs its own scripts only, frames pages of this machine only, and cannot be framed", async () => {
    const answer = await fetch(window);
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-src http://localhost:*", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(answer.headers.get("referrer-policy")).toBe("origin");
  });

  test("under the name of the pages it leads to its own: window and pages are strangers to each other", async () => {
    const answer = await fetch(`${here.origin}/local/teams?thema=dark`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${window}?thema=dark`]);
  });

  test("every part that the window asks for is there as plain JavaScript; nothing else of the folder is", async () => {
    const wanted = ["main"];
    const seen = new Set<string>();
    for (let name = wanted.pop(); name; name = wanted.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const answer = await fetch(`${window}/venster/${name}.ts`);
      expect([name, answer.status, answer.headers.get("content-type")]).toEqual([name, 200, "text/javascript; charset=utf-8"]);
      for (const [, other = ""] of (await answer.text()).matchAll(/from "\.\/([\w-]+)\.ts"/g)) wanted.push(other);
    }
    expect(seen.size).toBeGreaterThan(10);
    for (const path of ["venster/main.js", "venster/../index.ts", "venster/%2e%2e/index.ts", "frame-data.ts"]) {
      expect([path, (await fetch(`${window}/${path}`)).status]).toEqual([path, 404]);
    }
  });

  test("what a proxy or tunnel passes on is refused, also under this machine's name", async () => {
    for (const path of ["", "/gegevens", "/venster/main.ts"]) {
      const answer = await fetch(window + path, { headers: { "X-Forwarded-For": "203.0.113.9" } });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  test("a tab is added to a channel by JSON alone, and only to a channel that is there", async () => {
    const add = (type: string, body: unknown) =>
      fetch(`${window}/tabbladen`, { method: "POST", headers: { "Content-Type": type }, body: JSON.stringify(body) });
    const home = data.municipalities.find(({ municipality }) => municipality === "molenlanden");
    const team = home?.teams[0];
    const configuration = { entityId: "x", contentUrl: `${here.origin}/tab/`, websiteUrl: `${here.origin}/` };
    const tab = { tenant: home?.tenantId, team: team?.id, channel: team?.channels[0]?.id, displayName: "Erbij", configuration };
    expect((await add("text/plain", tab)).status).toBe(415);
    expect((await add("application/json", { ...tab, channel: "19:nergens@thread.tacv2" })).status).toBe(409);
    for (const nonsense of [null, 7, "tabblad", {}]) expect((await add("application/json", nonsense)).status).toBe(400);
    expect((await add("application/json", tab)).status).toBe(201);
    const after = (await (await fetch(`${window}/gegevens`)).json()) as FrameData;
    const names = after.municipalities.flatMap(({ teams }) =>
      teams.flatMap(({ channels }) => channels.flatMap(({ tabs }) => tabs)),
    );
    expect(names.filter(({ name }) => name === "Erbij")).toHaveLength(1);
  });
});

describe("what is chosen", () => {
  test("a resident begins in the team of her kern; somebody without a team in the personal app", () => {
    const resident = complete(data, { municipality: "molenlanden", person: "teun.tab@voorbeeld.example" });
    expect([resident?.places.team?.name, resident?.places.tab?.name]).toEqual(["Arkel", "Kernplein"]);
    const councillor = complete(data, { municipality: "molenlanden", person: staff.councillor });
    expect([councillor?.places.team, councillor?.places.tab?.entityId]).toEqual([undefined, "thuis"]);
  });

  test("the address says it all again", () => {
    const found = complete(data, {
      municipality: "molenlanden",
      team: "arkel",
      channel: "Voorstellen",
      theme: "dark",
      person: "",
    });
    expect(found?.choice.person).toBe("");
    expect(complete(data, readChoice(addressOf(found?.choice ?? complete(data, {})?.choice ?? ({} as never))))).toEqual(found);
    expect(readChoice("?thema=paars&taal=fr&onbekend=1")).toEqual({});
  });

  test("a link to a tab opens it in its channel with its sub-page; to a tab that is not there, the personal app", () => {
    const { home, team, channel } = complete(data, { municipality: "molenlanden", team: "arkel" })?.places ?? ({} as never);
    const context = encodeURIComponent(JSON.stringify({ subEntityId: "/molenlanden/raad", channelId: channel?.id }));
    const link = readAppLink(`https://teams.microsoft.com/l/entity/${data.appId}/algemeen-arkel?context=${context}`);
    expect(link).toMatchObject({ appId: data.appId, pageId: "algemeen-arkel", subPageId: "/molenlanden/raad" });
    expect(link && placeOf(home, link)).toMatchObject({ team: team?.id, channel: channel?.id, subPage: "/molenlanden/raad" });
    expect(placeOf(home, { pageId: "weg", subPageId: "/x", channelId: "" })).toEqual({
      team: "",
      channel: "",
      tab: "thuis",
      subPage: "/x",
    });
    for (const other of ["https://example.org/l/entity/a/b", "https://teams.microsoft.com/l/app/a", "geen adres"])
      expect(readAppLink(other)).toBeNull();
    expect(readAppLink("https://teams.microsoft.com/l/entity/a/b?context={kapot")).toMatchObject({ subPageId: "" });
  });
});

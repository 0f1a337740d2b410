import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { calledNow, kernRenamed, type MergedMunicipality, redirectOf } from "../../../src/kernen/index.ts";
import { fingerprint } from "../../../src/shared/ids.ts";
import { aPerson } from "../../support/database.ts";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

interface Description {
  paths: Record<string, Record<string, { parameters?: { name: string }[]; responses: object }>>;
}

const left = randomUUID();
const merged: MergedMunicipality[] = [
  {
    municipality: "giessenlanden",
    into: "molenlanden",
    kernen: { "hoog-blokland": "hoornaar", arkel: "arkel" },
    leftTenant: left,
  },
];
let web: RunningWeb;
beforeAll(async () => {
  web = await runningWeb({ merged: async () => merged });
});
afterAll(() => web.close());

describe("pages", () => {
  test.each([
    ["/giessenlanden/arkel/voorstellen?sort=newest&q=een%20brug", "/molenlanden/arkel/voorstellen?sort=newest&q=een%20brug"],
    ["/giessenlanden/hoog-blokland", "/molenlanden/hoornaar"],
    ["/giessenlanden", "/molenlanden"],
    ["/giessenlanden/raad/hoog-blokland", "/molenlanden/raad/hoornaar"],
    ["/giessenlanden/voorstel/42", "/molenlanden/voorstel/42"],
    ["/tab/giessenlanden/hoog-blokland/voorstellen", "/tab/molenlanden/hoornaar/voorstellen"],
    ["/meedoen?gemeente=giessenlanden&kern=hoog-blokland", "/meedoen?gemeente=molenlanden&kern=hoornaar"],
    ["/meedoen?gemeente=giessenlanden", "/meedoen?gemeente=molenlanden"],
  ])("the old address %s leads to %s for good", async (from, to) => {
    const answer = await web.get(from, { accept: "text/html" });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, to]);
  });

  test.each(["/nergensland/arkel", "/molenlanden/hoog-blokland", "/meedoen?gemeente=nergensland"])(
    "%s leads nowhere",
    async (path) => {
      expect((await web.get(path, { accept: "text/html" })).headers.get("location")).toBeNull();
    },
  );
});

describe("the API", () => {
  test("leads reading on, and what comes there is the kern as it is called now", async () => {
    const answer = await web.get("/v1/kernen/hoog-blokland?gemeente=giessenlanden");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "/v1/kernen/hoornaar?gemeente=molenlanden"]);
    const followed = await fetch(`${web.origin}/v1/kernen/hoog-blokland?gemeente=giessenlanden`);
    expect([followed.status, (await followed.json()).kern]).toEqual([200, "hoornaar"]);
  });

  test("finds a kern that was renamed, also when nobody says of which municipality", async () => {
    expect((await web.get("/v1/kernen/hoog-blokland")).headers.get("location")).toBe("/v1/kernen/hoornaar");
    expect((await web.get("/v1/kernen/arkel")).status).toBe(200);
    expect((await web.get("/v1/kernen/nergens")).status).toBe(404);
  });

  test("leads on at every address of which its description says so, and at no other", async () => {
    const { paths } = (await (await web.get("/v1/openapi.json")).json()) as Description;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
    );
    expect(told.filter(({ responses }) => "308" in responses).length).toBeGreaterThan(10);
    for (const { path, method, parameters = [], responses } of told) {
      const address = path
        .replace("{kern}", "hoog-blokland")
        .replace("/gemeenten/{municipality}", "/gemeenten/giessenlanden")
        .replace(/\{\w+\}/g, randomUUID());
      const query = parameters.some(({ name }) => name === "gemeente") ? "?gemeente=giessenlanden" : "";
      const { status } = await fetch(`${web.origin}/v1${address}${query}`, { method, redirect: "manual" });
      expect({ method, path, moved: status === 308 }).toEqual({ method, path, moved: "308" in responses });
    }
  });

  test("leads changes on with their method and body", async () => {
    const form = { kern: "hoornaar", name: "Jo Voorbeeld", email: "jo@voorbeeld.example", consent: true };
    const send = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(form) };
    const first = await fetch(`${web.origin}/v1/aanmeldingen?gemeente=giessenlanden`, { ...send, redirect: "manual" });
    expect([first.status, first.headers.get("location")]).toEqual([308, "/v1/aanmeldingen?gemeente=molenlanden"]);
    const followed = await fetch(`${web.origin}/v1/aanmeldingen?gemeente=giessenlanden`, send);
    expect([followed.status, await followed.json()]).toEqual([202, { mailSentTo: "jo@voorbeeld.example" }]);
  });

  test("takes the old names in a body for what they are called now", async () => {
    const form = {
      municipality: "giessenlanden",
      kern: "hoog-blokland",
      name: "An Voorbeeld",
      email: "an@voorbeeld.example",
      consent: true,
    };
    expect((await web.send("POST", "/v1/aanmeldingen", form)).status).toBe(202);
    const rows = await web.database.connections.inMunicipality("molenlanden", (tx) =>
      tx.selectFrom("join_request").select("kern_id").where("email", "=", "an@voorbeeld.example").execute(),
    );
    expect(rows).toEqual([{ kern_id: "hoornaar" }]);
  });

  test("still knows who is signed in with a cookie of before", async () => {
    const { person } = await aPerson(web.database, { name: "Vroeger Fictief" }, "molenlanden");
    const secret = "a".repeat(22);
    await web.database.connections.inMunicipality("molenlanden", (tx) =>
      tx
        .insertInto("session")
        .values({
          municipality_id: "molenlanden",
          session_fingerprint: fingerprint(secret),
          person_id: person,
          assurance: "mail",
          expires_at: new Date(Date.now() + 3_600_000),
        })
        .execute(),
    );
    const me = await web.get("/v1/personen/ik", { cookie: `kernplein=giessenlanden.${secret}` });
    expect([me.status, (await me.json()).municipality]).toEqual([200, "molenlanden"]);
  });

  test("takes the token of a mail that was sent before", async () => {
    const { person } = await aPerson(web.database, { name: "Laat Fictief" }, "molenlanden");
    const secret = "b".repeat(22);
    const link = { token_fingerprint: fingerprint(secret), person_id: person, expires_at: new Date(Date.now() + 600_000) };
    await web.database.connections.inMunicipality("molenlanden", (tx) =>
      tx
        .insertInto("sign_in_link")
        .values({ municipality_id: "molenlanden", ...link })
        .execute(),
    );
    const opened = await web.send("POST", "/v1/sessies", { token: `giessenlanden.${secret}` }, { origin: web.origin });
    expect([opened.status, opened.headers.get("set-cookie")]).toEqual([201, expect.stringContaining("kernplein=molenlanden.")]);
  });

  test("tells who comes with a token of the tenant that was left where to go", async () => {
    const { token } = await web.signIn.tokenFor({
      tenantId: left,
      oid: randomUUID(),
      name: "Inwoner",
      email: "inwoner@voorbeeld.example",
      userType: "Guest",
      role: "inwoner",
      kern: "Arkel",
    });
    const answer = await web.get("/v1/personen/ik", { authorization: `Bearer ${token}` });
    expect([answer.status, await problemIn(answer)]).toMatchObject([
      403,
      { code: "municipality-merged", detail: expect.stringContaining("samengegaan") },
    ]);
  });
});

test("a merger of a merger is followed to the end, and two mergers that disagree on a kern lead nowhere", () => {
  const chain: MergedMunicipality[] = [
    { municipality: "liesveld", into: "molenwaard", kernen: { groot: "groot-ammers" }, leftTenant: null },
    { municipality: "molenwaard", into: "molenlanden", kernen: { "groot-ammers": "ammers", mid: "midden" }, leftTenant: null },
    { municipality: "elders", into: "molenlanden", kernen: { mid: "mid-dorp" }, leftTenant: null },
  ];
  expect(calledNow({ municipality: "liesveld", kern: "groot" }, chain)).toEqual({ municipality: "molenlanden", kern: "ammers" });
  expect(redirectOf("/tab/liesveld/groot", chain)).toBe("/tab/molenlanden/ammers");
  expect([kernRenamed("groot", chain), kernRenamed("mid", chain), kernRenamed("nergens", chain)]).toEqual(["ammers", null, null]);
});

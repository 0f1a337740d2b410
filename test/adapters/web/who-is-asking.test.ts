import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { tokenJudge } from "../../../src/adapters/web/entra-token.ts";
import { fingerprint, newSecret } from "../../../src/shared/ids.ts";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let resident: SignedInPerson;
let strange: { privateKey: CryptoKey; publicKey: CryptoKey };
beforeAll(async () => {
  running = await runningWeb();
  resident = await running.tokenOf({ name: "Resi Dent" });
  strange = await generateKeyPair("RS256", { extractable: true });
});
afterAll(() => running.close());

const me = (authorization: string) => running.get("/v1/personen/ik", { authorization });
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as JWTPayload;
const headerOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()) as { kid: string };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The resident's token with other claims, signed by the local tenant's own key. */
async function changed(claims: Record<string, unknown>): Promise<string> {
  const { key } = running.signIn;
  const { kid } = headerOf(resident.token);
  return new SignJWT({ ...claimsOf(resident.token), ...claims }).setProtectedHeader({ alg: "RS256", kid }).sign(key);
}

describe("a token of the tenant", () => {
  test("says who is asking", async () => {
    const response = await me(`Bearer ${resident.token}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ person: resident.person, name: "Resi Dent", municipality: "molenlanden" });
  });

  const now = () => Math.floor(Date.now() / 1000);
  const wrong: [string, () => Promise<string> | string][] = [
    ["is no token", () => "abc"],
    ["is empty", () => ""],
    ["is cut off", () => resident.token.split(".").slice(0, 2).join(".")],
    ["has no signature", () => `${resident.token.split(".").slice(0, 2).join(".")}.`],
    [
      "was tampered with",
      () => {
        const [head, , tail] = resident.token.split(".");
        return `${head}.${part({ ...claimsOf(resident.token), oid: randomUUID() })}.${tail}`;
      },
    ],
    ["has alg none", () => `${part({ alg: "none", typ: "JWT" })}.${part(claimsOf(resident.token))}.`],
    [
      "is signed with the public key as a shared secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(strange.publicKey)));
        return new SignJWT(claimsOf(resident.token))
          .setProtectedHeader({ alg: "HS256", kid: headerOf(resident.token).kid })
          .sign(secret);
      },
    ],
    [
      "is signed with another key",
      () =>
        new SignJWT(claimsOf(resident.token))
          .setProtectedHeader({ alg: "RS256", kid: headerOf(resident.token).kid })
          .sign(strange.privateKey),
    ],
    [
      "has a key nobody knows",
      () => new SignJWT(claimsOf(resident.token)).setProtectedHeader({ alg: "RS256", kid: "unknown" }).sign(strange.privateKey),
    ],
    ["has expired", () => changed({ exp: now() - 120 })],
    ["is not valid yet", () => changed({ nbf: now() + 600 })],
    [
      "never expires",
      async () => {
        const { exp: _, ...claims } = claimsOf(resident.token);
        return new SignJWT(claims)
          .setProtectedHeader({ alg: "RS256", kid: headerOf(resident.token).kid })
          .sign(running.signIn.key);
      },
    ],
    ["has another issuer", () => changed({ iss: "https://login.microsoftonline.com/common/v2.0" })],
    [
      "is of a tenant that takes no part",
      () => {
        const tid = randomUUID();
        return changed({ tid, iss: claimsOf(resident.token).iss?.replace(resident.local.tenantId, tid) });
      },
    ],
    [
      "names another municipality's tenant than its issuer's",
      () => changed({ tid: running.municipalities.find(({ municipality }) => municipality === "altena")?.tenantId }),
    ],
    ["is for another app", () => changed({ aud: randomUUID() })],
    ["is for Graph", () => changed({ aud: "https://graph.microsoft.com" })],
    ["is for an app whose name begins like ours", () => changed({ aud: `${String(claimsOf(resident.token).aud)}0` })],
    ["lacks the scope", () => changed({ scp: "openid profile" })],
    ["has a scope that only looks like ours", () => changed({ scp: "access_as_user_too" })],
    ["names no person", () => changed({ oid: undefined })],
    ["is an id token", async () => changed({ scp: undefined, nonce: "n" })],
  ];
  test.each(wrong)("gets 401 when it %s", async (_, make) => {
    const response = await me(`Bearer ${await make()}`);
    expect(await problemIn(response)).toMatchObject({ status: 401, code: "not-signed-in", title: "U bent niet aangemeld" });
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer error="invalid_token"/);
  });

  test("gets 401 in another dress than Bearer", async () => expect((await me(`Basic ${resident.token}`)).status).toBe(401));

  test("is wrong on public addresses as well, rather than silently ignored", async () => {
    expect((await running.get("/v1/kernen", { authorization: "Bearer abc" })).status).toBe(401);
  });

  test("may be a minute off on the clock", async () =>
    expect((await me(`Bearer ${await changed({ exp: now() - 20 })}`)).status).toBe(200));

  test("is not judged again within the minute, and never believed after its end", async () => {
    let now = Date.now();
    let asked = 0;
    const judge = tokenJudge({
      settings: running.signIn.settings,
      municipalityOf: async (tenantId) => {
        asked++;
        return running.municipalities.find((one) => one.tenantId === tenantId);
      },
      leftTenant: async () => false,
      now: () => new Date(now),
    });
    for (let turn = 0; turn < 3; turn++)
      expect(await judge.accessToken(resident.token)).toMatchObject({ oid: resident.local.oid });
    expect(asked).toBe(1);
    now = ((claimsOf(resident.token).exp ?? 0) - 30) * 1000;
    await judge.accessToken(resident.token);
    expect(asked).toBe(2);
    now += 100_000;
    await expect(judge.accessToken(resident.token)).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("may be for the app under its api:// name", async () => {
    const { clientId } = running.signIn.settings();
    const host = new URL(running.origin).host;
    expect((await me(`Bearer ${await changed({ aud: `api://${host}/${clientId}` })}`)).status).toBe(200);
  });

  test("of somebody who is not known here gets 403, by number and never by mail address", async () => {
    const stranger = await changed({ oid: randomUUID(), preferred_username: resident.local.email });
    expect(await problemIn(await me(`Bearer ${stranger}`))).toMatchObject({ status: 403, code: "not-a-member" });
  });

  test("keeps to its own municipality", async () => {
    const other = await running.tokenOf({ municipality: "altena", kernen: ["almkerk"] });
    expect(await (await me(other.bearer.authorization)).json()).toMatchObject({ municipality: "altena" });
    const made = await running.send("POST", "/v1/kernen/arkel/voorstellen", { title: "Van ons" }, resident.bearer);
    const { proposal } = (await made.json()) as { proposal: string };
    expect((await running.get(`/v1/voorstellen/${proposal}`, other.bearer)).status).toBe(404);
  });

  test("does as much as the person's newest rights, at once after they changed here", async () => {
    const officer = await running.tokenOf({ roles: [{ role: "officer", kern: "arkel" }] });
    const newcomer = await running.tokenOf({ kernen: ["arkel"] });
    expect((await running.get("/v1/taken", officer.bearer)).status).toBe(200);
    const kernen = async () => ((await (await me(newcomer.bearer.authorization)).json()) as { kernen: unknown[] }).kernen.length;
    expect(await kernen()).toBe(1);
    expect((await running.send("DELETE", "/v1/lidmaatschappen/arkel", undefined, newcomer.bearer)).status).toBe(200);
    const { roles } = (await (await me(newcomer.bearer.authorization)).json()) as { roles: unknown[] };
    expect(roles).toEqual([]);
  });
});

describe("a session of the browser", () => {
  const fromOurPage = () => ({ origin: running.origin });

  async function signInLink(person: SignedInPerson): Promise<string> {
    const token = newSecret();
    await running.database.connections.inMunicipality("molenlanden", (tx) =>
      tx
        .insertInto("sign_in_link")
        .values({
          municipality_id: "molenlanden",
          token_fingerprint: fingerprint(token),
          person_id: person.person,
          expires_at: new Date(Date.now() + 600_000),
        })
        .execute(),
    );
    return `molenlanden.${token}`;
  }

  async function session(): Promise<{ person: SignedInPerson; cookie: string; response: Response }> {
    const person = await running.tokenOf();
    const response = await running.send("POST", "/v1/sessies", { token: await signInLink(person) }, fromOurPage());
    const cookie = (response.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    return { person, cookie, response };
  }

  test("is opened by the token of a mail; its secret is in the cookie only", async () => {
    const { person, cookie, response } = await session();
    expect([response.status, response.headers.get("location")]).toEqual([201, "/v1/sessies/huidige"]);
    expect(response.headers.get("set-cookie")).toMatch(
      /^kernplein=molenlanden\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const body = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(["expiresAt", "name"]);
    expect(await (await running.get("/v1/personen/ik", { cookie })).json()).toMatchObject({ person: person.person });
  });

  test("is opened once per token", async () => {
    const token = await signInLink(await running.tokenOf());
    expect((await running.send("POST", "/v1/sessies", { token })).status).toBe(201);
    expect(await problemIn(await running.send("POST", "/v1/sessies", { token }))).toMatchObject({
      status: 410,
      code: "link-used",
    });
    const unknown = await running.send("POST", "/v1/sessies", { token: "nergens.Q2hlY2sgZGV6ZSBjb2RlIQ" });
    expect(await problemIn(unknown)).toMatchObject({ status: 400, fields: [{ path: "token", message: "invalid-link" }] });
  });

  test("ends when it is closed, and closing twice does no harm", async () => {
    const { cookie } = await session();
    const closed = await running.send("DELETE", "/v1/sessies/huidige", undefined, { cookie, ...fromOurPage() });
    expect([closed.status, closed.headers.get("set-cookie")]).toEqual([
      200,
      "kernplein=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    ]);
    expect((await running.get("/v1/personen/ik", { cookie })).status).toBe(401);
    for (const stale of [cookie, "kernplein=nergens.Q2hlY2sgZGV6ZSBjb2RlIQ", "kernplein=onzin", ""]) {
      const again = await running.send("DELETE", "/v1/sessies/huidige", undefined, { cookie: stale, ...fromOurPage() });
      expect({ stale, status: again.status }).toEqual({ stale, status: 200 });
    }
  });

  test("that is unknown makes a visitor on public addresses, and is cleared elsewhere", async () => {
    const cookie = "kernplein=molenlanden.Q2hlY2sgZGV6ZSBjb2RlIQ";
    expect((await running.get("/v1/kernen", { cookie })).status).toBe(200);
    const refused = await running.get("/v1/personen/ik", { cookie });
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([401, expect.stringContaining("Max-Age=0")]);
  });

  test("lets only our own pages change anything", async () => {
    const { cookie } = await session();
    const change = (headers: Record<string, string>) =>
      running.send("PATCH", "/v1/personen/ik", { language: "en" }, { cookie, ...headers });
    const port = running.web.port;
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `http://localhost:${port + 1}` },
      { origin: `http://evil.example:${port}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", origin: running.origin },
      {},
    ];
    for (const headers of elsewhere) {
      expect({ headers, ...(await problemIn(await change(headers))) }).toMatchObject({
        headers,
        status: 403,
        code: "other-site",
      });
    }
    expect((await change({ origin: running.origin })).status).toBe(200);
    expect((await change({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    const form = await running.send("PATCH", "/v1/personen/ik", "language=nl", {
      cookie,
      origin: running.origin,
      "content-type": "text/plain",
    });
    expect(form.status).toBe(415);
  });

  test("cannot be opened or closed by a strange page either", async () => {
    const token = await signInLink(await running.tokenOf());
    const response = await running.send("POST", "/v1/sessies", { token }, { origin: "https://evil.example" });
    expect(await problemIn(response)).toMatchObject({ status: 403, code: "other-site" });
    const { cookie } = await session();
    const closing = await running.send("DELETE", "/v1/sessies/huidige", undefined, { cookie, origin: "https://evil.example" });
    expect(closing.status).toBe(403);
  });

  test("goes by __Host- and Secure behind https", async () => {
    const secure = await runningWeb({
      config: { PORT: 0, PUBLIC_URL: "https://kernplein.voorbeeld.example", MAIL_FROM: "k@voorbeeld.example", local: false },
    });
    try {
      const closed = await secure.send("DELETE", "/v1/sessies/huidige");
      expect(closed.headers.get("set-cookie")).toBe("__Host-kernplein=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    } finally {
      await secure.close();
    }
  });
});

describe("the municipality a visitor means", () => {
  test("is the one named, the only one with that kern, or asked for", async () => {
    const all = (await (await running.get("/v1/kernen")).json()) as { kernen: { kern: string }[] };
    expect(all.kernen.map(({ kern }) => kern).sort()).toEqual(["almkerk", "arkel", "hoornaar"]);
    const one = (await (await running.get("/v1/kernen?gemeente=altena")).json()) as { kernen: { kern: string }[] };
    expect(one.kernen.map(({ kern }) => kern)).toEqual(["almkerk"]);
    expect((await running.get("/v1/kernen/almkerk")).status).toBe(200);
    expect(await problemIn(await running.get("/v1/kernen/arkel?gemeente=nergens"))).toMatchObject({
      fields: [{ path: "municipality", message: "invalid-municipality" }],
    });
    expect(await problemIn(await running.send("POST", "/v1/inloglinks", { email: "a@voorbeeld.example" }))).toMatchObject({
      fields: [{ path: "municipality", message: "municipality-required" }],
    });
    expect((await running.get("/v1/kernen/nergens")).status).toBe(404);
  });

  test("may be another than one's own, and then one is a visitor there", async () => {
    const home = (await (await running.get("/v1/kernen/almkerk?gemeente=altena", resident.bearer)).json()) as Record<
      string,
      unknown
    >;
    expect(home).toMatchObject({ kern: "almkerk", municipality: "altena" });
  });
});

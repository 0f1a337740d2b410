import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SignJWT } from "jose";
import { readConfig } from "../../src/config.ts";
import { makeLocalSignIn } from "../../src/local/sign-in/index.ts";
import { type RunningWeb, runningWeb, type SignedInPerson } from "../adapters/web/running-web.ts";

let running: RunningWeb;
let resident: SignedInPerson;
let officer: SignedInPerson;
beforeAll(async () => {
  running = await runningWeb();
  resident = await running.tokenOf({ name: "Jet <van> der Waal" });
  officer = await running.tokenOf({ name: "Officer", roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => running.close());

const directory = { people: async () => [], byEmail: async () => undefined, signedIn: async () => undefined };
const options = { origin: () => "http://localhost:1", directory, graphPermissions: [] };

/** A browser that keeps cookies and follows nothing by itself. */
function browser() {
  const jar = new Map<string, string>();
  return {
    jar,
    async go(target: string, init: RequestInit = {}): Promise<Response> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
      const response = await fetch(new URL(target, running.origin), { redirect: "manual", ...init, headers });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ""] = set.split(";");
        const [name = "", value = ""] = pair.split("=");
        if (/Max-Age=0/.test(set)) jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    },
  };
}
const locationOf = (response: Response) => response.headers.get("location") ?? "";
const pick = (person: SignedInPerson) => ({ method: "POST", body: new URLSearchParams({ person: person.local.oid }) });

describe("signing in in a plain browser", () => {
  test("leads by the tenant's own page back to where one was, signed in", async () => {
    const { go, jar } = browser();
    const started = await go("/aanmelden/microsoft?gemeente=molenlanden&terug=%2Fmolenlanden%2Farkel%3Fa%3D1");
    expect([started.status, started.headers.getSetCookie()[0]]).toEqual([
      302,
      expect.stringContaining("HttpOnly; SameSite=Lax; Max-Age=600"),
    ]);
    const asked = new URL(locationOf(started));
    expect(asked.pathname).toBe(`/local/entra/${resident.local.tenantId}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${running.origin}/aanmelden/microsoft/terug`,
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const page = await go(asked.href);
    expect(await page.text()).toContain("Jet &#60;van&#62; der Waal");
    const chosen = await go(asked.href, pick(resident));
    expect(chosen.status).toBe(303);
    const back = await go(locationOf(chosen));
    expect([back.status, locationOf(back)]).toEqual([302, "/molenlanden/arkel?a=1"]);
    expect([...jar.keys()]).toEqual(["kernplein"]);
    expect(await (await go("/v1/personen/ik")).json()).toMatchObject({ person: resident.person });
  });

  test("gives staff her rights, because the municipality's own sign-in vouches for her", async () => {
    const { go } = browser();
    const asked = locationOf(await go("/aanmelden/microsoft?gemeente=molenlanden"));
    const back = await go(locationOf(await go(asked, pick(officer))));
    expect(locationOf(back)).toBe("/");
    expect((await go("/v1/taken")).status).toBe(200);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%09/evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/v1/kernen",
    "/aanmelden/microsoft?gemeente=molenlanden",
    "/local/aanmelden",
    "/..//evil.example",
    "/te-lang",
  ])("never leads to %j", async (terug) => {
    const { go } = browser();
    const asked = locationOf(
      await go(
        `/aanmelden/microsoft?${new URLSearchParams({ gemeente: "molenlanden", terug: terug.replace("te-lang", "x".repeat(2000)) })}`,
      ),
    );
    const target = new URL(locationOf(await go(locationOf(await go(asked, pick(resident))))), running.origin);
    expect(target.origin).toBe(running.origin);
    expect(target.pathname).not.toMatch(/^\/(v1|local|aanmelden)|^\/\/|xxx/);
  });

  test("works under every name the own machine has, because cookies are kept by name", async () => {
    const { go, jar } = browser();
    const byNumber = `http://127.0.0.1:${running.web.port}`;
    const asked = locationOf(await go(`${byNumber}/aanmelden/microsoft?gemeente=molenlanden&terug=%2Fmolenlanden`));
    const answer = locationOf(await go(asked, pick(resident)));
    expect(new URL(answer).origin).toBe(byNumber);
    expect(locationOf(await go(answer))).toBe("/molenlanden");
    expect(jar.has("kernplein")).toBe(true);
  });

  test("does not accept an answer to somebody else's sign-in", async () => {
    const attacker = browser();
    const asked = locationOf(await attacker.go("/aanmelden/microsoft?gemeente=molenlanden"));
    const answer = locationOf(await attacker.go(asked, pick(resident)));
    const victim = browser();
    expect(locationOf(await victim.go(answer))).toBe("/aanmelden?fout=link-expired");
    await victim.go("/aanmelden/microsoft?gemeente=molenlanden");
    expect(locationOf(await victim.go(answer))).toBe("/aanmelden?fout=not-signed-in");
    expect(victim.jar.has("kernplein")).toBe(false);
  });

  test("does not accept an answer twice, nor one with another code or a fault", async () => {
    const { go, jar } = browser();
    const asked = locationOf(await go("/aanmelden/microsoft?gemeente=molenlanden"));
    const answer = locationOf(await go(asked, pick(resident)));
    const kept = jar.get("kernplein-aanmelden") ?? "";
    expect(locationOf(await go(answer))).toBe("/");
    jar.clear();
    jar.set("kernplein-aanmelden", kept);
    expect(locationOf(await go(answer))).toBe("/aanmelden?fout=not-signed-in");
    jar.set("kernplein-aanmelden", kept);
    const refused = new URL(answer);
    refused.searchParams.delete("code");
    refused.searchParams.set("error", "access_denied");
    expect(locationOf(await go(refused.href))).toBe("/aanmelden?fout=not-signed-in");
    jar.set("kernplein-aanmelden", Buffer.from("geen JSON maar wel lang genoeg").toString("base64url"));
    expect(locationOf(await go(answer))).toBe("/aanmelden?fout=link-expired");
  });

  test("tells who is not known here so", async () => {
    const { go } = browser();
    running.people.push({ ...resident.local, oid: "00000000-0000-4000-8000-00000000abcd", email: "vreemd@voorbeeld.example" });
    const asked = locationOf(await go("/aanmelden/microsoft?gemeente=molenlanden"));
    const form = new URLSearchParams({ email: "vreemd@voorbeeld.example" });
    const chosen = await go(asked, { method: "POST", body: form });
    expect(locationOf(await go(locationOf(chosen)))).toBe("/aanmelden?fout=not-a-member");
  });

  test("that is begun too often, or while the tenant does not answer, ends at our own page", async () => {
    const busy = await runningWeb({
      limits: { factor: 0.02 },
      entra: () => ({ authority: "http://127.0.0.1:9", clientId: "x", audiences: [] }),
    });
    try {
      const begin = async () => locationOf(await busy.get("/aanmelden/microsoft?gemeente=molenlanden"));
      expect([await begin(), await begin(), await begin()]).toEqual([
        "/aanmelden?fout=busy",
        "/aanmelden?fout=busy",
        "/aanmelden?fout=too-many-requests",
      ]);
    } finally {
      await busy.close();
    }
  });

  test("without a known municipality goes to the page that asks for one", async () => {
    expect(locationOf(await running.get("/aanmelden/microsoft?gemeente=nergens"))).toBe("/aanmelden");
  });
});

describe("the tenant's page", () => {
  const authorizeUrl = (change: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      client_id: running.signIn.settings().clientId,
      redirect_uri: `${running.origin}/aanmelden/microsoft/terug`,
      response_type: "code",
      code_challenge: "x".repeat(43),
      code_challenge_method: "S256",
      scope: "openid",
      ...change,
    });
    return `/local/entra/${resident.local.tenantId}/oauth2/v2.0/authorize?${query}`;
  };

  test.each([
    [{ redirect_uri: "https://evil.example/" }, "AADSTS50011"],
    [{ redirect_uri: "http://localhost:1/" }, "AADSTS50011"],
    [{ client_id: "iemand" }, "AADSTS700016"],
    [{ response_type: "token" }, "AADSTS700054"],
    [{ code_challenge_method: "plain" }, "AADSTS501491"],
  ])("refuses %j without sending anybody anywhere", async (change, code) => {
    const response = await running.get(authorizeUrl(change));
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
    expect(await response.text()).toContain(code);
  });

  test("runs no script, is framed by nobody, and groups people by role in Dutch and English", async () => {
    const response = await running.get(authorizeUrl());
    const policy = response.headers.get("content-security-policy") ?? "";
    const page = await response.text();
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; base-uri 'none'; form-action 'self'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page).not.toContain("<script");
    for (const words of ["Inwoners", "Residents", "Kerncontactfunctionarissen", "Liaison officers"])
      expect(page).toContain(words);
  });

  test("finds anybody by name, and says so when it finds nobody", async () => {
    expect(await (await running.get(`${authorizeUrl()}&zoek=jet`)).text()).toContain("Gevonden");
    expect(await (await running.get(`${authorizeUrl()}&zoek=%3Cscript%3E`)).text()).toContain(
      "Niemand gevonden voor <b>&#60;script&#62;</b>",
    );
    const missed = await fetch(running.origin + authorizeUrl(), {
      method: "POST",
      body: new URLSearchParams({ email: "niemand@voorbeeld.example" }),
    });
    expect([missed.status, await missed.text()]).toEqual([404, expect.stringContaining("niemand@voorbeeld.example")]);
  });
});

describe("tokens", () => {
  const token = (form: Record<string, string>, tenantId = resident.local.tenantId) =>
    fetch(`${running.origin}/local/entra/${tenantId}/oauth2/v2.0/token`, { method: "POST", body: new URLSearchParams(form) });
  const app = () => ({
    grant_type: "client_credentials",
    client_id: running.signIn.settings().clientId,
    client_secret: "x",
    scope: "https://graph.microsoft.com/.default",
  });
  const claimsOf = (jwt: string) =>
    JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

  test("for Graph name the tenant and the permissions granted, and are no token for our own API", async () => {
    const given = (await (await token(app())).json()) as { access_token: string; expires_in: number };
    expect(claimsOf(given.access_token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      tid: resident.local.tenantId,
      roles: ["Team.Create", "User.Invite.All"],
      idtyp: "app",
    });
    expect(given.expires_in).toBeGreaterThanOrEqual(3600);
    expect(given.expires_in).toBeLessThanOrEqual(5400);
    expect(await running.signIn.verifyGraphToken(given.access_token)).toEqual({
      tid: resident.local.tenantId,
      roles: ["Team.Create", "User.Invite.All"],
    });
    await expect(running.signIn.verifyGraphToken(resident.token)).rejects.toThrow();
    expect((await running.get("/v1/personen/ik", { authorization: `Bearer ${given.access_token}` })).status).toBe(401);
  });

  test.each([
    [{ client_secret: "" }, 401, 7000218],
    [{ scope: "api://iets/.default" }, 400, 70011],
    [{ client_id: "iemand" }, 400, 700016],
    [{ grant_type: "password" }, 400, 70003],
    [{ grant_type: "authorization_code", code: "x", code_verifier: "y" }, 400, 70008],
  ])("are refused in Entra's words: %j", async (change, status, number) => {
    const response = await token({ ...app(), ...change });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String), error_codes: [number] });
  });

  test("keep their key across a restart; a key that cannot be read is replaced", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kernplein-key-"));
    try {
      const first = await makeLocalSignIn({ ...options, config: { local: true }, folder });
      const second = await makeLocalSignIn({ ...options, config: { local: true }, folder });
      const path = join(folder, "signing-key.json");
      expect((await stat(path)).mode & 0o077).toBe(0);
      const signed = await new SignJWT({ tid: resident.local.tenantId, roles: ["Team.Create"] })
        .setProtectedHeader({ alg: "RS256" })
        .setIssuer(`http://localhost:1/local/entra/${resident.local.tenantId}/v2.0`)
        .setAudience("https://graph.microsoft.com")
        .setExpirationTime("1h")
        .sign(first.key);
      expect((await second.verifyGraphToken(signed)).roles).toEqual(["Team.Create"]);
      const made = await readFile(path, "utf8");
      expect(made).toContain('"kty":"RSA"');
      await writeFile(path, "{kapot");
      const third = await makeLocalSignIn({ ...options, config: { local: true }, folder });
      expect(await readFile(path, "utf8")).not.toBe(made);
      await expect(third.verifyGraphToken(signed)).rejects.toThrow();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("POST /local/aanmelden", () => {
  const ask = (email: unknown) => running.send("POST", "/local/aanmelden", { email });

  test("gives a script the token of anybody in the directory", async () => {
    const response = await ask(` ${resident.local.email.toUpperCase()} `);
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string };
    expect(await (await running.get("/v1/personen/ik", { authorization: `Bearer ${token}` })).json()).toMatchObject({
      person: resident.person,
    });
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThan(91);
  });

  test.each([
    ["niemand@voorbeeld.example", 404],
    ["geen adres", 400],
    [7, 400],
  ])("refuses %j with a sentence", async (email, status) => {
    const response = await ask(email);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/[.}]$/) });
  });

  test("takes JSON by POST only", async () => {
    expect((await running.get("/local/aanmelden")).status).toBe(405);
    const form = await running.send("POST", "/local/aanmelden", "email=a@b.nl", { "content-type": "text/plain" });
    expect(form.status).toBe(415);
  });
});

describe("the stand-in answers the own machine only", () => {
  const status = (host: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          host,
          port: running.web.port,
          path: "/local/aanmelden",
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      sent.once("error", reject);
      sent.end(JSON.stringify({ email: resident.local.email }));
    });

  test("and there only under its own name and not through a tunnel", async () => {
    expect(await status("127.0.0.1", {})).toBe(200);
    expect(await status("127.0.0.1", { host: "rebound.evil.example" })).toBe(403);
    expect(await status("127.0.0.1", { "x-forwarded-for": "192.0.2.1" })).toBe(403);
    expect(await status("127.0.0.1", { forwarded: "for=192.0.2.1" })).toBe(403);
  });

  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4")?.address;
  (outside ? test : test.skip)("not by the machine's address in the network", async () => {
    expect(await status(outside ?? "", { host: "localhost" })).toBe(403);
  });

  test("and cannot exist beside a production setting", async () => {
    await expect(makeLocalSignIn({ ...options, config: { local: false }, folder: tmpdir() })).rejects.toThrow(
      /anybody could sign in as anybody/,
    );
    const id = "11111111-1111-4111-8111-111111111111";
    for (const setting of ["ENTRA_CLIENT_ID", "BOT_ID"]) {
      expect(() => readConfig({ [setting]: id, KERNPLEIN_LOCAL: "1" })).toThrow(
        /KERNPLEIN_LOCAL: the local stand-ins cannot be switched on/,
      );
      const production = {
        ENTRA_CLIENT_ID: id,
        BOT_ID: id,
        BOT_TENANT_ID: id,
        DATABASE_URL: "postgres://localhost/kernplein",
        SMTP_URL: "smtp://localhost",
        PUBLIC_URL: "https://kernplein.voorbeeld.example",
        VOTING_KEY_SECRET: "0123456789abcdef0123456789abcdef",
        ENTRA_CERTIFICATE_FILE: "x.pem",
      };
      expect(readConfig(production).local).toBe(false);
    }
  });
});

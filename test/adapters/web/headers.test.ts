import { mkdir, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

const page = `<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/main-1.js"></script>`;
const script = "console.log('plein');".repeat(50);

let running: RunningWeb;
let resident: SignedInPerson;
beforeAll(async () => {
  running = await runningWeb();
  resident = await running.tokenOf();
});
afterAll(() => running.close());

/** Everything after it needs the built client: written late, so that its absence is seen first. */
async function buildClient(folder: string): Promise<void> {
  await mkdir(join(folder, "assets"), { recursive: true });
  await mkdir(join(folder, ".vite"), { recursive: true });
  await writeFile(join(folder, "assets", "main-1.js"), script);
  await writeFile(join(folder, "assets", "main-1.js.gz"), gzipSync(script));
  await writeFile(join(folder, ".vite", "manifest.json"), "{}");
  await writeFile(join(folder, "index.html"), page);
}

const policyOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    (response.headers.get("content-security-policy") ?? "").split(";").map((part) => {
      const [name = "", ...values] = part.trim().split(" ");
      return [name, values.join(" ")];
    }),
  );

describe("answers of the API", () => {
  const cases: [string, () => Promise<Response>][] = [
    ["200", () => running.get("/v1/kernen")],
    [
      "304",
      async () => running.get("/v1/kernen", { "if-none-match": (await running.get("/v1/kernen")).headers.get("etag") ?? "" }),
    ],
    ["400", () => running.send("POST", "/v1/aanmeldingen", "{")],
    ["401", () => running.get("/v1/personen/ik")],
    ["404", () => running.get("/v1/niets")],
    ["405", () => running.send("PUT", "/v1/kernen")],
    ["health", () => running.get("/health/live")],
  ];
  test.each(cases)("%s carries every security header", async (_, ask) => {
    const { headers } = await ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      "api-version": "1.0.0",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.any(String),
    });
    expect(headers.get("server")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("an unchanged view is not sent twice", async () => {
    const first = await running.get("/v1/kernen?gemeente=molenlanden");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
    const second = await running.get("/v1/kernen?gemeente=molenlanden", { "if-none-match": `"other", ${tag}` });
    expect([second.status, await second.text()]).toEqual([304, ""]);
    const other = await running.get("/v1/kernen?gemeente=altena", { "if-none-match": tag });
    expect(other.status).toBe(200);
  });

  test("HEAD gives the headers of GET and no body", async () => {
    const response = await running.send("HEAD", "/v1/kernen");
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([200, "application/json", ""]);
  });

  test("the description may be read by every site, without signing in", async () => {
    const response = await running.get("/v1/openapi.json", { origin: "https://developer.overheid.nl" });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    expect(((await response.json()) as { openapi: string }).openapi).toBe("3.1.0");
    expect((await running.get("/v1/kernen")).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("what was made has an address", async () => {
    const draft = { title: "Bankjes langs de dijk", body: "Een bankje bij de molen." };
    const made = await running.send("POST", "/v1/kernen/arkel/voorstellen", draft, resident.bearer);
    expect(made.status).toBe(201);
    const address = made.headers.get("location") ?? "";
    const { proposal } = (await made.json()) as { proposal: string };
    expect(address).toBe(`/v1/voorstellen/${proposal}`);
    expect((await running.get(address, resident.bearer)).status).toBe(200);
  });
});

test("a deployment behind https says so for two years, also in its errors", async () => {
  const secure = await runningWeb({
    config: { PORT: 0, PUBLIC_URL: "https://kernplein.voorbeeld.example", MAIL_FROM: "k@voorbeeld.example", local: false },
  });
  try {
    for (const path of ["/v1/kernen", "/v1/niets", "/"]) {
      expect((await secure.get(path)).headers.get("strict-transport-security")).toMatch(/max-age=63072000/);
    }
    const text = await (await secure.get("/.well-known/security.txt")).text();
    expect(text).toContain("Canonical: https://kernplein.voorbeeld.example/.well-known/security.txt");
  } finally {
    await secure.close();
  }
});

describe("pages", () => {
  test("say so when they are not built yet, and appear once they are", async () => {
    expect(await problemIn(await running.get("/", { accept: "text/html" }))).toMatchObject({ status: 503, code: "not-ready" });
    await buildClient(running.clientFolder);
    expect((await running.get("/", { accept: "text/html" })).status).toBe(200);
  });

  test("carry a new nonce every time, and nothing unsafe in the policy", async () => {
    const seen = new Set<string>();
    for (const path of [
      "/",
      "/meedoen",
      "/meedoen/bevestigen",
      "/molenlanden/arkel",
      "/toegankelijkheid",
      "/privacy",
      "/voorwaarden",
    ]) {
      const response = await running.get(path, { accept: "text/html" });
      const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? "";
      const policy = policyOf(response);
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      expect(policy["script-src"]).toBe(`'self' 'nonce-${nonce}'`);
      expect(policy["style-src"]).toBe(`'self' 'nonce-${nonce}'`);
      expect(policy).toMatchObject({
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
      });
      expect(response.headers.get("content-security-policy")).not.toMatch(/unsafe-|\*|https?:/);
      expect(response.headers.get("x-frame-options")).toBe("DENY");
      expect(response.headers.get("api-version")).toBeNull();
      seen.add(nonce);
    }
    expect(seen.size).toBe(7);
  });

  test("may be framed by Teams, and only below /tab", async () => {
    const response = await running.get("/tab/molenlanden/arkel", { accept: "text/html" });
    const ancestors = policyOf(response)["frame-ancestors"] ?? "";
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(ancestors.split(" ")).toEqual(
      expect.arrayContaining(["'self'", "https://teams.microsoft.com", "https://*.cloud.microsoft"]),
    );
    expect(ancestors.split(" ").filter((one) => one === "*" || one === "https:")).toEqual([]);
    expect(policyOf(response)["connect-src"]).toContain("https://res.cdn.office.net");
    expect(policyOf(await running.get("/tabblad", { accept: "text/html" }))["frame-ancestors"]).toBe("'none'");
  });

  test("an address that is no page gives 404: the page for a person, a problem for a program", async () => {
    const person = await running.get("/wp-admin/setup", { accept: "text/html" });
    expect([person.status, person.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    const program = await running.get("/wp-login.php", { accept: "text/html" });
    expect([program.status, program.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  test("their files are kept for a year, compressed where the browser can read that", async () => {
    const plain = await rawGet("/assets/main-1.js", {});
    const packed = await rawGet("/assets/main-1.js", { "accept-encoding": "gzip, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(packed.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(packed.headers["vary"]).toBe("Accept-Encoding");
    expect(Number(packed.headers["content-length"])).toBeLessThan(Number(plain.headers["content-length"]));
  });

  test.each([
    "/.vite/manifest.json",
    "/assets/../index.html",
    "/assets/%2e%2e/index.html",
    "/index.html",
    "/assets/main-1.js.gz",
  ])("never gives away %s", async (path) => expect((await rawGet(path, {})).status).toBe(404));
});

/** A request as it stands: fetch would tidy the address first, and unpack the body. */
function rawGet(path: string, headers: Record<string, string>): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    httpRequest({ port: running.web.port, path, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .once("error", reject)
      .end();
  });
}

test("security.txt has a contact and expires within a year", async () => {
  const response = await running.get("/.well-known/security.txt");
  const text = await response.text();
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(text).toMatch(/^Contact: mailto:/);
  const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
});

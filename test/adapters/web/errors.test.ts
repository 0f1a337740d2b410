import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let resident: SignedInPerson;
beforeAll(async () => {
  running = await runningWeb();
  resident = await running.tokenOf();
});
afterAll(() => running.close());

const joining = { municipality: "molenlanden", kern: "arkel", name: "A. Voorbeeld", email: "a@voorbeeld.example", consent: true };

describe("every error is application/problem+json with a sentence in the asker's language", () => {
  const cases: [string, number, string, () => Promise<Response>][] = [
    ["an unknown address", 404, "unknown-address", () => running.get("/v1/onbekend")],
    ["an unknown thing", 404, "not-found", () => running.get("/v1/kernen/nergens?gemeente=molenlanden")],
    ["a wrong method", 405, "wrong-method", () => running.send("DELETE", "/v1/kernen")],
    ["an answer we do not have", 406, "not-acceptable", () => running.get("/v1/kernen", { accept: "text/csv" })],
    [
      "another content type",
      415,
      "wrong-content-type",
      () => running.send("POST", "/v1/aanmeldingen", "a=b", { "content-type": "application/x-www-form-urlencoded" }),
    ],
    ["malformed JSON", 400, "malformed-json", () => running.send("POST", "/v1/aanmeldingen", "{nee")],
    ["JSON that is no object", 400, "malformed-json", () => running.send("POST", "/v1/aanmeldingen", "[1]")],
    [
      "keys that reach into prototypes",
      400,
      "malformed-json",
      () => running.send("POST", "/v1/aanmeldingen", '{"__proto__":{"a":1}}'),
    ],
    ["a NUL in a text", 400, "malformed-json", () => running.send("POST", "/v1/aanmeldingen", '{"name":"a\\u0000b"}')],
    [
      "a body over 64 KB",
      413,
      "body-too-large",
      () => running.send("POST", "/v1/aanmeldingen", { ...joining, name: "x".repeat(70_000) }),
    ],
    ["nobody signed in", 401, "not-signed-in", () => running.get("/v1/personen/ik")],
    ["no rights", 403, "not-allowed", () => running.get("/v1/aanmeldingen", resident.bearer)],
    [
      "wrong input",
      400,
      "invalid-input",
      () => running.send("POST", "/v1/aanmeldingen", { municipality: "molenlanden", email: "x" }),
    ],
    ["an address that is too long", 414, "address-too-long", () => running.get(`/v1/kernen?q=${"x".repeat(9000)}`)],
    ["a NUL in the address", 400, "malformed-address", () => running.get("/v1/kernen/%00")],
    ["a broken escape", 400, "malformed-address", () => running.get("/v1/kernen/%zz")],
    ["a slash in disguise", 404, "unknown-address", () => running.get("/v1/kernen/..%2f..%2fetc%2fpasswd")],
    ["two slashes", 404, "unknown-address", () => running.get("/v1//kernen")],
    ["a slash at the end", 404, "unknown-address", () => running.get("/v1/kernen/")],
  ];

  test.each(cases)("%s gives %i (%s)", async (_, status, code, ask) => {
    const response = await ask();
    const problem = await problemIn(response);
    expect({ status: response.status, code: problem.code, inBody: problem.status }).toEqual({ status, code, inBody: status });
    expect(problem).toMatchObject({
      type: `urn:kernplein:problem:${code}`,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    expect(response.headers.get("api-version")).toBe("1.0.0");
    expect(JSON.stringify(problem)).not.toMatch(/at .*\.ts|node_modules/);
  });

  test("speaks English to who prefers it", async () => {
    const dutch = await problemIn(await running.get("/v1/onbekend", { "accept-language": "nl, en;q=0.8" }));
    const english = await problemIn(await running.get("/v1/onbekend", { "accept-language": "en-GB, nl;q=0.8" }));
    expect([dutch.title, english.title]).toEqual(["Dit adres bestaat niet", "This address does not exist"]);
  });

  test("a wrong method names the right ones, and OPTIONS too", async () => {
    const wrong = await running.send("PATCH", "/v1/kernen");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const asked = await running.send("OPTIONS", "/v1/kernen");
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    const onPost = await running.get("/v1/aanmeldingsbevestigingen");
    expect([onPost.status, onPost.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("wrong input names all fields at once, each with its code and a sentence", async () => {
    const problem = await problemIn(
      await running.send("POST", "/v1/aanmeldingen", { municipality: "molenlanden", name: "x", email: "x" }),
    );
    expect(problem.fields).toEqual([
      { path: "kern", message: "required", sentence: "Vul dit in." },
      { path: "name", message: "too-short", sentence: "Dit is te kort." },
      { path: "email", message: "invalid-email", sentence: "Dit is geen e-mailadres. Voorbeeld: naam@voorbeeld.nl." },
      { path: "consent", message: "consent-required", sentence: "Zet een vinkje als u het ermee eens bent." },
    ]);
  });

  test("a sane request number is kept, a strange one replaced", async () => {
    expect((await running.get("/v1/kernen", { "x-request-id": "proef-12345678" })).headers.get("x-request-id")).toBe(
      "proef-12345678",
    );
    expect((await running.get("/v1/kernen", { "x-request-id": "<script>" })).headers.get("x-request-id")).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { makeRoutes } from "../../../src/adapters/web/index.ts";
import { webActions } from "../../../src/wiring/actions.ts";
import { type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let person: SignedInPerson;
beforeAll(async () => {
  running = await runningWeb({ limits: { factor: 1000 } });
  person = await running.tokenOf({
    roles: [
      { role: "officer", kern: null },
      { role: "councillor", kern: null },
    ],
  });
});
afterAll(() => running.close());

/** Sends these very bytes and gives what comes back. */
function raw(text: string | Buffer, patience = 2000): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(running.web.port, "127.0.0.1", () => socket.write(text));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(done, patience);
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (/\r\n\r\n[\s\S]*\}$|\r\n0\r\n\r\n$/.test(answer)) done();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
const plain = (path: string) => raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

describe("whatever comes in, the answer is calm", () => {
  test("strange paths", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "..",
        ".",
        "%2e%2e",
        "%2f",
        "%5c",
        "\\",
        "//",
        "%00",
        "%zz",
        "v1",
        "kernen",
        "voorstellen",
        "assets",
        "tab",
        "__proto__",
        "constructor",
        ";a=b",
        "*",
        ":kern",
        "local",
        "api",
        "%ff",
        "?",
        "#",
        "%F0%9F%98%80",
      ),
      fc.string({ unit: "binary-ascii", maxLength: 12 }).map((text) => text.replace(/[\r\n ]/g, "")),
      fc.webFragments({ size: "small" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const answer = await plain(`/${pieces.join("/")}`);
        const status = statusOf(answer);
        // A client that is not built is the one 503 that a path may meet here.
        if (status === 503) expect(answer).toContain("not-ready");
        else
          expect({ path: pieces.join("/"), status: status >= 200 && status < 500 }).toEqual({
            path: pieces.join("/"),
            status: true,
          });
        expect(answer).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("strange bodies and queries on every route", async () => {
    const routes = makeRoutes(webActions({} as never));
    const value: fc.Arbitrary<unknown> = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        "arkel",
        "2026-11-22T12:00:00Z",
        "+275760-01-01T00:00:00Z",
        1e308,
        -1,
        2 ** 40,
        "",
        " ",
        "\ud800",
        "'; drop table ballot; --",
        "a".repeat(5000),
      ),
      fc.uuid(),
    );
    const field = fc.constantFrom(
      "kern",
      "municipality",
      "name",
      "email",
      "consent",
      "token",
      "proposal",
      "title",
      "body",
      "place",
      "photo",
      "version",
      "reason",
      "stance",
      "option",
      "proof",
      "question",
      "kind",
      "options",
      "opensAt",
      "closesAt",
      "language",
      "decision",
      "q",
      "cursor",
      "limit",
      "sort",
      "text",
      "__proto__",
      "session",
    );
    const body = fc.oneof(
      fc.dictionary(field, value, { maxKeys: 8 }).map((given) => JSON.stringify(given)),
      fc.string({ maxLength: 60 }),
    );
    const inPath = fc.oneof(fc.constantFrom("arkel", "nergens", "x", "%20", "a'b"), fc.uuid());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        body,
        inPath,
        fc.dictionary(field, fc.string({ maxLength: 30 }), { maxKeys: 4 }),
        async (route, text, id, query) => {
          const path = `/v1${route.path.replace(/\{\w+\}/g, id)}?${new URLSearchParams(query)}`;
          const response = await running.send(
            route.method,
            path,
            route.method === "GET" || route.method === "DELETE" ? undefined : text,
            person.bearer,
          );
          const said = await response.text();
          expect({ path, text, status: response.status, fine: response.status < 500, said }).toMatchObject({ fine: true });
          if (response.status >= 400) expect(response.headers.get("content-type")).toBe("application/problem+json");
        },
      ),
      { numRuns: 600 },
    );
    expect(running.logged.filter(({ level }) => level === "error")).toEqual([]);
  }, 120_000);
});

describe("what is no HTTP at all", () => {
  test.each([
    ["nonsense", "nonsens\r\n\r\n", 400],
    ["a header without end", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["a strange method", "BREW /v1/kernen HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["a method nobody uses", "PROPFIND /v1/kernen HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405],
    ["another server's address", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
    [
      "an impossible expectation",
      "POST /v1/sessies HTTP/1.1\r\nHost: localhost\r\nExpect: wonders\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["two lengths", "POST /v1/sessies HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", 400],
    [
      "length and chunks",
      "POST /v1/sessies HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    ["an upgrade", "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 400],
    ["a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400],
  ])("%s is answered with a problem", async (_, text, status) => {
    const answer = await raw(text);
    expect({ status: statusOf(answer), answer }).toMatchObject({ status });
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
  });

  test.each(["][", "a b", "x/../../y", "%zz", "user@evil", "localhost:99999999", "[::1", "", "a".repeat(3000)])(
    "the name %j of this server is refused or borne, and the server lives on",
    async (host) => {
      const answer = await raw(`GET /v1/kernen HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect([200, 400]).toContain(statusOf(answer));
      expect((await running.get("/health/live")).status).toBe(200);
    },
  );

  test("a request without a name for this server is a problem like any other", async () => {
    const answer = await raw("GET /v1/kernen HTTP/1.1\r\nConnection: close\r\n\r\n");
    expect(statusOf(answer)).toBe(400);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
  });

  test("a sender who stops halfway the body does no harm", async () => {
    const half =
      'POST /v1/aanmeldingen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a":';
    await raw(half, 300);
    expect((await running.get("/health/live")).status).toBe(200);
    expect(running.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("a body far too large is refused while it is still coming", async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    });
    const init = { method: "POST", body: endless, duplex: "half", headers: { "content-type": "application/json" } };
    const status = await fetch(`${running.origin}/v1/aanmeldingen`, init as RequestInit).then(
      (response) => response.status,
      () => "line cut",
    );
    expect([413, "line cut"]).toContain(status);
  });
});

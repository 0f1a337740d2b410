import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { limitSlowSenders } from "../../../src/adapters/web/listen.ts";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

const config = (PORT: number) => ({ PORT, PUBLIC_URL: undefined, MAIL_FROM: "k@voorbeeld.example", local: true });

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === "::1"));

let running: RunningWeb;
let part: { fails: boolean; hangs: boolean };
beforeAll(async () => {
  part = { fails: false, hangs: false };
  running = await runningWeb({
    readiness: [
      { name: "database", check: async () => ({ ready: true }) },
      {
        name: "mail",
        check: async () => {
          if (part.hangs) await new Promise(() => undefined);
          if (part.fails) throw new Error("connect ECONNREFUSED mail.intern:25");
        },
      },
    ],
  });
});
afterAll(() => running.close());

test("the server answers on IPv4, and on IPv6 where the machine has it", async () => {
  const status = async (host: string) => (await fetch(`http://${host}:${running.web.port}/health/live`)).status;
  expect(await status("127.0.0.1")).toBe(200);
  if (hasIPv6) expect(await status("[::1]")).toBe(200);
  expect(running.web.addresses[0]).toBe(`http://localhost:${running.web.port}`);
});

test("a port that is taken moves the server to the next free one", async () => {
  const taken = await new Promise<Server>((resolve) => {
    const server = createServer().listen(0, "::", () => resolve(server));
  });
  const { port } = taken.address() as AddressInfo;
  const second = await runningWeb({ config: config(port) });
  try {
    expect(second.web.port).toBeGreaterThan(port);
    expect(second.web.publicOrigin).toBe(`http://localhost:${second.web.port}`);
    expect((await second.get("/health/live")).status).toBe(200);
  } finally {
    await second.close();
    taken.close();
  }
});

describe("readiness", () => {
  test("is 200 while every part works, and 503 with the names of those that do not", async () => {
    expect(await (await running.get("/health/ready")).json()).toEqual({
      status: "ready",
      parts: { database: "ready", mail: "ready" },
    });
    part.fails = true;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const response = await running.get("/health/ready");
    const problem = await problemIn(response);
    expect(problem).toMatchObject({ status: 503, code: "not-ready", detail: "Een onderdeel antwoordt niet: mail." });
    expect(response.headers.get("retry-after")).toBe("5");
    expect(JSON.stringify(problem)).not.toContain("intern");
    expect(running.logged.some(({ details }) => String(details["reason"]).includes("mail.intern"))).toBe(true);
    part.fails = false;
  });

  test("does not hang on a part that hangs", async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    part.hangs = true;
    expect((await running.get("/health/ready")).status).toBe(503);
    part.hangs = false;
  }, 10_000);
});

test("an outage of the database is 503 with Retry-After, not 500", async () => {
  const away = await runningWeb();
  const officer = await away.tokenOf();
  await away.get("/v1/kernen");
  await away.database.connections.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  expect([200, 503]).toContain((await away.get("/v1/personen/ik", officer.bearer)).status);
  await away.database.close();
  const refused = await away.get("/v1/kernen/arkel?gemeente=molenlanden");
  expect(await problemIn(refused)).toMatchObject({ status: expect.any(Number) });
  await away.web.close();
});

test("dawdlers are cut off: headers within ten seconds, a whole request within two minutes, looked at every five seconds", () => {
  const server = createServer();
  limitSlowSenders(server);
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 });
});

test("a sender who dribbles its headers gets 408 and is hung up on", async () => {
  const answer = await new Promise<string>((resolve) => {
    let said = "";
    const socket = connect(running.web.port, "127.0.0.1", () => socket.write("GET /v1/kernen HTTP/1.1\r\nHost: localhost\r\n"));
    const dribble = setInterval(() => socket.write("X-Slow: y\r\n"), 1000);
    socket.on("data", (chunk) => {
      said += chunk.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(dribble);
      resolve(said);
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain("too-slow");
}, 30_000);

test("closing lets running requests finish and takes no new ones", async () => {
  const arrived = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<{ ready: boolean }>();
  const check = () => {
    arrived.resolve();
    return answered.promise;
  };
  const closing = await runningWeb({ readiness: [{ name: "database", check }] });
  const underWay = closing.get("/health/ready").then((response) => response.status);
  await arrived.promise;
  const closed = closing.web.close();
  answered.resolve({ ready: true });
  expect(await underWay).toBe(200);
  await closed;
  await expect(closing.get("/health/live")).rejects.toThrow();
  await closing.database.close();
});

import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { SignJWT } from "jose";
import type { Engine } from "../../../src/adapters/teams/engine.ts";
import type { Incoming } from "../../../src/adapters/teams/incoming.ts";
import { openEngine } from "../../../src/adapters/teams/open-engine.ts";
import {
  type Connector,
  channelMessage,
  type Listening,
  listen,
  type Signer,
  startConnector,
  startSigner,
} from "./bot-framework.ts";
import { unhurried } from "./unhurried.ts";

const botId = randomUUID();
const tenant = randomUUID();
let signer: Signer;
let connector: Connector;
let endpoint: Listening;
let localEndpoint: Listening;
let engine: Engine;
const seen: Incoming[] = [];
const logged: string[] = [];

const log = {
  info: () => undefined,
  warn: (_details: object, message: string) => logged.push(message),
  error: (_details: object, message: string) => {
    logged.push(message);
  },
};
const answer = async (incoming: Incoming) => {
  seen.push(incoming);
  if (incoming.kind === "invoke") return { messages: [], invoke: { status: 501, body: { what: incoming.name } } };
  return { messages: [{ text: "hallo" }] };
};

beforeAll(async () => {
  signer = await startSigner(botId);
  connector = await startConnector();
  const bot = { botId, tenantId: randomUUID(), token: async () => "naar-buiten", openIdMetadataUrl: signer.metadataUrl };
  engine = await openEngine("botbuilder", { bot, answer, pacer: unhurried, log });
  endpoint = await listen((request, response) => void engine.handle(request, response));
  const local = await openEngine("botbuilder", { bot: null, answer, pacer: unhurried, log });
  localEndpoint = await listen((request, response) => void local.handle(request, response));
});
afterAll(async () => {
  await Promise.all([signer, connector, endpoint, localEndpoint].map((one) => one.close()));
});
beforeEach(() => {
  seen.length = 0;
  logged.length = 0;
  connector.sent.length = 0;
});

interface Wish {
  authorization?: string;
  body?: string;
  method?: string;
  headers?: Record<string, string>;
  at?: Listening;
}

async function post({ authorization, body, method = "POST", headers = {}, at = endpoint }: Wish) {
  const response = await fetch(at.url, {
    method,
    headers: { "Content-Type": "application/json", ...(authorization ? { Authorization: authorization } : {}), ...headers },
    body: method === "GET" ? undefined : body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers };
}

const message = (more: Record<string, unknown> = {}) => JSON.stringify(channelMessage(connector.url, tenant, "hoi", more));
const good = () => signer.sign({ serviceurl: connector.url });

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

const wrong: Record<string, () => Promise<string | undefined>> = {
  "no token": async () => undefined,
  "an empty token": async () => "Bearer ",
  "another scheme": async () => `Basic ${await good()}`,
  "no JWT": async () => "Bearer niets",
  "three empty parts": async () => "Bearer ..",
  "parts that are no JSON": async () => "Bearer YQ.YQ.YQ",
  "a token signed by a stranger under a published name": async () => `Bearer ${await signer.sign({}, { key: signer.otherKey })}`,
  "a token signed under a name that is not published": async () => `Bearer ${await signer.sign({}, { kid: "onbekend" })}`,
  "a token whose claims were changed": async () => {
    const [head, , signature] = (await good()).split(".");
    return `Bearer ${head}.${encode({ aud: botId, iss: "https://api.botframework.com", exp: inAnHour(), oid: "x" })}.${signature}`;
  },
  "a token whose signature was cut off": async () => `Bearer ${(await good()).slice(0, -20)}`,
  "an expired token": async () => `Bearer ${await signer.sign({}, { expires: Math.floor(Date.now() / 1000) - 3600 })}`,
  "a token for another bot": async () => `Bearer ${await signer.sign({ aud: randomUUID() })}`,
  "a token of another issuer": async () => `Bearer ${await signer.sign({}, { issuer: "https://boef.example" })}`,
  "a token of Microsoft's emulator": async () =>
    `Bearer ${await signer.sign({ appid: botId, ver: "1.0" }, { issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" })}`,
  "an unsigned token (alg none)": async () =>
    `Bearer ${encode({ alg: "none", typ: "JWT" })}.${encode({ aud: botId, iss: "https://api.botframework.com", exp: inAnHour() })}.`,
  "an unsigned token (alg none) with a signature": async () =>
    `Bearer ${encode({ alg: "none", typ: "JWT" })}.${encode({ aud: botId, iss: "https://api.botframework.com", exp: inAnHour() })}.YQ`,
  "a token signed with the public key as a password (HS256)": async () => {
    const token = new SignJWT({ aud: botId }).setProtectedHeader({ alg: "HS256", kid: "msteams" });
    return `Bearer ${await token.setIssuer("https://api.botframework.com").setExpirationTime("1h").sign(Buffer.from(signer.publicPem))}`;
  },
  "a token with a key of its own": async () => {
    const [, claims, signature] = (await good()).split(".");
    return `Bearer ${encode({ alg: "RS256", jwk: { kty: "RSA" }, kid: "msteams" })}.${claims}.${signature}`;
  },
};

describe("with a bot, 401 and nothing done for", () => {
  test.each(Object.entries(wrong))("%s", async (_what, token) => {
    const authorization = await token();
    for (const body of [message(), "{geen json", ""]) {
      const { status, headers } = await post({ authorization, body });
      expect(status).toBe(401);
      expect(headers.get("www-authenticate")).toBe("Bearer");
    }
    expect(seen).toEqual([]);
    expect(connector.sent).toEqual([]);
  });

  test("a token signed for another address than the one to answer at", async () => {
    const authorization = `Bearer ${await signer.sign({ serviceurl: "https://smba.trafficmanager.net/emea/" })}`;
    expect((await post({ authorization, body: message() })).status).toBe(401);
    expect(seen).toEqual([]);
  });

  test("a token signed with a key that Microsoft endorses for another channel only", async () => {
    const authorization = `Bearer ${await signer.sign({ serviceurl: connector.url }, { kid: "webchat" })}`;
    expect((await post({ authorization, body: message() })).status).toBe(401);
    expect(seen).toEqual([]);
  });
});

test("with a good token the turn is run and the answer leaves with the bot's own token", async () => {
  expect(await post({ authorization: `Bearer ${await good()}`, body: message() })).toMatchObject({ status: 200 });
  expect(seen).toMatchObject([
    {
      kind: "text",
      text: "hoi",
      tenant,
      oid: "00000000-0000-4000-8000-000000000001",
      where: "channel",
      team: { team: "19:algemeen@thread.tacv2", group: null },
    },
  ]);
  expect(connector.sent).toMatchObject([
    {
      method: "POST",
      path: "/v3/conversations/19:voorstellen@thread.tacv2;messageid=1/activities/1",
      authorization: "Bearer naar-buiten",
      body: { type: "message", text: "hallo" },
    },
  ]);
});

test("an invoke is answered in the response, with the status of the answer", async () => {
  const body = message({ type: "invoke", name: "iets/nieuws", value: {} });
  expect(await post({ authorization: `Bearer ${await good()}`, body })).toMatchObject({
    status: 501,
    body: { what: "iets/nieuws" },
  });
});

test.each([
  ["no JSON", "{geen json"],
  ["nothing", ""],
  ["a list", "[]"],
  ["a number", "3"],
  ["null", "null"],
  ["no type", JSON.stringify({ channelId: "msteams" })],
  ["no conversation", JSON.stringify({ type: "message", channelId: "msteams", serviceUrl: "https://a.example" })],
  ["an address that is none", JSON.stringify({ ...channelMessage("javascript:alert(1)", "t", "hoi") })],
])("a good token with a body that is no activity (%s) gets 400", async (_what, body) => {
  expect((await post({ authorization: `Bearer ${await good()}`, body })).status).toBe(400);
  expect(seen).toEqual([]);
});

test("a body over 256 KB gets 413, another method 405", async () => {
  const authorization = `Bearer ${await good()}`;
  expect((await post({ authorization, body: message({ text: "x".repeat(300_000) }) })).status).toBe(413);
  const { status, headers } = await post({ authorization, method: "GET" });
  expect([status, headers.get("allow")]).toEqual([405, "POST"]);
});

test("an activity of another channel than Teams is taken and left alone", async () => {
  const authorization = `Bearer ${await signer.sign({ serviceurl: connector.url }, { kid: "webchat" })}`;
  expect((await post({ authorization, body: message({ channelId: "webchat" }) })).status).toBe(200);
  expect(seen).toEqual([]);
});

test("while the signing keys cannot be fetched every request with a token gets 503, and one without still 401", async () => {
  const bot = { botId, tenantId: tenant, token: async () => "x", openIdMetadataUrl: "http://127.0.0.1:9/niets" };
  const unreachable = await openEngine("botbuilder", { bot, answer, pacer: unhurried, log });
  const at = await listen((request, response) => void unreachable.handle(request, response));
  try {
    expect((await post({ authorization: `Bearer ${await good()}`, body: message(), at })).status).toBe(503);
    expect((await post({ body: message(), at })).status).toBe(401);
    expect(await unreachable.check()).toMatchObject({ ready: false });
    expect(await engine.check()).toEqual({ ready: true });
  } finally {
    await at.close();
  }
});

test("an answer that cannot be delivered ends the turn calmly and is logged", async () => {
  connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
  expect((await post({ authorization: `Bearer ${await good()}`, body: message() })).status).toBe(200);
  expect(logged).toEqual(["an answer of the bot did not arrive"]);
});

test("an answer that the connector throttles is tried again, once", async () => {
  connector.moods.push({ status: 429 });
  expect((await post({ authorization: `Bearer ${await good()}`, body: message() })).status).toBe(200);
  expect(connector.sent).toHaveLength(2);
});

describe("without a bot", () => {
  test("this machine may speak to it without a token", async () => {
    expect((await post({ body: message(), at: localEndpoint })).status).toBe(200);
    expect(seen).toHaveLength(1);
    expect(connector.sent[0]?.authorization).toBeUndefined();
  });

  test("a page of another site cannot: not as a form, not under a borrowed name, not to answer elsewhere", async () => {
    expect((await post({ body: message(), headers: { "Content-Type": "text/plain" }, at: localEndpoint })).status).toBe(415);
    const elsewhere = JSON.stringify(channelMessage("https://boef.example", tenant, "hoi"));
    expect((await post({ body: elsewhere, at: localEndpoint })).status).toBe(403);
    expect(await statusUnderName("boef.example", message())).toBe(403);
    expect(seen).toEqual([]);
  });
});

/** fetch does not let one choose the Host header. */
function statusUnderName(host: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(localEndpoint.url, {
      method: "POST",
      headers: { Host: host, "Content-Type": "application/json" },
    });
    request.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    request.on("error", reject);
    request.end(body);
  });
}

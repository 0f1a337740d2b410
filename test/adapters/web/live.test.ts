import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { type Hearing, hearChanges } from "../../../src/adapters/postgres/hear-changes.ts";
import type { Web } from "../../../src/adapters/web/index.ts";
import { keptMs } from "../../../src/adapters/web/live/recent.ts";
import { openEntraSession } from "../../../src/members/index.ts";
import { publishProposal, returnProposal, supportProposal, withdrawSupport } from "../../../src/proposals/index.ts";
import type { LiveMessage } from "../../../src/shared/live.ts";
import { type Actor, action } from "../../../src/shared/work.ts";
import { chooseOpenly } from "../../../src/voting/index.ts";
import { aPublishedProposal, aSubmittedProposal } from "../../proposals/given.ts";
import { aPerson } from "../../support/database.ts";
import { anOpenPoll, type OpenPoll, vote } from "../../support/voting.ts";
import { type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let first: Web;
let second: Web;
const hearings: Hearing[] = [];
const listeners: Listener[] = [];

const quiet = { warn: () => undefined };
const hearing = async () => {
  const made = await hearChanges(running.database.url, quiet);
  hearings.push(made);
  return made;
};

beforeAll(async () => {
  running = await runningWeb();
  first = await running.another({ live: await hearing() });
  second = await running.another({ live: await hearing() });
}, 60_000);
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.stop();
});
afterAll(async () => {
  await Promise.all([first?.close(), second?.close()]);
  for (const each of hearings) await each.close();
  await running?.close();
});

interface Listener {
  status: number;
  headers: Headers;
  messages: LiveMessage[];
  /** Of the last message. */
  lastId(): string;
  /** "proposal 3f…" for each change heard so far. */
  heard(): string[];
  /** Waits until this was heard; what was heard when it was not. */
  hears(wanted: string): Promise<string[]>;
  ended: Promise<void>;
  stop(): void;
}

async function listen(web: Web, headers: Record<string, string>): Promise<Listener> {
  const stopping = new AbortController();
  const answer = await fetch(`http://localhost:${web.port}/v1/wijzigingen`, {
    headers: { accept: "text/event-stream", ...headers },
    signal: stopping.signal,
  });
  const messages: LiveMessage[] = [];
  let last = "";
  async function read(): Promise<void> {
    let text = "";
    for await (const piece of answer.body ?? []) {
      text += Buffer.from(piece).toString();
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        last = /^id: (\d+)$/m.exec(part)?.[1] ?? "";
        messages.push(JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? "null"));
      }
    }
  }
  const heard = () => messages.flatMap(({ changes }) => changes.map(({ about, id }) => `${about} ${id}`));
  const listener: Listener = {
    status: answer.status,
    headers: answer.headers,
    messages,
    lastId: () => last,
    heard,
    async hears(wanted) {
      for (let waited = 0; waited < 5000 && !heard().includes(wanted); waited += 20) await sleep(20);
      return heard();
    },
    ended: answer.ok ? read().catch(() => undefined) : Promise.resolve(),
    stop: () => stopping.abort(),
  };
  listeners.push(listener);
  for (let waited = 0; answer.ok && messages.length === 0 && waited < 5000; waited += 10) await sleep(10);
  return listener;
}

const resident = () => running.tokenOf({ kernen: ["arkel"] });
const officer = () => running.tokenOf({ kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
const asActor = ({ person }: SignedInPerson, role: "resident" | "officer" = "resident"): Actor & { person: string } => ({
  municipality: "molenlanden",
  person,
  roles: [{ role, kern: "arkel" }],
  channel: "web",
  language: "nl",
});

const optionOf = ({ view }: OpenPoll): string => view.options[0]?.option ?? "";

test("who listens at one instance hears what happens at another, and only that it happened", async () => {
  const { perform } = running.database;
  const author = await aPerson(running.database);
  const proposal = await aPublishedProposal(
    running.database,
    author,
    await aPerson(running.database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] }),
  );
  const one = await listen(first, (await resident()).bearer);
  const other = await listen(second, (await resident()).bearer);
  await perform(supportProposal, await aPerson(running.database), { proposal });
  for (const listener of [one, other]) {
    expect(await listener.hears(`proposal ${proposal}`)).toContain(`proposal ${proposal}`);
    for (const change of listener.messages.flatMap(({ changes }) => changes)) {
      expect(Object.keys(change).sort()).toEqual(["about", "id", "kern"]);
    }
  }
  expect(one.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(one.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(one.headers.get("x-accel-buffering")).toBe("no");
});

test("nobody hears of another municipality, and of what is not published only its author and the officers", async () => {
  const { perform } = running.database;
  const [author, neighbour, hers, abroad] = await Promise.all([
    resident(),
    resident(),
    officer(),
    running.tokenOf({ municipality: "altena", kernen: ["almkerk"], roles: [{ role: "officer", kern: null }] }),
  ]);
  const [a, n, o, x] = await Promise.all([author, neighbour, hers, abroad].map(({ bearer }) => listen(first, bearer)));
  const proposal = await aSubmittedProposal(running.database, asActor(author));
  expect(await a?.hears(`proposal ${proposal}`)).toContain(`proposal ${proposal}`);
  expect(await o?.hears(`desk ${proposal}`)).toContain(`desk ${proposal}`);
  await perform(returnProposal, asActor(hers, "officer"), { proposal, reason: "Wilt u de plek erbij zetten?" });
  const visible = await aPublishedProposal(running.database, asActor(author), asActor(hers, "officer"));
  expect(await n?.hears(`proposal ${visible}`)).toContain(`proposal ${visible}`);
  expect(n?.heard().filter((each) => each.includes(proposal))).toEqual([]);
  expect(n?.heard().filter((each) => each.startsWith("desk"))).toEqual([]);
  expect(x?.heard()).toEqual([]);
});

test("what is rolled back was never told", async () => {
  const { bearer } = await resident();
  const listener = await listen(first, bearer);
  const author = await aPerson(running.database);
  const announceAndFail = action({
    name: "test.announce-and-fail",
    kind: "view",
    input: z.object({}),
    async run({ announce }) {
      announce({ fact: "poll-opened", poll: "never", kern: "arkel", closesAt: "" } as never);
      throw new Error("after all not");
    },
  });
  await expect(running.database.perform(announceAndFail, author, {})).rejects.toThrow("after all not");
  const proposal = await aPublishedProposal(running.database, author, asActor(await officer(), "officer"));
  await listener.hears(`proposal ${proposal}`);
  expect(listener.heard().filter((each) => each.startsWith("poll never"))).toEqual([]);
});

test("a poll that opens is heard, a vote in it never, secret or open", async () => {
  const { perform } = running.database;
  const hers = await aPerson(running.database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const voters = [await aPerson(running.database), await aPerson(running.database)];
  const listener = await listen(second, (await resident()).bearer);
  const secret = await anOpenPoll(running.database, hers);
  expect(await listener.hears(`poll ${secret.poll}`)).toContain(`poll ${secret.poll}`);
  const open = await anOpenPoll(running.database, hers, { level: 0 });
  await listener.hears(`poll ${open.poll}`);
  const before = listener.heard().length;
  for (const voter of voters) {
    await vote(perform, secret, voter, { chosen: [optionOf(secret)] });
    await perform(chooseOpenly, voter, { poll: open.poll, choice: { chosen: [optionOf(open)] } });
  }
  const proposal = await aPublishedProposal(running.database, await aPerson(running.database), hers);
  await listener.hears(`proposal ${proposal}`);
  expect(
    listener
      .heard()
      .slice(before)
      .filter((each) => each.startsWith("poll")),
  ).toEqual([]);
});

test("who comes back says what she had last and hears what she missed, at another instance too", async () => {
  const { perform } = running.database;
  const { bearer } = await resident();
  const proposal = await aPublishedProposal(
    running.database,
    await aPerson(running.database),
    asActor(await officer(), "officer"),
  );
  const supporter = await aPerson(running.database);
  const before = await listen(first, bearer);
  await before.hears(`proposal ${proposal}`);
  const had = before.lastId();
  before.stop();
  await perform(supportProposal, supporter, { proposal });
  await sleep(300);
  const after = await listen(second, { ...bearer, "last-event-id": had });
  expect(after.messages[0]?.all).toBeUndefined();
  expect(after.heard()).toContain(`proposal ${proposal}`);
  const long = await listen(second, { ...bearer, "last-event-id": String(Date.now() - 2 * keptMs) });
  expect(long.messages[0]).toEqual({ all: true, changes: [] });
  await perform(withdrawSupport, supporter, { proposal });
  expect(await long.hears(`proposal ${proposal}`)).toContain(`proposal ${proposal}`);
});

test.each(["gisteren", "-1", "1.5"])("a last message that is none (%s) is refused", async (had) => {
  const { bearer } = await resident();
  const answer = await fetch(`http://localhost:${first.port}/v1/wijzigingen`, { headers: { ...bearer, "last-event-id": had } });
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: "invalid-input" })]);
});

test("a notice that is none of ours is passed over, and the next one is heard", async () => {
  const { bearer } = await resident();
  const listener = await listen(first, bearer);
  const { owner } = running.database.connections;
  for (const strange of ["", "{", "null", '{"municipality":1,"told":[]}'])
    await owner.query("select pg_notify('kernplein_changed', $1)", [strange]);
  const proposal = await aPublishedProposal(
    running.database,
    await aPerson(running.database),
    asActor(await officer(), "officer"),
  );
  expect(await listener.hears(`proposal ${proposal}`)).toContain(`proposal ${proposal}`);
});

test("when the line to the database breaks, pages are told to ask for everything, and then hear again", async () => {
  const { bearer } = await resident();
  const listener = await listen(first, bearer);
  await running.database.connections.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'",
  );
  for (let waited = 0; waited < 8000 && !listener.messages.some(({ all }) => all); waited += 50) await sleep(50);
  expect(listener.messages.some(({ all }) => all)).toBe(true);
  const hers = asActor(await officer(), "officer");
  const proposal = await aSubmittedProposal(running.database, await aPerson(running.database));
  await running.database.perform(publishProposal, hers, { proposal });
  expect(await listener.hears(`proposal ${proposal}`)).toContain(`proposal ${proposal}`);
}, 30_000);

test("only who is signed in listens, a person by so many windows, an instance to so many people", async () => {
  const web = await running.another({ live: await hearing(), liveLimits: { perPerson: 2, inAll: 3 } });
  const hers = await resident();
  expect((await listen(web, {})).status).toBe(401);
  expect((await listen(web, { ...hers.bearer, accept: "application/json" })).status).toBe(406);
  await listen(web, hers.bearer);
  await listen(web, hers.bearer);
  const third = await listen(web, hers.bearer);
  expect([third.status, third.headers.get("retry-after")]).toEqual([429, "60"]);
  await listen(web, (await resident()).bearer);
  expect((await listen(web, (await resident()).bearer)).status).toBe(503);
  const closedAt = performance.now();
  await web.close();
  expect(performance.now() - closedAt).toBeLessThan(3000);
  await Promise.all(listeners.map(({ ended }) => ended));
});

test("a stream ends when its session does", async () => {
  const web = await running.another({ live: await hearing(), liveLimits: { beatMs: 100 } });
  const { person } = await aPerson(running.database);
  const { inMunicipality } = running.database.connections;
  await inMunicipality("molenlanden", (tx) =>
    tx.updateTable("person").set({ entra_oid: person }).where("person_id", "=", person).execute(),
  );
  const opened = await inMunicipality("molenlanden", (tx) => openEntraSession(tx, person, new Date()));
  const listener = await listen(web, { cookie: `kernplein=${opened.session}` });
  expect(listener.status).toBe(200);
  await inMunicipality("molenlanden", (tx) => tx.deleteFrom("session").where("person_id", "=", person).execute());
  web.forgetActors();
  await listener.ended;
  await web.close();
});

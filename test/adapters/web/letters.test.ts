import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { limitRules } from "../../../src/adapters/web/limits.ts";
import { newBallot, withSlip } from "../../../src/client/voting/kept.ts";
import { completeLetterCode } from "../../../src/shared/letter-code.ts";
import { after, days } from "../../../src/shared/time.ts";
import { itself } from "../../../src/shared/work.ts";
import { openPoll } from "../../../src/voting/index.ts";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

/** A tenth of every limit, for a test that is done in seconds. */
const factor = 0.1;
const perAddress = limitRules.letterOfAddress.points * factor;
const perPoll = limitRules.letterOfPoll.points * factor;
let running: RunningWeb;
const municipality = "molenlanden";
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

beforeAll(async () => {
  running = await runningWeb({ trustedProxies: 1, limits: { factor } });
});
afterAll(() => running.close());

/** A poll of level 1 with three letters, open; the codes as the officer got them. */
async function aPollByLetter(): Promise<{ address: string; codes: string[] }> {
  const { bearer } = await running.tokenOf({ roles: [{ role: "officer", kern: "arkel" }] });
  const opensAt = after(new Date(), 60_000);
  const planned = await running.send(
    "POST",
    "/v1/kernen/arkel/stemmingen",
    {
      question: "Moet de steiger terugkomen?",
      form: { kind: "for-against-abstain" },
      level: 1,
      electorate: { assurance: "letter", per: "person", minAge: null },
      opensAt: opensAt.toISOString(),
      closesAt: after(opensAt, days(3)).toISOString(),
    },
    bearer,
  );
  const location = planned.headers.get("location") ?? "";
  const made = await running.send("POST", `${location}/stembrieven`, { number: 3 }, bearer);
  expect([planned.status, made.status, made.headers.get("cache-control")]).toEqual([201, 201, "no-store"]);
  const { letters } = (await made.json()) as { letters: { code: string }[] };
  const poll = location.split("/").at(-1) ?? "";
  await running.database.connections.owner.query("update poll set opens_at = now() - interval '1 hour' where poll_id = $1", [
    poll,
  ]);
  running.database.clock.now = new Date();
  await running.database.perform(openPoll, itself(municipality), { poll });
  return { address: `/v1/gemeenten/${municipality}/stemmingen/${poll}`, codes: letters.map(({ code }) => code) };
}

const castAt = (address: string, code: string, from: string) =>
  running.send(
    "POST",
    `${address}/briefstembiljetten`,
    { code, ...withSlip(newBallot(), { chosen: ["for"] }).unsent },
    { "x-forwarded-for": from },
  );
const aGuess = () => completeLetterCode(Array.from({ length: 11 }, () => Math.floor(Math.random() * 19)));

test("a letter works without an account, and neither it nor a guess leaves a line in the log", async () => {
  const { address, codes } = await aPollByLetter();
  await settled();
  const before = running.logged.length;
  expect((await castAt(address, codes[0] ?? "", "192.0.2.1")).status).toBe(201);
  const used = await castAt(address, codes[0] ?? "", "192.0.2.1");
  expect(await problemIn(used)).toMatchObject({
    status: 409,
    code: "already-voted",
    detail: expect.stringContaining("088 000 00 00"),
  });
  expect(await problemIn(await castAt(address, aGuess(), "192.0.2.1"))).toMatchObject({
    status: 404,
    code: "letter-unknown",
    detail: expect.stringContaining("088 000 00 00"),
  });
  expect(await problemIn(await castAt(address, "ABC", "192.0.2.1"))).toMatchObject({ status: 400, code: "invalid-input" });
  await settled();
  expect(running.logged.slice(before)).toEqual([]);
});

test("guessing stops after some wrong codes from one address, also when they come all at once; a neighbour can still vote", async () => {
  const { address, codes } = await aPollByLetter();
  const guesses = await Promise.all(Array.from({ length: 40 }, () => castAt(address, aGuess(), "192.0.2.7")));
  const statuses = guesses.map(({ status }) => status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(perAddress);
  expect(statuses.filter((status) => status === 429)).toHaveLength(40 - perAddress);
  const stopped = await castAt(address, codes[1] ?? "", "192.0.2.7");
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(500);
  expect((await castAt(address, codes[1] ?? "", "192.0.2.8")).status).toBe(201);
});

test("right codes and typing errors are no guesses, however many come from one village hall", async () => {
  const { address, codes } = await aPollByLetter();
  const hall = "192.0.2.20";
  for (let number = 0; number < 3 * perAddress; number++) expect((await castAt(address, "AAAAA", hall)).status).toBe(400);
  for (let number = 0; number < 3 * perAddress; number++)
    expect((await castAt(address, codes[0] ?? "", hall)).status).toBe(number === 0 ? 201 : 409);
  expect((await castAt(address, codes[1] ?? "", hall)).status).toBe(201);
});

test("too many wrong codes for one poll stop it for all for ten minutes, whatever the addresses", async () => {
  const { address, codes } = await aPollByLetter();
  let answered = 0;
  for (let host = 0; answered < perPoll && host < 100; host++) {
    const guesses = await Promise.all(Array.from({ length: perAddress }, () => castAt(address, aGuess(), `198.51.100.${host}`)));
    answered += guesses.filter(({ status }) => status === 404).length;
  }
  expect(answered).toBe(perPoll);
  expect((await castAt(address, codes[2] ?? "", "203.0.113.9")).status).toBe(429);
  const elsewhere = await aPollByLetter();
  expect((await castAt(elsewhere.address, elsewhere.codes[2] ?? "", "203.0.113.9")).status).toBe(201);
});

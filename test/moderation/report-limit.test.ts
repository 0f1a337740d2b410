/** How many messages one person may ask an officer to look at. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { refusalOf } from "../../src/adapters/web/problems.ts";
import { reportMessage } from "../../src/moderation/index.ts";
import { mayReportAgainAt, reportLimits } from "../../src/moderation/rules.ts";
import type { Refused } from "../../src/shared/refused.ts";
import { sentence } from "../../src/shared/sentences.ts";
import { after, days, hours, minutes } from "../../src/shared/time.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

const now = new Date("2026-11-22T12:00:00Z");

describe("the rule", () => {
  const ago = fc.oneof(fc.integer({ min: 0, max: hours(1) }), fc.integer({ min: 0, max: days(1) - 1 }));
  const times = fc.array(ago, { maxLength: 40 });
  const many = fc.array(ago, { minLength: 20, maxLength: 40 });

  test("lets a report through exactly when every stretch of time has room, and then names no time", () => {
    fc.assert(
      fc.property(times, (ago) => {
        const made = ago.map((ms) => after(now, -ms)).sort((a, b) => a.getTime() - b.getTime());
        const full = reportLimits.some(
          ({ most, within }) => made.filter((at) => now.getTime() - at.getTime() < within).length >= most,
        );
        expect(mayReportAgainAt(made, now) === null).toBe(!full);
      }),
    );
  });

  test("names the first moment at which one more fits: then it does, a moment earlier it does not", () => {
    fc.assert(
      fc.property(many, (ago) => {
        const made = ago.map((ms) => after(now, -ms)).sort((a, b) => a.getTime() - b.getTime());
        const again = mayReportAgainAt(made, now);
        fc.pre(again !== null);
        expect(mayReportAgainAt(made, again ?? now)).toBeNull();
        expect(mayReportAgainAt(made, after(again ?? now, -1))).not.toBeNull();
      }),
    );
  });
});

describe("reporting", () => {
  let database: TestDatabase;
  let facts: Fact[] = [];
  let jo: Actor & { person: string };
  beforeAll(async () => {
    database = await testDatabase((fact) => {
      facts.push(fact);
      return [];
    });
    await aMunicipality(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    database.clock.now = now;
    facts = [];
    jo = await aPerson(database);
  });
  const report = (who: Actor, id: string = randomUUID()) =>
    database.perform(reportMessage, who, { report: id, kern: "arkel", text: "Dat is een lelijk woord." });
  const refusal = (attempt: Promise<unknown>): Promise<Refused> =>
    attempt.then(
      () => Promise.reject(new Error("It was not refused.")),
      (error: Refused) => error,
    );

  test("goes five times an hour and twenty times a day, each person by herself", async () => {
    for (let hour = 0; hour < 4; hour++) {
      database.clock.now = after(now, hours(hour));
      for (let turn = 0; turn < 5; turn++) await report(jo);
      expect(await refusal(report(jo))).toMatchObject({ code: "too-many-reports" });
    }
    await report(await aPerson(database));
    database.clock.now = after(now, hours(5));
    expect((await refusal(report(jo))).details["againAt"]).toBe(after(now, days(1)).toISOString());
    database.clock.now = after(now, days(1));
    await report(jo);
    expect(facts).toHaveLength(22);
  });

  test("that is one too many is refused kindly, with whom to call, when it goes again, and Retry-After where that is HTTP", async () => {
    for (let turn = 0; turn < 5; turn++) await report(jo);
    database.clock.now = after(now, minutes(50));
    const refused = await refusal(report({ ...jo, channel: "bot" }));
    expect(sentence(refused.code, "nl", refused.details)).toBe(
      "Dank u wel. U meldde veel berichten kort na elkaar. Gemeente molenlanden kijkt ernaar. Vanaf zondag 22 november 2026 om 14:00 kunt u weer melden. Kan het niet wachten? Bel 088 000 00 00. Is iemand in gevaar? Bel 112.",
    );
    expect(refusalOf(refused, database.clock.now).headers).toEqual({ "Retry-After": "600" });
  });

  test("twice the same counts once, also when it comes at the same moment; ten at once are counted one by one", async () => {
    const id = randomUUID();
    await Promise.all([report(jo, id), report(jo, id), report(jo, id)]);
    expect(facts).toHaveLength(1);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => report(jo)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect(facts).toHaveLength(5);
    await report(jo, id);
    expect(facts).toHaveLength(5);
  });
});

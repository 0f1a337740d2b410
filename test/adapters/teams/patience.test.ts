import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { retryAfterMs, send } from "../../../src/adapters/teams/connector-transport.ts";
import { ConnectorFailure } from "../../../src/adapters/teams/engine.ts";
import { earliest, makePacer } from "../../../src/adapters/teams/pacing.ts";
import { isPassing, patient, pauseMs, prompt, withRetry } from "../../../src/adapters/teams/retry.ts";
import { startConnector } from "./bot-framework.ts";

describe("pacing", () => {
  const limits = [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ] as const;

  test("however people ask, no thread gets more than Microsoft allows in any window", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 300 }), async (gaps) => {
        let now = 1_000_000;
        const sentAt: number[] = [];
        const pacer = makePacer(
          () => now,
          async (ms) => {
            now += ms;
          },
        );
        for (const gap of gaps) {
          now += gap;
          await pacer.turn("19:een@thread.tacv2");
          sentAt.push(now);
        }
        for (const [within, most] of limits) {
          for (const [index, at] of sentAt.entries()) {
            const before = sentAt[index - most];
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(within);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("turns asked for at the same moment are given one after the other, another thread does not wait for them", async () => {
    const waits: number[] = [];
    const pacer = makePacer(
      () => 0,
      async (ms) => waits.push(ms),
    );
    await Promise.all(Array.from({ length: 16 }, () => pacer.turn("19:een@thread.tacv2;messageid=1")));
    await pacer.turn("19:twee@thread.tacv2");
    expect(waits).toEqual([1000, ...Array.from({ length: 7 }, () => 2000), 3000]);
  });

  test("answers count for what may be sent after them", async () => {
    const waits: number[] = [];
    const pacer = makePacer(
      () => 0,
      async (ms) => waits.push(ms),
    );
    for (let index = 0; index < 8; index += 1) pacer.note("19:een@thread.tacv2;messageid=7");
    await pacer.turn("19:een@thread.tacv2");
    expect(waits).toEqual([2000]);
    expect(earliest([], 5)).toBe(5);
  });
});

describe("retrying", () => {
  const failure = (status: number | null, mayBeDone = false, after: number | null = null) =>
    new ConnectorFailure("niet", status, mayBeDone, after);

  test.each([412, 429, 502, 504])("%d is tried again", (status) => {
    expect(isPassing(failure(status))).toBe(true);
  });

  test.each([400, 401, 403, 404, 413, 500])("%d is not", (status) => {
    expect(isPassing(failure(status))).toBe(false);
  });

  test("a request that may have arrived is not repeated, one that never left is", () => {
    expect(isPassing(failure(null, true))).toBe(false);
    expect(isPassing(failure(null, false))).toBe(true);
  });

  test("pauses grow, keep a random half and respect what the connector asks", () => {
    expect([1, 2, 3, 4].map((failures) => pauseMs(failures, null, 0))).toEqual([500, 1000, 2000, 4000]);
    expect([1, 2, 3, 4].map((failures) => pauseMs(failures, null, 0.999))).toEqual([1000, 1999, 3998, 7996]);
    expect(pauseMs(20, null, 0.999)).toBeLessThanOrEqual(30_000);
    expect(pauseMs(1, 7000, 0)).toBe(7500);
  });

  test("patience ends by count and by time, with the last failure", async () => {
    const run = async (patience: typeof patient, after: number | null) => {
      let tries = 0;
      const waited: number[] = [];
      const attempt = async () => {
        tries += 1;
        throw failure(429, false, after);
      };
      await expect(
        withRetry(
          attempt,
          patience,
          () => 0,
          async (ms) => waited.push(ms),
        ),
      ).rejects.toMatchObject({ status: 429 });
      return { tries, waited: waited.reduce((sum, ms) => sum + ms, 0) };
    };
    expect(await run(patient, null)).toEqual({ tries: patient.tries, waited: 7500 });
    expect(await run(prompt, null)).toEqual({ tries: prompt.tries, waited: 1500 });
    expect(await run(prompt, 60_000)).toEqual({ tries: 1, waited: 0 });
  });
});

describe("the transport", () => {
  test("reads Retry-After in seconds and as a date", () => {
    expect(retryAfterMs("7", 0)).toBe(7000);
    expect(retryAfterMs("Thu, 01 Jan 1970 00:00:09 GMT", 1000)).toBe(8000);
    expect(["", "gauw", null].map((header) => retryAfterMs(header, 0))).toEqual([null, null, null]);
  });

  test("tells a request that never left from one that may have arrived, and every bad status by its number", async () => {
    const connector = await startConnector();
    const gone = await startConnector();
    await gone.close();
    const request = { url: `${connector.url}/v3/conversations/a/activities/b`, method: "PUT", headers: [], body: "{}" };
    try {
      connector.moods.push({ status: 429, headers: { "Retry-After": "3" } }, "cut", { status: 302, headers: { Location: "/" } });
      const refused = async (url = request.url) => send({ ...request, url }).catch((error: unknown) => error);
      expect(await refused()).toMatchObject({ name: "ConnectorFailure", status: 429, retryAfterMs: 3000, mayBeDone: false });
      expect(await refused()).toMatchObject({ name: "ConnectorFailure", status: null, mayBeDone: true });
      expect(await refused()).toMatchObject({ name: "ConnectorFailure", status: 302 });
      expect(await send(request)).toMatchObject({ status: 200 });
      expect(await refused(gone.url)).toMatchObject({ status: null, mayBeDone: false });
      expect(connector.sent).toHaveLength(4);
    } finally {
      await connector.close();
    }
  });
});

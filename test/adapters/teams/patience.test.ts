import { describe, expect, test } from "@jest/globals";
import { retryAfterMs, send } from "../../../src/adapters/teams/connector-transport.ts";
import { ConnectorFailure } from "../../../src/adapters/teams/engine.ts";
import { isPassing, patient, pauseMs, prompt, withRetry } from "../../../src/adapters/teams/retry.ts";
import { startConnector } from "./bot-framework.ts";

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

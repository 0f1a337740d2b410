import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { eventReader } from "../../src/client/live/event-stream.ts";
import { freshen } from "../../src/client/live/freshen.ts";
import { pauseAfter } from "../../src/client/live/pause.ts";
import { touches } from "../../src/client/live/touches.ts";
import { mayBeKept, worthKeeping } from "../../src/client/offline/kept-queries.ts";
import { Problem } from "../../src/client/problem.ts";
import { keys } from "../../src/client/queries.ts";

describe("a stream of events", () => {
  test("is read the same however the network cuts it", () => {
    const text = 'id: 17\ndata: {"changes":[]}\n\n: still here\n\nid: 18\r\ndata: een\r\ndata: twee\r\n\r\n';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const read = eventReader();
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const events = places.slice(1).flatMap((to, at) => read(text.slice(places[at], to)));
        expect(events).toEqual([
          { id: "17", data: '{"changes":[]}' },
          { id: "18", data: "een\ntwee" },
        ]);
      }),
    );
  });

  test("that broke is asked for after a growing pause of at most a minute, never by all at the same moment", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const pause = pauseAfter(new TypeError("network"), failures, chance);
        expect(pause).toBeGreaterThanOrEqual(1000);
        expect(pause).toBeLessThanOrEqual(60_000);
      }),
    );
    expect(pauseAfter(new Problem({ status: 429, code: "too-many-requests", sentence: "" }), 0, 0)).toBe(30_000);
  });
});

describe("a change of a proposal", () => {
  const change = { about: "proposal", id: "p1", kern: "arkel" } as const;
  test("touches that proposal and the lists it may stand in", () => {
    expect(touches(change, keys.proposal("p1"))).toBe(true);
    expect(touches(change, keys.proposals({ kern: "arkel", limit: 5 }))).toBe(true);
    expect(touches(change, keys.proposals({ show: "mine" }))).toBe(true);
  });
  test("touches no other proposal, no list of another kern, no poll", () => {
    expect(touches(change, keys.proposal("p2"))).toBe(false);
    expect(touches(change, keys.proposals({ kern: "hoornaar" }))).toBe(false);
    expect(touches(change, keys.polls("arkel"))).toBe(false);
  });
  test("never touches what is being typed", () => {
    expect(touches(change, [...keys.proposal("p1"), "edit"])).toBe(false);
  });
});

describe("what was heard", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test("is asked for once, however often it was heard, and again only after a rest", async () => {
    const queries = new QueryClient();
    const asked: string[] = [];
    for (const queryKey of [keys.proposal("p1"), keys.proposal("p2")]) {
      queries.setQueryData(queryKey, {});
      queries.getQueryCache().find({ queryKey })?.setOptions({ queryKey });
    }
    queries.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.state.isInvalidated) asked.push(String(query.queryKey[2]));
    });
    const fresh = freshen(queries, () => 0);
    for (let times = 0; times < 100; times++) fresh.hear({ changes: [{ about: "proposal", id: "p1", kern: "arkel" }] });
    await jest.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(["p1"]);
    fresh.hear({ all: true, changes: [] });
    await jest.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual(["p1"]);
    await jest.advanceTimersByTimeAsync(1200);
    expect(new Set(asked)).toEqual(new Set(["p1", "p2"]));
    fresh.stop();
  });
});

describe("what stays on the device", () => {
  test("is what anybody signed in may read: never a vote, other people's addresses, or a text being typed", () => {
    expect([keys.me, keys.kernen, keys.proposal("p"), keys.publicPoll("q")].every(mayBeKept)).toBe(true);
    const never = [
      keys.poll("q"),
      keys.polls("arkel"),
      keys.desk,
      ["people", {}],
      ["polls", "roll", "q"],
      [...keys.proposal("p"), "edit"],
    ];
    for (const key of never) expect([key, mayBeKept(key)]).toEqual([key, false]);
  });

  test("is the newest sixty, of the last week", () => {
    const now = Date.now();
    const answers = Array.from({ length: 100 }, (_, at) => ({
      queryKey: keys.proposal(String(at)),
      data: { number: at },
      at: now - at * 3 * 60 * 60_000,
    }));
    const kept = worthKeeping(answers, now);
    expect(kept.length).toBe(56);
    expect(kept[0]?.data).toEqual({ number: 0 });
    expect(worthKeeping([...answers, ...answers], now)).toHaveLength(60);
  });
});

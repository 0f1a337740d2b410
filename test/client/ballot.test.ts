import { expect, test } from "@jest/globals";
import { Problem } from "../../src/client/problem.ts";
import { nextSending, type Sending, waitBefore } from "../../src/client/voting/ballot.ts";
import { sharesOf } from "../../src/client/voting/shares.ts";

const silence = new Problem({ status: 0, code: "unreachable", sentence: "" });
const refusal = new Problem({ status: 409, code: "poll-closed", sentence: "De stemming is gesloten." });
const busy = new Problem({ status: 503, code: "busy", sentence: "Even te druk." });

test("silence never ends the sending of a ballot: it waits ever longer, at most fifteen seconds, and goes on", () => {
  let state: Sending = nextSending({ is: "idle" }, { event: "send" });
  const waits: number[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    state = nextSending(state, { event: "failed", problem: attempt % 2 ? busy : silence });
    expect(state.is).toBe("waiting");
    if (state.is === "waiting") waits.push(state.wait);
    state = nextSending(state, { event: "again" });
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  expect(waitBefore(1)).toBe(1000);
});

test("a refusal ends the sending, and says whether an earlier attempt may have arrived after all", () => {
  const first = nextSending({ is: "idle" }, { event: "send" });
  expect(nextSending(first, { event: "failed", problem: refusal })).toMatchObject({ is: "refused", doubt: false });
  const second = nextSending(nextSending(first, { event: "failed", problem: silence }), { event: "again" });
  expect(nextSending(second, { event: "failed", problem: refusal })).toMatchObject({ is: "refused", doubt: true });
});

test("a second 'again' while the ballot is already on its way sends it no second time", () => {
  const sending = nextSending({ is: "idle" }, { event: "send" });
  expect(nextSending(sending, { event: "again" })).toBe(sending);
});

test("no shares are shown of fewer than ten voters; bars compare with the longest", () => {
  const tally = (votes: number[]) => ({
    countedAt: "2026-11-22T20:00:00Z",
    rollSize: 40,
    voters: votes.reduce((sum, each) => sum + each, 0),
    counts: votes.map((each, index) => ({ option: `o${index}`, label: `${index}`, votes: each })),
    leading: ["o0"],
    spoiled: 0,
    outcome: null,
    seed: null,
    beside: null,
    names: null,
  });
  expect(sharesOf(tally([6, 3])).map((share) => share.percent)).toEqual([null, null]);
  expect(sharesOf(tally([12, 6, 2]))).toMatchObject([
    { percent: 60, length: 1, leading: true },
    { percent: 30, length: 0.5, leading: false },
    { percent: 10 },
  ]);
  expect(sharesOf(tally([0, 0])).map((share) => share.length)).toEqual([0, 0]);
});

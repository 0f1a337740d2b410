import { expect, test } from "@jest/globals";
import { makePacing } from "../../../src/adapters/graph/pacing.ts";
import { virtualTime } from "../../provisioning/stage.ts";

/** The most turns that fall within any window of this width. */
function busiest(times: readonly number[], widthMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + widthMs).length));
}

async function times(
  count: number,
  call: (index: number) => { tenant: string; method: string; path: string },
): Promise<number[]> {
  const time = virtualTime();
  const pacing = makePacing(time);
  const taken: number[] = [];
  await Promise.all(
    Array.from({ length: 6 }, async (_, worker) => {
      for (let index = worker; index < count; index += 6) {
        await pacing.turn(call(index));
        taken.push(time.now());
      }
    }),
  );
  return taken.sort((a, b) => a - b);
}

test("new teams are asked for at ten a second per tenant, and not much slower", async () => {
  const taken = await times(60, () => ({ tenant: "a", method: "POST", path: "/teams" }));
  expect(busiest(taken, 1000)).toBe(10);
  expect((taken.at(-1) ?? 0) - (taken[0] ?? 0)).toBeLessThan(5000 * 1.15);
});

test("one team gets four calls a second, in whatever way its path is spelled", async () => {
  const spelled = ["/teams/1", "/teams/1/channels", "/teams('1')/operations('9')", "/teams/1/members/add"];
  const taken = await times(40, (index) => ({ tenant: "a", method: "GET", path: spelled[index % 4] ?? "" }));
  expect(busiest(taken, 1000)).toBe(4);
});

test("invitations go at 150 in five seconds", async () => {
  const taken = await times(600, () => ({ tenant: "a", method: "POST", path: "/invitations" }));
  expect(busiest(taken, 5000)).toBe(150);
  expect((taken.at(-1) ?? 0) - (taken[0] ?? 0)).toBeLessThan(15_000 * 1.1);
});

test("tenants do not wait for each other", async () => {
  const taken = await times(20, (index) => ({ tenant: String(index), method: "POST", path: "/teams" }));
  expect(new Set(taken).size).toBe(1);
});

test("after a 429 every call of that kind waits until the moment Graph named", async () => {
  const time = virtualTime();
  const pacing = makePacing(time);
  const call = { tenant: "a", method: "POST", path: "/invitations" };
  pacing.hold(call, time.now() + 9000);
  const began = time.now();
  await pacing.turn({ ...call, path: "/teams" });
  expect(time.now() - began).toBe(0);
  await pacing.turn(call);
  expect(time.now() - began).toBe(9000);
});

test("a call that waits keeps its place among four a second, however many other teams are called meanwhile", async () => {
  const time = virtualTime();
  const pacing = makePacing(time, []);
  const taken: number[] = [];
  const call = (team: string) => ({ tenant: "a", method: "GET", path: `/teams/${team}` });
  await Promise.all(
    Array.from({ length: 3 }, async (_, turn) => {
      await time.sleep(turn * 30_000);
      await Promise.all([
        ...Array.from({ length: 1200 }, (__, index) => pacing.turn(call(`${turn}-${index}`))),
        ...Array.from({ length: 12 }, () => pacing.turn(call("one")).then(() => taken.push(time.now()))),
      ]);
    }),
  );
  expect(taken).toHaveLength(36);
  expect(busiest(taken, 1000)).toBeLessThanOrEqual(4);
});

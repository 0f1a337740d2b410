import { expect, test } from "@jest/globals";
import { standingIn } from "../../src/client/members/own-standing.ts";

test.each([
  [{ hasVoted: true, level: 1, state: "open" }, "voted"],
  [{ hasVoted: true, level: 0, state: "closed" }, "voted"],
  [{ hasVoted: true, level: 2, state: "closed" }, "pass"],
  [{ hasVoted: false, level: 2, state: "open" }, "open"],
  [{ hasVoted: false, level: 1, state: "closed" }, "not"],
] as const)("of %j one may say: %s", (poll, standing) => {
  expect(standingIn(poll)).toBe(standing);
});

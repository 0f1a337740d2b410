/** The limits that Microsoft publishes (concepts/throttling-limits.md), as the local Graph counts them. */
import { expect, test } from "@jest/globals";
import { makeThrottle } from "../../src/local/graph/throttle.ts";

const team = "/teams/{team}";

test.each([
  ["POST", "/teams", 10, 1000],
  ["GET", team, 30, 1000],
  ["PATCH", team, 30, 1000],
  ["GET", `${team}/members`, 60, 1000],
  ["GET", `${team}/channels`, 60, 1000],
  ["POST", `${team}/channels`, 30, 1000],
  ["PATCH", `${team}/channels/{channel}`, 30, 1000],
  ["DELETE", `${team}/channels/{channel}`, 15, 1000],
  ["DELETE", `${team}/channels/{channel}/tabs/{tab}`, 15, 1000],
  ["POST", `${team}/installedApps`, 30, 1000],
  ["GET", "/appCatalogs/teamsApps", 30, 1000],
  ["GET", `${team}/operations/{operation}`, 30, 1000],
  ["POST", `${team}/members/add`, 30, 1000],
  ["POST", "/invitations", 150, 5000],
])("%s %s: %i in %i ms per tenant, then 429 with the seconds to wait", (method, path, count, windowMs) => {
  const throttle = makeThrottle();
  // Spread over many teams, so that the limit per team does not come first.
  const take = (index: number, now: number, tenant = "a") => {
    return throttle.take({ tenant, method, path, team: path.startsWith(team) ? String(index) : undefined, now });
  };
  for (let index = 0; index < count; index += 1) expect(take(index, 0)).toBe(0);
  expect(take(count, 0)).toBe(windowMs / 1000);
  expect(take(count, windowMs - 1)).toBe(1);
  expect(take(count, 0, "another tenant")).toBe(0);
  expect(take(count, windowMs)).toBe(0);
});

test("one team takes four calls a second, whatever they are", () => {
  const throttle = makeThrottle();
  const paths = [team, `${team}/channels`, `${team}/members`, `${team}/installedApps`, `${team}/operations/{operation}`];
  const waits = paths.map((path) => throttle.take({ tenant: "a", method: "GET", path, team: "1", now: 0 }));
  expect(waits).toEqual([0, 0, 0, 0, 1]);
});

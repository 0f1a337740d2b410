import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Moments, standingOf } from "../../src/members/guest-state.ts";
import { fillOf } from "../../src/members/rules.ts";

const day = (count: number) => new Date(Date.parse("2026-11-01T12:00:00Z") + count * 86_400_000);
const fresh: Moments = {
  since: day(0),
  leftAt: null,
  invitedAt: null,
  mailedAt: null,
  mailFailedAt: null,
  acceptedAt: null,
  seenInTeamAt: null,
  tabOpenedAt: null,
  botReachableAt: null,
  webOpenedAt: null,
  webOnly: false,
  block: null,
};
const invited = { ...fresh, invitedAt: day(0) };
const waiting = { ...invited, mailedAt: day(0) };

test.each<[string, Partial<Moments>, number, string, number, string]>([
  ["nothing happened yet", fresh, 1, "invited", 0, "wait-for-invitation"],
  ["no invitation after days", fresh, 4, "invited", 0, "ask-administrator"],
  ["no team, but seen on the web", { ...fresh, webOpenedAt: day(2) }, 9, "web-only", 2, "none"],
  ["the mail is under way", invited, 1, "invited", 0, "wait-for-mail"],
  ["the mail arrived", waiting, 1, "waiting", 0, "wait-for-acceptance"],
  ["three weeks of silence", waiting, 22, "waiting", 0, "call"],
  ["three weeks on the web", { ...waiting, webOpenedAt: day(2) }, 22, "waiting", 0, "wait-for-acceptance"],
  ["the mail bounced", { ...invited, mailFailedAt: day(1) }, 2, "mail-bounced", 1, "correct-address"],
  [
    "she came although a mail bounced",
    { ...invited, mailFailedAt: day(1), acceptedAt: day(2) },
    3,
    "accepted",
    2,
    "wait-for-team",
  ],
  [
    "a mail bounced after she came",
    { ...waiting, acceptedAt: day(1), mailFailedAt: day(2) },
    3,
    "mail-bounced",
    2,
    "correct-address",
  ],
  ["accepted", { ...waiting, acceptedAt: day(1) }, 2, "accepted", 1, "wait-for-team"],
  ["in the team", { ...waiting, acceptedAt: day(1), seenInTeamAt: day(2) }, 3, "accepted", 1, "point-to-team"],
  ["the tab was opened", { ...waiting, acceptedAt: day(1), tabOpenedAt: day(2) }, 3, "tab-opened", 2, "none"],
  ["the bot reaches her", { ...waiting, tabOpenedAt: day(2), botReachableAt: day(3) }, 4, "reachable-by-bot", 3, "none"],
  ["by web only", { ...fresh, webOnly: true }, 1, "web-only", 0, "call"],
  ["by web only and seen", { ...fresh, webOnly: true, webOpenedAt: day(1) }, 2, "web-only", 0, "none"],
  ["blocked", { ...waiting, tabOpenedAt: day(1), block: { since: day(2), until: null } }, 3, "blocked", 2, "unblock"],
  ["blocked for a while", { ...waiting, block: { since: day(2), until: day(5) } }, 3, "blocked", 2, "wait-for-end-of-block"],
  ["a block that is over", { ...waiting, block: { since: day(2), until: day(5) } }, 5, "waiting", 0, "wait-for-acceptance"],
  ["left", { ...waiting, leftAt: day(4), block: { since: day(2), until: null } }, 5, "left", 4, "restore"],
  ["left long ago", { ...waiting, leftAt: day(4) }, 34, "left", 4, "none"],
])("%s", (_, moments, now, state, since, nextStep) => {
  expect(standingOf({ ...fresh, ...moments }, day(now))).toEqual({ state, since: day(since), nextStep });
});

test("whatever was seen, there is one state, begun no later than now", () => {
  const at = fc.option(fc.integer({ min: 0, max: 60 }).map(day));
  const moments = fc.record({
    ...Object.fromEntries(
      [
        "leftAt",
        "invitedAt",
        "mailedAt",
        "mailFailedAt",
        "acceptedAt",
        "seenInTeamAt",
        "tabOpenedAt",
        "botReachableAt",
        "webOpenedAt",
      ].map((name) => [name, at]),
    ),
    webOnly: fc.boolean(),
    block: fc.option(fc.record({ since: fc.constant(day(3)), until: at })),
  });
  fc.assert(
    fc.property(moments, (some) => {
      const standing = standingOf({ ...fresh, ...some } as Moments, day(60));
      expect(standing.since.getTime()).toBeLessThanOrEqual(day(60).getTime());
    }),
  );
});

test("a team's size is told long before it bites", () => {
  expect([0, 19_999, 20_000, 24_999, 25_000].map(fillOf)).toEqual(["fine", "fine", "soon-full", "soon-full", "full"]);
});

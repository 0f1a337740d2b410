import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Reachable } from "../../src/members/index.ts";
import { countReach, reachOf, type SentRow } from "../../src/notifications/reach-rules.ts";
import { placesOf } from "../../src/notifications/view-reach.ts";

const at = new Date("2026-11-22T12:00:00Z");
const before = new Date("2026-11-01T12:00:00Z");
const later = new Date("2026-11-23T12:00:00Z");

function member(person: string, more: Partial<Reachable> = {}): Reachable {
  return { person, name: person, since: before, leftAt: null, seenInTeamAt: before, webOnly: false, ...more };
}
const row = (more: Partial<SentRow> = {}): SentRow => ({
  channel: "mail",
  state: "sent",
  detail: null,
  at,
  person: "jo",
  ...more,
});
const card = (state = "sent", detail: string | null = null) => row({ channel: "card", person: null, state, detail });
const whyNot = (rows: SentRow[], one: Reachable, kind: Parameters<typeof reachOf>[0] = "proposal-published") =>
  reachOf(kind, rows, [one]).people[0]?.whyNot;

describe("a card in the channel", () => {
  test("reaches who was seen in the team, and says of the others why not", () => {
    expect(whyNot([card()], member("jo"))).toBeNull();
    expect(whyNot([card()], member("jo", { seenInTeamAt: null }))).toBe("not-in-team");
    expect(whyNot([card()], member("jo", { seenInTeamAt: null, webOnly: true }))).toBe("web-only");
    expect(whyNot([card("failed", "Teams: 403")], member("jo"))).toBe("card-failed");
    expect(whyNot([card("sending")], member("jo"))).toBe("on-its-way");
  });

  test("was meant for who took part when it left, not for who came later or was gone", () => {
    const members = [
      member("jo"),
      member("nieuw", { since: later }),
      member("weg", { leftAt: before }),
      member("later weg", { leftAt: later }),
    ];
    expect(reachOf("poll-opened", [card()], members).people.map(({ person }) => person)).toEqual(["jo", "later weg"]);
  });
});

test.each(["proposal-answered", "poll-last-day", "week-overview"] as const)("%s is meant for everybody in the kern", (kind) => {
  const members = [member("jo"), member("buiten het team", { seenInTeamAt: null })];
  const reach = reachOf(kind, [card()], members);
  expect(countReach(reach)).toMatchObject({ meant: 2, reached: { channel: 1 }, missed: 1 });
});

test("a task about an answer is meant for the officers it was sent to, and for nobody else", () => {
  const reach = reachOf("answer-waits", [row({ channel: "chat", person: "ina" })], [member("jo"), member("ina")]);
  expect(reach.people.map(({ person }) => person)).toEqual(["ina"]);
});

describe("a mail", () => {
  test("reaches when the mail server took it; refused it tells its words; then the card may still reach", () => {
    const refused = row({ state: "failed", detail: "550 no such mailbox" });
    expect(whyNot([row()], member("jo", { seenInTeamAt: null }))).toBeNull();
    expect(whyNot([refused], member("jo", { seenInTeamAt: null }))).toBe("mail-refused");
    expect(whyNot([refused, card()], member("jo"))).toBeNull();
    expect(reachOf("poll-opened", [refused], [member("jo")]).people[0]?.ways).toEqual([
      { way: "mail", state: "refused", detail: "550 no such mailbox" },
    ]);
    expect(whyNot([row({ person: "ander" })], member("jo"), "poll-opened")).toBe("nothing-sent");
  });
});

test("of a card only Teams' own words are shown, not what we wrote down", () => {
  const detailOf = (detail: string) => reachOf("poll-opened", [card("failed", detail)], []).card?.detail;
  expect(detailOf("Teams: 403 MessageWritesBlocked")).toBe("403 MessageWritesBlocked");
  expect(detailOf("the bot has not been installed in the team of this kern")).toBeNull();
});

test("what is for officers was meant for whom it was sent to, and a failed chat with a mail counts as reached", () => {
  const members = [member("jo"), member("officier", { since: later })];
  const failed = row({ channel: "chat", state: "failed", detail: "Teams: 403", person: "officier" });
  const reach = (rows: SentRow[]) => reachOf("join-request-waits", rows, members).people;
  expect(reach([failed])).toMatchObject([{ person: "officier", whyNot: "chat-failed" }]);
  expect(reach([failed, row({ person: "officier" })])).toMatchObject([{ person: "officier", whyNot: null }]);
});

test("nobody is called reached by what the other side did not take, and all numbers add up", () => {
  const anyRow = fc.record({
    channel: fc.constantFrom("mail", "chat", "card"),
    state: fc.constantFrom("sent", "failed", "sending"),
    detail: fc.constantFrom(null, "550"),
    at: fc.constant(at),
    person: fc.constantFrom("a", "b", "c", null),
  });
  const anyMember = fc.record({
    person: fc.constantFrom("a", "b", "c", "d"),
    name: fc.constant("x"),
    since: fc.constantFrom(before, later),
    leftAt: fc.constantFrom(null, before, later),
    seenInTeamAt: fc.constantFrom(null, before),
    webOnly: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1 }),
      fc.uniqueArray(anyMember, { selector: ({ person }) => person }),
      fc.constantFrom("poll-opened" as const, "join-request-waits" as const),
      (rows, members, kind) => {
        const reach = reachOf(kind, rows, members);
        for (const { whyNot: why, ways } of reach.people) expect(why === null).toBe(ways.some(({ state }) => state === "done"));
        if (!rows.some(({ state }) => state === "sent")) expect(reach.people.every(({ whyNot: why }) => why !== null)).toBe(true);
        const { meant, missed, reached } = countReach(reach);
        expect(meant).toBe(reach.people.length);
        expect(missed).toBeLessThanOrEqual(meant);
        expect(Math.max(reached.channel, reached.mail, reached.chat)).toBeLessThanOrEqual(meant - missed);
      },
    ),
  );
});

test("a kern whose team the bot never came into is named as such", () => {
  const states = [{ kern: "arkel", trouble: "archived" as const, since: at, ownChannel: true }];
  expect(
    placesOf(
      [
        { kern: "arkel", name: "Arkel" },
        { kern: "hoornaar", name: "Hoornaar" },
      ],
      states,
    ),
  ).toEqual([
    { kern: "arkel", kernName: "Arkel", trouble: "archived", since: at.toISOString(), ownChannel: true },
    { kern: "hoornaar", kernName: "Hoornaar", trouble: "never", since: null, ownChannel: false },
  ]);
});

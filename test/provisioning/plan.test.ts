import { expect, test } from "@jest/globals";
import { channelName } from "../../src/kernen/channel-name.ts";
import type { ResourceKind } from "../../src/provisioning/contract.ts";
import { plan } from "../../src/provisioning/plan.ts";
import { nothingSeen, type ResourceRow, type Seen, type SeenKern } from "../../src/provisioning/seen.ts";
import { descriptionOf, markerOf, wantedChannels } from "../../src/provisioning/wanted.ts";
import { anOrder, resourceSpecific } from "./stage.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const order = anOrder("molenlanden", "tenant", ["arkel"]);
const [arkel] = order.kernen;
if (!arkel) throw new Error("no kern");

const nothing = nothingSeen;
const team = {
  id: "t1",
  name: "Arkel",
  url: "https://teams/t1",
  mainChannelId: "c1",
  archived: false,
  description: descriptionOf("molenlanden", arkel),
};
const installed = { installationId: "i1", version: "1.0.0" };
const owns = (...ids: string[]) => ids.map((id) => ({ id, email: "", owner: true }));

const seen = (kern: Partial<SeenKern> = {}, more: Partial<Seen> = {}): Seen => ({
  app: { id: "catalog-1", version: "1.0.0", permissions: resourceSpecific },
  people: new Map([
    ["een@gemeente.example", { id: "u1", guest: false }],
    ["twee@gemeente.example", { id: "u2", guest: false }],
  ]),
  kernen: new Map([["arkel", { ...nothing, ...kern }]]),
  ...more,
});

const row = (resource: ResourceKind, key: string, more: Partial<ResourceRow> = {}): ResourceRow => ({
  resource,
  key,
  kern: "arkel",
  state: "created",
  graphId: "t1",
  marker: markerOf("molenlanden", "arkel"),
  details: {},
  updatedAt: new Date(now - 3_600_000),
  ...more,
});
const recorded = (...rows: ResourceRow[]) => ({
  get: (resource: ResourceKind, key: string) => rows.find((one) => one.resource === resource && one.key === key),
  all: (resource: ResourceKind) => rows.filter((one) => one.resource === resource),
});

const deeds = (given: Seen, record = recorded()) => plan({ order, recorded: record, seen: given, now });

test("for an empty tenant the plan makes the team, adds the app, then channels, tabs and the second owner, in that order", () => {
  const { steps, problems } = deeds(seen());
  expect(problems).toEqual([]);
  expect(steps.map(({ text }) => text.nl)).toEqual([
    "Team Arkel maken",
    "De app Kernplein toevoegen",
    "Kanaal Algemeen maken",
    "Kanaal Voorstellen maken",
    "Kanaal Dorpsoverleg maken",
    "Kanaal Jeugd en sport maken",
    "Tabblad Kernplein vastzetten in Algemeen",
    "Tabblad Voorstellen vastzetten in Voorstellen",
    "twee@gemeente.example eigenaar maken",
  ]);
  expect(steps[0]).toMatchObject({ do: "make-team", ownerId: "u1", marker: "[kernplein:molenlanden/arkel]" });
});

test("the marker of a kern is not part of the marker of another one", () => {
  const giessenburg = { slug: "giessenburg", name: "Giessenburg", villageGroups: [], officers: [] };
  expect(descriptionOf("molenlanden", giessenburg)).not.toContain(markerOf("molenlanden", "giessen"));
});

test("a team asked for earlier is waited for, not made again; so is one that was usable a moment ago and answers 404", () => {
  for (const kept of [row("team", "arkel", { state: "intent" }), row("team", "arkel", { updatedAt: new Date(now - 60_000) })]) {
    const [first] = deeds(seen(), recorded(kept)).steps;
    expect(first).toMatchObject({ do: "await-team", teamId: "t1" });
  }
});

test("a team that has been gone for long is made again", () => {
  expect(deeds(seen(), recorded(row("team", "arkel"))).steps[0]).toMatchObject({ do: "make-team" });
});

test("a team found by its marker is written down, and two with one marker are a problem that stops this kern only", () => {
  expect(deeds(seen({ team, teamIds: ["t1"] })).steps[0]).toMatchObject({ do: "note", resource: "team", graphId: "t1" });
  const twice = deeds(seen({ teamIds: ["t1", "t2"] }));
  expect([twice.steps, twice.problems.map(({ code }) => code)]).toEqual([[], ["team-twice"]]);
});

test("a channel renamed in Teams is recognised by its id, and an existing channel by its name whatever its capitals", () => {
  const channels = [
    { id: "c1", name: "General" },
    { id: "c2", name: "Ideeën" },
    { id: "c3", name: "dorpsoverleg" },
  ];
  const record = recorded(row("team", "arkel"), row("channel", "arkel/voorstellen", { graphId: "c2" }));
  const { steps } = deeds(seen({ team, app: installed, channels, members: owns("u1", "u2") }), record);
  expect(steps.filter((step) => step.do === "make-channel").map(({ text }) => text.en)).toEqual(["Make channel Jeugd en sport"]);
  expect(steps.filter((step) => step.do === "note").map(({ text }) => text.en)).toEqual([
    "Note: the app is there already",
    "Note: channel Algemeen is there already",
    "Note: channel Dorpsoverleg is there already",
    "Note: owner een@gemeente.example is there already",
    "Note: owner twee@gemeente.example is there already",
  ]);
});

test("an owner added less than a day ago counts although Graph does not show him yet, but not for a team before this one", () => {
  const owner = (marker: string, hours: number) =>
    row("owner", "arkel/u2", { graphId: "u2", marker, updatedAt: new Date(now - hours * 3_600_000) });
  const adds = (kept: ResourceRow) =>
    deeds(seen({ team, members: owns("u1") }), recorded(row("team", "arkel"), kept)).steps.some(
      (step) => step.do === "add-owner",
    );
  expect([adds(owner("t1", 1)), adds(owner("t1", 25)), adds(owner("t0", 1))]).toEqual([false, true, true]);
});

test("officers who are unknown or guests are named, and without any owner the kern waits", () => {
  const people = new Map([["twee@gemeente.example", { id: "g", guest: true }]]);
  const { steps, problems } = deeds(seen({}, { people }));
  expect(steps).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["officer-unknown", "officer-is-guest", "no-owner"]);
  for (const { text } of problems) expect(text.nl).toMatch(/\.$/);
});

test("without the app in the catalogue, or when it asks for other permissions, teams are made but not furnished", () => {
  const without = deeds(seen({}, { app: null }));
  expect([without.steps.map((step) => step.do), without.problems[0]?.code]).toEqual([
    ["make-team", "add-owner"],
    "app-not-in-catalogue",
  ]);
  const greedy = { id: "catalog-1", version: "1.0.0", permissions: [...resourceSpecific, "ChannelMessage.Read.Group"] };
  const other = deeds(seen({}, { app: greedy }));
  expect(other.steps.map((step) => step.do)).toEqual(["make-team", "add-owner"]);
  expect(other.problems[0]).toMatchObject({
    code: "app-asks-otherwise",
    text: { nl: expect.stringContaining("ChannelMessage.Read.Group") },
  });
});

test("village groups get names that Teams takes; equal and empty names are left out and told", () => {
  const names = ["'t Zand", "Jeugd & sport", "Jeugd en sport", "voorstellen", "!!!", "Café"];
  const kern = { ...arkel, villageGroups: names.map((name) => ({ name, channel: channelName(name) })) };
  const { channels, leftOut } = wantedChannels(kern);
  expect(channels.map(({ key, name }) => [key, name])).toEqual([
    ["algemeen", "Algemeen"],
    ["voorstellen", "Voorstellen"],
    ["groep-t-zand", "t Zand"],
    ["groep-jeugd-en-sport", "Jeugd en sport"],
    ["groep-cafe", "Café"],
  ]);
  expect(leftOut).toEqual(["Jeugd en sport", "voorstellen", "!!!"]);
  expect(plan({ order: { ...order, kernen: [kern] }, recorded: recorded(), seen: seen(), now }).problems).toHaveLength(3);
});

test("groups whose names differ in signs only keep apart", () => {
  const kern = { ...arkel, villageGroups: ["Café", "Cafe"].map((name) => ({ name, channel: name })) };
  expect(wantedChannels(kern).channels.map(({ key }) => key)).toEqual(["algemeen", "voorstellen", "groep-cafe", "groep-cafe-2"]);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { type Fault, parseMunicipalityFile } from "../../src/kernen/municipality-file.ts";
import { acceptInMunicipalityFile } from "../../src/kernen/municipality-file-accept.ts";
import { officersOn, withDeputies } from "../../src/kernen/municipality-file-days.ts";
import { municipalityJsonSchema } from "../../src/kernen/municipality-json-schema.ts";

const base = `name: Waterland
slug: waterland
cbsCode: GM0001
entraTenantId: 00000000-0000-4000-8000-000000000001
languages: [nl]
phone: 088 000 00 00
joining: at-once
kernen:
  - slug: zand
    name: "'t Zand"
    kind: dorp
    postcodes: [1234]
    residents: 120
    location: { latitude: 52.1, longitude: 5.1 }
    accent: moss
    silhouette: mill
    villageGroups: [Dorpsoverleg] # remark
officers:
  - name: Anneke Voorbeeld
    email: anneke@waterland.example
    kernen: [zand]
    leave: [{ from: 2026-12-20, until: 2027-01-03, deputy: joris@waterland.example }]
  - name: Joris Proefstra
    email: joris@waterland.example
    kernen: [zand]
admins:
  - name: Tom Beheerstra
    email: tom@waterland.example
themeTeams:
  - slug: dijk
    name: De dijk
    kernen: [zand]
    owners: [anneke@waterland.example]
    partners: [{ name: Dirk, email: dirk@waterschap.example }]
    channels: [Planning]
    until: 2027-06-30
`;
const read = (text: string, today?: string) => {
  const outcome = parseMunicipalityFile(text, today);
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome;
};
const faultsIn = (text: string): string[] => {
  const outcome = parseMunicipalityFile(text);
  return "faults" in outcome ? outcome.faults.map(({ line, column, en }: Fault) => `${line}:${column} ${en}`) : [];
};
const having = (piece: string, instead: string) => {
  expect(base).toContain(piece);
  return base.replace(piece, () => instead);
};

test("settings, tabs and drift policy have defaults", () => {
  expect(read(base).municipality).toMatchObject({
    teams: { membersMakeChannels: false, guestsMakeChannels: false, mentionEveryone: false },
    tabs: ["plein", "voorstellen"],
    drift: { repair: [] },
  });
});

test("the app in Teams may have a name and icons of its own, within what Teams takes and within the folder", () => {
  const named = (app: string) => `${base}app: ${app}\n`;
  const icons = "{ color: icons/kleur.png, outline: icons/lijn.png }";
  expect(read(named(`{ name: Dorpsplein Waterland, icons: ${icons} }`)).municipality.app).toEqual({
    name: "Dorpsplein Waterland",
    icons: { color: "icons/kleur.png", outline: "icons/lijn.png" },
  });
  expect(read(base).municipality.app).toBeUndefined();
  expect(faultsIn(named("{ name: Dit is een veel te lange naam voor een app }"))).toHaveLength(1);
  expect(faultsIn(named("{ icons: { color: ../../geheim.png, outline: icons/lijn.png } }"))).toEqual([
    expect.stringContaining("is not the path of a PNG beside this file"),
  ]);
  expect(faultsIn(named("{ icons: { color: icons/kleur.png } }"))).toHaveLength(1);
});

test.each<[string, string, string, string[]]>([
  [
    "a deputy who is no officer",
    "deputy: joris@",
    "deputy: jorus@",
    ["22:60 Deputy “jorus@waterland.example” is no officer of this file. Did you mean “joris@waterland.example”?"],
  ],
  ["one who is her own deputy", "deputy: joris@", "deputy: anneke@", ["22:60 Nobody can be her own deputy."]],
  [
    "leave that ends before it begins",
    "until: 2027-01-03",
    "until: 2026-01-03",
    ["22:40 This leave ends (“2026-01-03”) before it begins (“2026-12-20”)."],
  ],
  [
    "a day that does not exist",
    "until: 2027-06-30",
    "until: 2027-06-31",
    ["36:12 “2027-06-31” is not a day. Write it as year, month, day: 2027-06-30."],
  ],
  [
    "an owner who is no officer",
    "owners: [anneke@",
    "owners: [dirk@",
    [
      "33:14 Theme team “De dijk” has owner “dirk@waterland.example”, who is no officer of this file. Did you mean “joris@waterland.example”?",
    ],
  ],
  [
    "a theme team without owner",
    "owners: [anneke@waterland.example]",
    "owners: []",
    ["33:13 This list is empty: at least one is needed."],
  ],
  [
    "a theme team in an unknown kern",
    "    kernen: [zand]\n    owners",
    "    kernen: [zant]\n    owners",
    ["32:14 Theme team “De dijk” names “zant”, but there is no kern with that slug. Did you mean “zand”?"],
  ],
  [
    "a partner who owns the team",
    "dirk@waterschap.example",
    "Anneke@waterland.example",
    ["34:37 “Anneke@waterland.example” owns this theme team already. Leave it out of the partners."],
  ],
  [
    "a theme channel twice",
    "channels: [Planning]",
    "channels: [Planning, planning]",
    ["35:26 “planning” would get the channel “planning”, which this kern already has."],
  ],
  [
    "a tab that is none",
    "joining: at-once",
    "joining: at-once\ntabs: [plein, plien]",
    ["8:15 “plien” is not a value of “tabs[1]”. Did you mean “plein”? Choose from: plein, voorstellen."],
  ],
  [
    "a setting that is none",
    "joining: at-once",
    "joining: at-once\nteams: { mentionEveryon: yes }",
    ["8:10 The key “mentionEveryon” is not known here. Did you mean “mentionEveryone”?"],
  ],
  [
    "a setting that is neither true nor false",
    "joining: at-once",
    "joining: at-once\nteams: { mentionEveryone: soms }",
    ["8:27 “mentionEveryone” must be true or false, not “soms”."],
  ],
  [
    "an unknown rollout",
    "    accent: moss",
    "    rollout: pilots\n    accent: moss",
    ["15:14 “pilots” is not a value of “rollout”. Did you mean “pilot”? Choose from: pilot, live, later."],
  ],
  [
    "drift of no kind",
    "    accent: moss",
    "    accepted: [tab-remove/x]\n    accent: moss",
    ["15:16 “tab-remove/x” is no kind of change. Did you mean “tab-removed”?"],
  ],
  [
    "drift that cannot be accepted",
    "    accent: moss",
    "    accepted: [team-deleted]\n    accent: moss",
    ["15:16 “team-deleted” cannot be accepted; `kernplein provision apply` puts it right."],
  ],
])("%s is shown where it stands", (_, piece, instead, expected) => {
  expect(faultsIn(having(piece, instead))).toEqual(expected);
});

test("a name that Teams refuses for a channel is shown with the name it gets, and what is over is told", () => {
  const text = having("[Dorpsoverleg]", `["'s Avonds & zo", "${"lang ".repeat(15)}"]`);
  expect(read(text, "2027-07-01").warnings.map(({ line, en }) => `${line} ${en}`)).toEqual([
    "17 Teams refuses “'s Avonds & zo” as the name of a channel: it becomes “s Avonds en zo”.",
    `17 Teams refuses “${"lang ".repeat(7)}lang…” as the name of a channel: it becomes “${"lang ".repeat(7)}lang…”.`,
    "22 The leave of “Anneke Voorbeeld” ended on 2027-01-03: these lines can go.",
    "36 Theme team “De dijk” ended on 2027-06-30: it is archived.",
  ]);
  expect(read(base, "2026-12-31").warnings).toEqual([]);
});

test("during leave the deputy serves as well, from the first day to the last", () => {
  const elsewhere = base.replace("    kernen: [zand]\nadmins", "    kernen: [polder]\nadmins").replace(
    "officers:",
    `  - slug: polder
    name: Polder
    kind: dorp
    postcodes: [1235]
    residents: 12
    location: { latitude: 52.1, longitude: 5.1 }
    accent: moss
    silhouette: farm
officers:`,
  );
  const { municipality } = read(elsewhere);
  const names = (day: string) =>
    officersOn(municipality, "zand", day).map(({ officer, deputyFor }) => [officer.name, deputyFor?.name]);
  const own = ["Anneke Voorbeeld", undefined];
  expect(names("2026-12-19")).toEqual([own]);
  for (const day of ["2026-12-20", "2027-01-03"]) expect(names(day)).toEqual([own, ["Joris Proefstra", "Anneke Voorbeeld"]]);
  expect(names("2027-01-04")).toEqual([own]);
  expect(withDeputies(municipality, "2027-01-01").officers.map(({ kernen }) => kernen)).toEqual([["zand"], ["polder", "zand"]]);
});

describe("accepting a change made by hand", () => {
  test.each(["molenlanden", "altena"])("adds one entry to %s and leaves every remark and line as it was", (slug) => {
    const text = readFileSync(new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url), "utf8");
    const first = (parse(text) as { kernen: { slug: string }[] }).kernen[0]?.slug ?? "";
    const outcome = acceptInMunicipalityFile(text, first, "tab-removed/voorstellen-x");
    if (!("text" in outcome)) throw new Error(outcome.refused);
    const before = text.split("\n");
    const added = outcome.text.split("\n").filter((line) => !before.includes(line));
    expect(added).toEqual(["    accepted: [ tab-removed/voorstellen-x ]"]);
    expect(outcome.text.split("\n")).toHaveLength(before.length + 1);
    expect(acceptInMunicipalityFile(outcome.text, first, "tab-removed/voorstellen-x")).toEqual({
      text: outcome.text,
      changed: false,
    });
    const second = acceptInMunicipalityFile(outcome.text, first, "team-renamed");
    expect("text" in second && read(second.text).municipality.kernen[0]?.accepted).toEqual([
      "tab-removed/voorstellen-x",
      "team-renamed",
    ]);
  });

  test("takes theme teams, and refuses what is unknown or never accepted", () => {
    const theme = acceptInMunicipalityFile(base, "thema:dijk", "channel-renamed/groep-planning");
    expect("text" in theme && read(theme.text).municipality.themeTeams[0]?.accepted).toEqual(["channel-renamed/groep-planning"]);
    expect(acceptInMunicipalityFile(base, "zant", "team-renamed")).toEqual({
      refused: "There is no kern “zant” in this file. Did you mean “zand”?",
    });
    expect(acceptInMunicipalityFile(base, "zand", "team-rename")).toEqual({
      refused: "“team-rename” is no kind of change. Did you mean “team-renamed”?",
    });
    expect(acceptInMunicipalityFile(base, "zand", "app-outdated")).toHaveProperty("refused");
  });
});

test("the JSON schema for editors names every key with its meaning and takes the delivered files' keys", () => {
  const schema = municipalityJsonSchema() as {
    $schema: string;
    properties: Record<string, { description?: string }>;
    additionalProperties: boolean;
  };
  expect(schema.$schema).toContain("2020-12");
  expect(schema.additionalProperties).toBe(false);
  const text = readFileSync(new URL("../../infra/municipalities/molenlanden.yaml", import.meta.url), "utf8");
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(parse(text) as object)));
  expect(JSON.stringify(schema)).toContain("The last day; then the team is archived");
});

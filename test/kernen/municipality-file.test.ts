import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Fault, parseMunicipalityFile } from "../../src/kernen/municipality-file.ts";

const small = `name: Waterland
slug: waterland
cbsCode: GM0001
entraTenantId: 00000000-0000-4000-8000-000000000001
languages: [nl, en]
phone: 088 000 00 00
joining: at-once
kernen:
  - slug: t-zand
    name: "'t Zand"
    kind: dorp
    postcodes: [1234]
    residents: 120
    location: { latitude: 52.1, longitude: 5.1 }
    accent: moss
    silhouette: mill
    villageGroups: [Dorpsoverleg, "'s Avonds & zo"]
  - slug: babylonienbroek
    name: Babyloniënbroek
    kind: dorp
    postcodes: ["1234", "1235"]
    residents: null
    location: { latitude: 52.2, longitude: 5.2 }
    formerMunicipality: Oudland
    accent: brick
    silhouette: church
    joining: officer-decides
officers:
  - name: Anneke Voorbeeld
    email: Anneke@Waterland.example
    kernen: [t-zand, babylonienbroek]
admins:
  - name: Tom Beheerstra
    email: tom@waterland.example
`;

const faultsIn = (text: string): Fault[] => {
  const outcome = parseMunicipalityFile(text);
  return "faults" in outcome ? outcome.faults : [];
};
/** The small file with one piece replaced; fails the test when the piece is not there. */
const having = (piece: string, instead: string): string => {
  expect(small).toContain(piece);
  return small.replace(piece, () => instead);
};
const lines = (faults: readonly Fault[]) => faults.map(({ line, column, en }) => `${line}:${column} ${en}`);

test("a right file is read, with defaults filled in", () => {
  const outcome = parseMunicipalityFile(small);
  expect(outcome).toMatchObject({
    municipality: {
      slug: "waterland",
      councillors: [],
      officers: [{ email: "anneke@waterland.example" }],
      kernen: [
        { name: "'t Zand", postcodes: ["1234"], villageGroups: ["Dorpsoverleg", "'s Avonds & zo"] },
        { name: "Babyloniënbroek", postcodes: ["1234", "1235"], residents: null, villageGroups: [], joining: "officer-decides" },
      ],
    },
  });
});

test.each([
  ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\ufeff${text}`],
  ["accents written as two characters", (text: string) => text.normalize("NFD")],
])("%s make no difference", (_, change) => {
  expect(parseMunicipalityFile(change(small))).toEqual(parseMunicipalityFile(small));
});

test.each<[string, string, string, string[]]>([
  [
    "an unknown key",
    "cbsCode:",
    "cbscode:",
    ["1:1 “cbsCode” is missing here.", "3:1 The key “cbscode” is not known here. Did you mean “cbsCode”?"],
  ],
  [
    "an unknown key of a kern",
    "residents: 120",
    "residents: 120\n    inwoners: 120",
    ["14:5 The key “inwoners” is not known here."],
  ],
  [
    "an unknown key of a place",
    "latitude: 52.1,",
    "latitude: 52.1, lattitude: 52,",
    ["14:33 The key “lattitude” is not known here. Did you mean “latitude”?"],
  ],
  ["a key named __proto__", "kind: dorp", "__proto__: 1\n    kind: dorp", ["11:5 The key “__proto__” is not known here."]],
  ["a missing key", "    residents: 120\n", "", ["9:5 “residents” is missing here."]],
  ["an empty value", "kind: dorp", "kind:", ["11:10 “kind” has no value."]],
  ["text for a number", "residents: 120", "residents: veel", ["13:16 “residents” must be a number, not “veel”."]],
  ["half a resident", "residents: 120", "residents: 1.5", ["13:16 “residents” must be a whole number, not “1.5”."]],
  ["fewer than no residents", "residents: 120", "residents: -1", ["13:16 “residents” is at least 0, not “-1”."]],
  [
    "a number for text",
    "phone: 088 000 00 00",
    "phone: 0880000000",
    ["6:8 “phone” must be text, not “880000000”. Put it between quotes."],
  ],
  [
    "a photo that is no https address",
    "    email: Anneke@Waterland.example",
    "    email: Anneke@Waterland.example\n    photo: http://waterland.example/anneke.jpg",
    ["31:12 “http://waterland.example/anneke.jpg” is no address of a picture. Write one that begins with https://."],
  ],
  [
    "a phone number too short",
    "phone: 088 000 00 00",
    "phone: 088 000",
    ["6:8 “088 000” is not a Dutch phone number. Write it as “088 123 45 67” or “14 0184”."],
  ],
  [
    "a wrong slug",
    "slug: waterland",
    "slug: Water-Land",
    ["2:7 “Water-Land” is not a slug. Use lower-case letters, digits and single hyphens, as in “groot-ammers”."],
  ],
  [
    "a slug with a double hyphen",
    "slug: waterland",
    "slug: water--land",
    ["2:7 “water--land” is not a slug. Use lower-case letters, digits and single hyphens, as in “groot-ammers”."],
  ],
  ["a CBS code without GM", "GM0001", "0001", ["3:10 “cbsCode” must be text, not “1”. Put it between quotes."]],
  [
    "a tenant id that is none",
    "00000000-0000-4000-8000-000000000001",
    "waterland",
    ["4:16 “waterland” is not an Entra tenant id: 32 hexadecimal digits as 8-4-4-4-12."],
  ],
  ["an unknown language", "[nl, en]", "[nl, fy]", ["5:17 “fy” is not a value of “languages[1]”. Choose from: nl, en."]],
  ["a language twice", "[nl, en]", "[nl, nl]", ["5:17 The language “nl” is already used on line 5."]],
  ["no languages", "[nl, en]", "[]", ["5:12 This list is empty: at least one is needed."]],
  [
    "an unknown way of joining",
    "joining: at-once",
    "joining: at-one",
    ["7:10 “at-one” is not a value of “joining”. Did you mean “at-once”? Choose from: at-once, officer-decides."],
  ],
  [
    "a slug twice",
    "slug: babylonienbroek",
    "slug: t-zand",
    [
      "18:11 The slug “t-zand” is already used on line 9.",
      "31:22 Officer “Anneke Voorbeeld” serves “babylonienbroek”, but there is no kern with that slug.",
    ],
  ],
  [
    "a name twice, in other capitals",
    "name: Babyloniënbroek",
    'name: "\'T zand"',
    ["19:11 The name “'T zand” is already used on line 10."],
  ],
  [
    "a name of 300 characters",
    "name: Babyloniënbroek",
    `name: ${"ë".repeat(300)}`,
    ["19:11 “name” takes at most 80 characters; this has 300."],
  ],
  [
    "a name with an emoji",
    "name: Babyloniënbroek",
    "name: Tulpen🌷dorp",
    ["19:11 “Tulpen🌷dorp” is not a place name. Use letters, digits, spaces and ' ( ) . - / only."],
  ],
  ["a postcode with letters", "[1234]", "[1234 AB]", ["12:17 “1234 AB” is not a postcode of four digits, as in “4241”."]],
  ["a postcode of five digits", "[1234]", "[12345]", ["12:17 “12345” is not a postcode of four digits, as in “4241”."]],
  ["a postcode twice", "[1234]", "[1234, '1234']", ["12:23 The postcode “1234” is already used on line 12."]],
  [
    "swapped coordinates",
    "latitude: 52.1, longitude: 5.1",
    "latitude: 5.1, longitude: 52.1",
    [
      "14:27 Latitude “5.1” lies outside the Netherlands (50.7 to 53.7). Were latitude and longitude swapped?",
      "14:43 Longitude “52.1” lies outside the Netherlands (3.2 to 7.3). Were latitude and longitude swapped?",
    ],
  ],
  [
    "an accent that is none",
    "accent: moss",
    "accent: mos",
    [
      "15:13 “mos” is not a value of “accent”. Did you mean “moss”? Choose from: brick, bark, ochre, reed, moss, pine, patina, river, delft, heather, plum, foxglove.",
    ],
  ],
  [
    "a silhouette that is none",
    "silhouette: mill",
    "silhouette: chruch",
    [
      "16:17 “chruch” is not a value of “silhouette”. Did you mean “church”? Choose from: mill, mill-row, church, ferry, dike, water-tower, bridge, farm, fortress, castle, lock, willows, harbour, stork, barge.",
    ],
  ],
  [
    "an officer in an unknown kern",
    "[t-zand, babylonienbroek]",
    "[t-zand, babylonienbroek, t-zant]",
    ["31:39 Officer “Anneke Voorbeeld” serves “t-zant”, but there is no kern with that slug. Did you mean “t-zand”?"],
  ],
  [
    "a kern without an officer",
    "[t-zand, babylonienbroek]",
    "[t-zand]",
    ["18:5 No officer serves kern “Babyloniënbroek”: every kern needs at least one."],
  ],
  [
    "an officer twice in a kern",
    "[t-zand, babylonienbroek]",
    "[t-zand, babylonienbroek, t-zand]",
    ["31:39 The kern “t-zand” is already used on line 31."],
  ],
  [
    "an officer's address twice",
    "admins:",
    "  - name: Els\n    email: ANNEKE@waterland.example\n    kernen: [t-zand]\nadmins:",
    ["33:12 The e-mail address “ANNEKE@waterland.example” is already used on line 30."],
  ],
  [
    "an address that is none",
    "tom@waterland.example",
    "tom.waterland.example",
    ["34:12 “tom.waterland.example” is not an e-mail address."],
  ],
  [
    "two groups with one channel",
    'Dorpsoverleg, "\'s Avonds & zo"',
    "Jeugd & sport, Jeugd en sport",
    ["17:36 “Jeugd en sport” would get the channel “Jeugd en sport”, which this kern already has."],
  ],
  [
    "a group named as Kernplein's own channel",
    "Dorpsoverleg,",
    "voorstellen,",
    ["17:21 “voorstellen” would get the channel “voorstellen”, which this kern already has."],
  ],
  [
    "a group of which no channel can be made",
    "Dorpsoverleg,",
    '"???",',
    ["17:21 No channel name can be made of “???”: it holds no letter or digit."],
  ],
  [
    "a list entry of the wrong kind",
    "Dorpsoverleg,",
    "12,",
    ["17:21 “villageGroups[0]” must be text, not “12”. Put it between quotes."],
  ],
  [
    "a kern that is a word",
    "officers:",
    "  - nonsense\nofficers:",
    ["28:5 “kernen[2]” must be a group of keys, not “nonsense”."],
  ],
])("%s is shown where it stands", (_, piece, instead, expected) => {
  expect(lines(faultsIn(having(piece, instead)))).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ["nothing at all", "", ["1:1 This file is empty."]],
  ["only a remark", "# Waterland\n", ["1:1 This file is empty."]],
  ["a list", "- waterland\n", ["1:1 This file must be a group of keys, such as “name: …”."]],
  ["a key twice", `${small}phone: 088 000 00 01\n`, ["35:1 This key already stands above, in the same group."]],
  ["two documents", `${small}---\nname: Oudland\n`, ["35:1 A file holds one municipality: remove the “---”."]],
  ["a tab", "name: x\nkernen:\n\t- a\n", ["3:1 Indent with spaces, not with a tab."]],
  ["an open quotation mark", 'slug: x\nname: "Waterland\nphone: 1\n', ["2:7 This quotation mark is never closed."]],
  ["an alias", "name: &one x\nslug: *one\n", ["2:7 Aliases (“*one”) are not read here. Write the value out."]],
  ["a tag", "name: !secret x\n", ["1:7 Tags (“!…”) are not read here. Remove it."]],
  ["a key that is a list", "? [a]\n: 1\n", ["1:3 A key must be plain text."]],
  [
    "brackets without end",
    "[".repeat(100_000),
    ["1:1 From here this file nests too deeply and was not read. Is a closing bracket missing?"],
  ],
  [
    "endless lists in lists",
    "- ".repeat(5000),
    ["1:1 From here this file nests too deeply and was not read. Is a closing bracket missing?"],
  ],
  [
    "a file of two million characters",
    "a".repeat(2_000_000),
    ["1:1 This file is longer than 1000000 characters and was not read."],
  ],
])("%s is refused", (_, text, expected) => {
  expect(lines(faultsIn(text))).toEqual(expected);
});

test("wrong indentation is explained with the words of the YAML parser", () => {
  const [fault] = faultsIn("name: x\n  slug: y\n");
  expect(fault).toMatchObject({ line: 1, path: "" });
  expect(fault?.en).toMatch(/^This is not valid YAML: .+\.$/);
  expect(fault?.nl).toBe("Dit is geen geldige YAML. Let op inspringing, dubbele punten, haakjes en aanhalingstekens.");
});

test("a double key does not hide the other faults", () => {
  expect(lines(faultsIn(`${having("kind: dorp", "kind: gehucht")}phone: 088 000 00 01\n`))).toEqual([
    "11:11 “gehucht” is not a value of “kind”. Choose from: dorp, stad, buurtschap.",
    "35:1 This key already stands above, in the same group.",
  ]);
});

test("a fault names the value it is about and speaks Dutch too", () => {
  expect(faultsIn(having("[1234]", "[12345]"))).toEqual([
    {
      line: 12,
      column: 17,
      path: "kernen[0].postcodes[0]",
      en: "“12345” is not a postcode of four digits, as in “4241”.",
      nl: "“12345” is geen postcode van vier cijfers, zoals “4241”.",
    },
  ]);
});

test("a kern has at most 100 officers, because its team has at most 100 owners", () => {
  const officers = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => `  - name: Officer ${i}\n    email: o${i}@waterland.example\n    kernen: [t-zand]\n`,
    ).join("");
  expect(faultsIn(having("admins:", `${officers(99)}admins:`))).toEqual([]);
  expect(lines(faultsIn(having("admins:", `${officers(100)}admins:`)))).toEqual([
    "9:5 Kern “'t Zand” has 101 officers; a team in Teams takes at most 100 owners.",
  ]);
});

test("400 faults are all told, in the order of the lines, in reasonable time", () => {
  const wrong = Array.from({ length: 200 }, (_, i) => `  - name: ${i}\n    emial: p${i}@waterland.example\n`).join("");
  const started = performance.now();
  const faults = faultsIn(small + wrong);
  expect(performance.now() - started).toBeLessThan(2000);
  // Each of the 200 people: a number for a name, an unknown key, a missing address.
  expect(faults).toHaveLength(600);
  expect(faults.map(({ line }) => line)).toEqual(faults.map(({ line }) => line).sort((a, b) => a - b));
  for (const { en, nl, line, column } of faults) {
    expect([en.endsWith(".") || en.endsWith("?"), nl !== en, line >= 1, column >= 1]).toEqual([true, true, true, true]);
  }
});

test("whatever is written, the outcome is a municipality or at least one fault", () => {
  const rows = small.split("\n");
  const damaged = fc
    .tuple(
      fc.nat(rows.length - 1),
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom("", "-", "  a: b", "[", "{", "? x", "&a *a", "null"),
      ),
    )
    .map(([at, row]) => rows.with(at, row).join("\n"));
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: "binary" }), fc.json()), (text) => {
      const outcome = parseMunicipalityFile(text);
      expect("municipality" in outcome || outcome.faults.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("the files that are delivered survive any one line being left out", () => {
  const rows = readFileSync(new URL("../../infra/municipalities/molenlanden.yaml", import.meta.url), "utf8").split("\n");
  for (const at of rows.keys()) {
    const outcome = parseMunicipalityFile(rows.toSpliced(at, 1).join("\n"));
    expect("municipality" in outcome || outcome.faults.length > 0).toBe(true);
  }
});

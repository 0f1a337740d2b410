import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { isChannelName } from "../../src/kernen/channel-name.ts";
import { type MunicipalityFile, parseMunicipalityFile } from "../../src/kernen/index.ts";
import { orderFor } from "../../src/provisioning/index.ts";
import { wantedChannels } from "../../src/provisioning/wanted.ts";
import { anOrder } from "./stage.ts";

const { app } = anOrder("molenlanden", "tenant", []);

function read(name: string): MunicipalityFile {
  const file = new URL(`../../infra/municipalities/${name}.yaml`, import.meta.url);
  const parsed = parseMunicipalityFile(readFileSync(file, "utf8"));
  if (!("municipality" in parsed)) throw new Error("The file has faults.");
  return parsed.municipality;
}
const today = "2026-11-22";

test.each([
  ["molenlanden", 20],
  ["altena", 21],
])(
  "the file of %s gives an order for %i kernen and a theme team, each with an owner and channels that Teams takes",
  (name, count) => {
    const order = orderFor(read(name), app, today);
    expect([order.municipality, order.kernen.filter(({ theme }) => !theme).length]).toEqual([name, count]);
    expect([order.kernen.length, order.themes?.length]).toEqual([count + 1, 1]);
    for (const kern of order.kernen) {
      expect(kern.officers.length).toBeGreaterThan(0);
      const { channels, leftOut } = wantedChannels(kern);
      expect(channels.every((channel) => isChannelName(channel.name))).toBe(true);
      expect(leftOut).toEqual([]);
    }
  },
);

test("a theme team has its officers as owners, and as members its partners and the officers of the kernen it concerns", () => {
  const theme = orderFor(read("molenlanden"), app, today).kernen.at(-1);
  expect(theme).toMatchObject({ slug: "thema:lekdijk", name: "Sterke Lekdijk", theme: { over: false } });
  expect(theme?.officers.map(({ name }) => name)).toEqual(["Samira Fictief", "Wim Modelman"]);
  expect(theme?.theme?.members.map(({ name }) => name)).toEqual(["Dirk Dijkgraafsma", "Sanne Provinsma"]);
  expect(orderFor(read("molenlanden"), app, "2029-01-01").kernen.at(-1)?.theme?.over).toBe(true);
});

test("kernen that come later are left alone, and an order for some kernen says nothing about the theme teams of the others", () => {
  const file = read("altena");
  const later = { ...file, kernen: file.kernen.map((kern) => ({ ...kern, rollout: kern.rollout ?? ("later" as const) })) };
  expect(orderFor(later, app, today).kernen.map(({ slug }) => slug)).toEqual([
    "almkerk",
    "babylonienbroek",
    "thema:veilig-altena",
  ]);
  const some = orderFor(file, app, today, ["hank", "thema:veilig-altena"]);
  expect([some.kernen.map(({ slug }) => slug), some.themes]).toEqual([["hank", "thema:veilig-altena"], undefined]);
});

test("during a leave the deputy owns the teams too, and only the tabs of the file are pinned", () => {
  const file = read("molenlanden");
  const leave = [{ from: "2026-11-01", until: "2026-11-30", deputy: "joris.proefstra@molenlanden.example" }];
  const away = {
    ...file,
    tabs: ["voorstellen" as const],
    officers: file.officers.map((officer, index) => (index === 0 ? { ...officer, leave } : officer)),
  };
  const order = orderFor(away, app, today);
  expect(order.kernen[0]?.officers.map(({ name, deputy }) => [name, deputy])).toEqual([
    ["Anneke Voorbeeld", undefined],
    ["Joris Proefstra", true],
  ]);
  expect(orderFor(away, app, "2026-12-01").kernen[0]?.officers).toHaveLength(1);
  expect(order.app.tabs.map(({ channel }) => channel)).toEqual(["voorstellen"]);
});

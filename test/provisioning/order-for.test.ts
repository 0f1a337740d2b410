import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { isChannelName } from "../../src/kernen/channel-name.ts";
import { parseMunicipalityFile } from "../../src/kernen/index.ts";
import { orderFor } from "../../src/provisioning/index.ts";
import { wantedChannels } from "../../src/provisioning/wanted.ts";
import { anOrder } from "./stage.ts";

const { app } = anOrder("molenlanden", "tenant", []);

test.each([
  ["molenlanden", 20],
  ["altena", 21],
])("the file of %s gives an order for %i kernen, each with an owner and channels that Teams takes", (name, count) => {
  const file = new URL(`../../infra/municipalities/${name}.yaml`, import.meta.url);
  const parsed = parseMunicipalityFile(readFileSync(file, "utf8"));
  if (!("municipality" in parsed)) throw new Error("The file has faults.");
  const order = orderFor(parsed.municipality, app);
  expect([order.municipality, order.kernen.length]).toEqual([name, count]);
  for (const kern of order.kernen) {
    expect(kern.officers.length).toBeGreaterThan(0);
    const { channels, leftOut } = wantedChannels(kern);
    expect(channels.every((channel) => isChannelName(channel.name))).toBe(true);
    expect(leftOut).toEqual([]);
  }
});

import { expect, test } from "@jest/globals";
import { makeVault } from "../../src/shared/vault.ts";
import { openPollOf } from "../../src/voting/open-polls.ts";
import { aMunicipality, aPerson, testDatabase } from "../support/database.ts";
import { aDevice, anOpenPoll, codeOf } from "../support/voting.ts";

// Between the closing time and the closing itself every ballot that came too late had the poll and all its slips read from the database
// again: in the last minute of a large poll the server drowned in them.
test("a ballot that comes too late leaves what is known of the poll as it is", async () => {
  await using database = await testDatabase();
  await aMunicipality(database);
  const officer = await aPerson(database, { roles: [{ role: "officer", kern: "arkel" }] });
  const poll = await anOpenPoll(database, officer, { level: 2 });
  const device = aDevice(database.perform, poll);
  await device.takePass(officer);
  await device.cast(officer, { chosen: ["for"] });
  const known = () => openPollOf(database.connections.inMunicipality, makeVault("never opened"), officer.municipality, poll.poll);
  const before = await known();
  expect(await codeOf(device.cast(officer, { chosen: ["against"] }, poll.closesAt))).toBe("poll-closed");
  expect(await known()).toBe(before);
});

import { expect, test } from "@jest/globals";
import { aMunicipality, aPerson, testDatabase } from "../support/database.ts";
import { anOpenPoll, closeAndCount, vote } from "../support/voting.ts";

// The database function named a record that only level 1 fills: a connection that began with a ballot of level 2 failed.
test("a ballot of level 2 can be the first that a connection to the database sees", async () => {
  await using database = await testDatabase();
  await aMunicipality(database);
  const officer = await aPerson(database, { roles: [{ role: "officer", kern: "arkel" }] });
  const poll = await anOpenPoll(database, officer, { level: 2 });
  await vote(database.perform, poll, officer, { chosen: ["for"] });
  expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1 });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cancelMeeting } from "../../../src/meetings/index.ts";
import { after, days } from "../../../src/shared/time.ts";
import { aMeeting } from "../../meetings/given.ts";
import { aPublishedProposal, aSubmittedProposal } from "../../proposals/given.ts";
import { aPerson } from "../../support/database.ts";
import { anOpenPoll } from "../../support/voting.ts";
import { problemIn, type RunningWeb, runningWeb } from "./running-web.ts";

let running: RunningWeb;
beforeAll(async () => {
  running = await runningWeb();
}, 60_000);
afterAll(() => running?.close());

test("who is signed in gets the poster of a kern, a published proposal, a poll and a meeting", async () => {
  const { database } = running;
  const officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const proposal = await aPublishedProposal(database, await aPerson(database), officer);
  const { poll } = await anOpenPoll(database, officer);
  // The server's clock is the real one.
  const meeting = await aMeeting(database, officer, { startsAt: after(new Date(), days(5)).toISOString() });
  const { bearer } = await running.tokenOf();
  for (const about of ["kern=arkel", `proposal=${proposal}`, `poll=${poll}&size=a3`, `meeting=${meeting}`]) {
    const answer = await running.get(`/v1/affiches?${about}`, { ...bearer, accept: "application/pdf" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  }
});

test("nobody gets a poster of what is not on the square, of two things at once, or without signing in", async () => {
  const waiting = await aSubmittedProposal(running.database, await aPerson(running.database));
  const { bearer } = await running.tokenOf();
  expect((await problemIn(await running.get(`/v1/affiches?proposal=${waiting}`, bearer)))["code"]).toBe("not-found");
  expect(
    (await problemIn(await running.get("/v1/affiches?kern=arkel&size=a3&poll=3f2b8c1e-6a4d-4f7b-9c2e-1d5a7b9e0f31", bearer)))[
      "code"
    ],
  ).toBe("invalid-input");
  expect((await running.get("/v1/affiches?kern=arkel")).status).toBe(401);
});

test("nobody gets a poster that invites to a meeting that is off", async () => {
  const officer = await aPerson(running.database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const meeting = await aMeeting(running.database, officer);
  await running.database.perform(cancelMeeting, officer, { meeting, reason: "De zaal staat blank." });
  const { bearer } = await running.tokenOf();
  expect((await problemIn(await running.get(`/v1/affiches?meeting=${meeting}`, bearer)))["code"]).toBe("not-found");
});

test("a municipality has a web manifest of its own, and its pages name it", async () => {
  const own = await running.get("/molenlanden/kernplein.webmanifest");
  expect(own.headers.get("content-type")).toBe("application/manifest+json");
  expect(await own.json()).toMatchObject({ id: "/molenlanden", start_url: "/molenlanden", display: "standalone" });
  expect((await running.get("/nergens/kernplein.webmanifest")).status).toBe(404);
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { after, days } from "../../../src/shared/time.ts";
import { aPlan } from "../../meetings/given.ts";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let officer: SignedInPerson;
let resident: SignedInPerson;
let address: string;
/** The server's own clock counts here. */
const startsAt = after(new Date(), days(5)).toISOString();

beforeAll(async () => {
  running = await runningWeb();
  officer = await running.tokenOf({ name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  resident = await running.tokenOf({ name: "Jo Voorbeeld" });
  const { kern: _, ...plan } = aPlan({ startsAt, capacity: 1, online: "https://vergadering.voorbeeld.example/arkel" });
  const made = await running.send("POST", "/v1/kernen/arkel/bijeenkomsten", plan, officer.bearer);
  expect(made.status).toBe(201);
  address = made.headers.get("location") ?? "";
}, 60_000);
afterAll(() => running?.close());

const json = async (answer: Response): Promise<Record<string, unknown>> => (await answer.json()) as Record<string, unknown>;
const bodyOf = async (path: string, who = resident) => json(await running.get(path, who.bearer));

describe("a meeting by HTTP", () => {
  test("stands where its address says, with an ETag, in the lists, and among what is asked", async () => {
    const answer = await running.get(address, resident.bearer);
    expect(answer.status).toBe(200);
    const meeting = await json(answer);
    expect(address).toBe(`/v1/bijeenkomsten/${meeting["meeting"]}`);
    const etag = answer.headers.get("etag") ?? "";
    expect((await running.get(address, { ...resident.bearer, "if-none-match": etag })).status).toBe(304);
    for (const path of [
      "/v1/bijeenkomsten?kern=arkel&q=steiger",
      "/v1/kernen/arkel/bijeenkomsten",
      "/v1/personen/ik/uitnodigingen",
    ])
      expect((await bodyOf(path))["meetings"]).toEqual([expect.objectContaining({ meeting: meeting["meeting"] })]);
  });

  test("is answered, waited for and given a place; the officer reads who", async () => {
    const second = await running.tokenOf({ name: "An Voorbeeld" });
    const answers = (who: SignedInPerson, answer: string) =>
      running.send("PUT", `${address}/aanmeldingen/ik`, { answer }, who.bearer).then(json);
    expect(await answers(resident, "coming")).toMatchObject({ mine: "coming", coming: 1 });
    expect(await answers(second, "coming")).toMatchObject({ mine: "waiting", placeInLine: 1 });
    expect((await bodyOf("/v1/personen/ik/bijeenkomsten"))["upcoming"]).toHaveLength(1);
    expect(await bodyOf(`${address}/aanmeldingen`, officer)).toMatchObject({ coming: [{ name: "Jo Voorbeeld" }] });
    expect((await running.get(`${address}/aanmeldingen`, resident.bearer)).status).toBe(403);
    await answers(resident, "not-coming");
    expect(await bodyOf(address, second)).toMatchObject({ mine: "coming", waiting: 0 });
    const problem = await problemIn(
      await running.send("PUT", `${address}/aanmeldingen/ik`, { answer: "perhaps" }, second.bearer),
    );
    expect(problem).toMatchObject({ status: 400, fields: [{ path: "answer", message: "choose-one" }] });
  });

  test("takes a guest on and off", async () => {
    const added = await json(
      await running.send("POST", `${address}/aanmeldingen`, { name: "Mevrouw Voorbeeld" }, officer.bearer),
    );
    const [guest] = added["waiting"] as { attendee: string }[];
    const removed = await running.send("DELETE", `${address}/aanmeldingen/${guest?.attendee}`, undefined, officer.bearer);
    expect((await json(removed))["waiting"]).toEqual([]);
  });

  test("is a public calendar without names, links or a sign-in, for one and for the whole kern", async () => {
    for (const path of [`${address}/agenda?gemeente=molenlanden`, "/v1/kernen/arkel/agenda?gemeente=molenlanden"]) {
      const answer = await running.get(path, { accept: "text/calendar" });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
      expect(answer.headers.get("content-disposition")).toMatch(/filename="bijeenkomst[a-z-]*\.ics"/);
      const text = await answer.text();
      expect(text).toContain(`DTSTART:${startsAt.replace(/[-:]|\.\d+/g, "")}`);
      for (const secret of ["Voorbeeld,", "Jo ", "An ", "Ina", "vergadering.voorbeeld"]) expect(text).not.toContain(secret);
      const etag = answer.headers.get("etag") ?? "";
      expect((await running.get(path, { "if-none-match": etag })).status).toBe(304);
    }
    expect((await running.get("/v1/kernen/nergens/agenda?gemeente=molenlanden")).status).toBe(404);
    expect((await running.get(`${address}/agenda?gemeente=altena`)).status).toBe(404);
    expect((await running.get("/v1/kernen/arkel/agenda", { accept: "application/json" })).status).toBe(406);
  });

  test("is nothing to who is not signed in, and is changed and cancelled by its officer alone", async () => {
    expect((await running.get(address)).status).toBe(401);
    const { kern: _, ...plan } = aPlan({ startsAt, hall: "De kerk" });
    const change = { ...plan, version: 1 };
    expect((await running.send("PUT", address, change, resident.bearer)).status).toBe(403);
    expect(await json(await running.send("PUT", address, change, officer.bearer))).toMatchObject({ version: 2, hall: "De kerk" });
    const stale = await problemIn(await running.send("PUT", address, change, officer.bearer));
    expect(stale).toMatchObject({ status: 409, code: "changed-meanwhile" });
    const early = { text: "Er is nog niets besproken, want het begint pas." };
    expect((await problemIn(await running.send("PUT", `${address}/verslag`, early, officer.bearer)))["code"]).toBe(
      "meeting-not-begun",
    );
    const why = { reason: "De zaal is die avond dicht." };
    expect(await json(await running.send("POST", `${address}/afzeggingen`, why, officer.bearer))).toMatchObject({
      state: "cancelled",
    });
  });
});

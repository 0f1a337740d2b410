/** Invokes of the message extension and of dialogs as Teams sends them: recorded/3*.json and 4*.json, each with what is expected of it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { aMeeting } from "../../meetings/given.ts";
import { aPublishedProposal } from "../../proposals/given.ts";
import { anOpenPoll } from "../../support/voting.ts";
import { aStage, municipality, type Stage, wellMade } from "./stage.ts";

const folder = fileURLToPath(new URL("recorded/", import.meta.url));
const names = readdirSync(folder).filter((name) => /^[34]/.test(name));
let stage: Stage;
let blanks: Record<string, string>;

beforeAll(async () => {
  stage = await aStage();
  const { database, tenant } = stage;
  const officer = await stage.known("kcf", { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  const author = await stage.known("schrijver");
  const proposal = await aPublishedProposal(database, author, officer, { title: "Steiger terug aan de Merwede" });
  const { poll } = await anOpenPoll(database, officer, { question: "Komt er een steiger?" });
  const meeting = await aMeeting(database, officer, { title: "Avond over de steiger" });
  const reader = await stage.known("iemand");
  await database.connections.inMunicipality(municipality, (tx) =>
    tx
      .updateTable("person")
      .set({ entra_oid: "00000000-0000-4000-8000-000000000001" })
      .where("person_id", "=", reader.person)
      .execute(),
  );
  blanks = { serviceUrl: "https://smba.trafficmanager.net/emea/", tenant, group: crypto.randomUUID(), proposal, poll, meeting };
});
afterAll(() => stage.database.close());

test.each(names)("%s", async (file) => {
  const filled = readFileSync(folder + file, "utf8").replace(/\{(\w+)\}/g, (all, blank: string) => blanks[blank] ?? all);
  const { activity, expect: expected } = JSON.parse(filled) as {
    activity: Record<string, unknown>;
    expect: { status: number; body: object };
  };
  const { messages, invoke } = await stage.turn(activity);
  expect(messages).toEqual([]);
  expect(invoke).toMatchObject({ status: expected.status, body: expected.body });
  await wellMade(invoke?.body);
});

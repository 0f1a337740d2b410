import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeBot } from "../../../src/adapters/teams/bot.ts";
import { readActivity } from "../../../src/adapters/teams/incoming.ts";
import { municipalityOf } from "../../../src/kernen/index.ts";
import { actorForEntra, invitePerson, listPeople, noteGuests, recordGuest } from "../../../src/members/index.ts";
import { type Actor, itself } from "../../../src/shared/work.ts";
import { botActions, botKnowledge } from "../../../src/wiring/bot.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../../support/database.ts";
import { channelMessage } from "./bot-framework.ts";

const municipality = "molenlanden";
const general = "19:algemeen@thread.tacv2";
const group = randomUUID();
const serviceUrl = "https://smba.trafficmanager.net/emea/";
const faults: string[] = [];

let database: TestDatabase;
let tenant: string;
let officer: Actor & { person: string };
let answer: ReturnType<typeof makeBot>;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  const { inMunicipality, db } = database.connections;
  tenant = (await inMunicipality(municipality, municipalityOf)).entraTenantId;
  const team = { municipality_id: municipality, resource: "team", key: "arkel", kern_id: "arkel", state: "created" };
  await inMunicipality(municipality, (tx) =>
    tx
      .insertInto("provisioned_resource")
      .values({ ...team, graph_id: group, marker: "arkel", updated_at: database.clock.now })
      .execute(),
  );
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  answer = makeBot(
    {
      knows: botKnowledge(db),
      actions: botActions,
      perform: database.perform,
      inMunicipality,
      publicUrl: "https://kernplein.voorbeeld.example",
      photoUrl: () => null,
    },
    {
      info: () => undefined,
      warn: (_, message) => faults.push(message),
      error: (details) => faults.push(JSON.stringify(details)),
    },
  );
});
afterAll(() => database.close());

async function happens(activity: object): Promise<number> {
  const incoming = readActivity(channelMessage(serviceUrl, tenant, "", { ...activity }));
  if (incoming === null || incoming === "elsewhere") throw new Error("no activity");
  const { messages } = await answer(incoming, { channels: async () => [] }, database.clock.now);
  expect(faults).toEqual([]);
  return messages.length;
}
const from = (oid: string) => ({ id: `29:${oid}`, aadObjectId: oid });
const inTeam = (change: object, eventType = "teamMemberAdded") =>
  happens({
    type: "conversationUpdate",
    conversation: { id: general, conversationType: "channel", tenantId: tenant },
    channelData: { tenant: { id: tenant }, team: { id: general, aadGroupId: group }, eventType },
    ...change,
  });
const alone = (oid: string, activity: object) =>
  happens({
    conversation: { id: `a:${oid}`, conversationType: "personal", tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    from: from(oid),
    ...activity,
  });

let count = 0;
async function aGuest() {
  const email = `gast.${++count}@voorbeeld.example`;
  const invitation = { kern: "arkel", name: `Gast ${count}`, email, consent: "brief" };
  const { person } = await database.perform(invitePerson, officer, invitation);
  const oid = randomUUID();
  const outcome = { oid, redeemUrl: "https://login.example/redeem", pending: true };
  await database.perform(recordGuest, itself(municipality), { person, kern: "arkel", outcome });
  const standing = async () => {
    const [row] = (await database.perform(listPeople, officer, { kern: "arkel", q: email })).people;
    return [row?.state, row?.nextStep];
  };
  return { oid, standing };
}

test("who comes into the kern's team is seen there, but has not accepted for that; who is taken out is waited for again", async () => {
  const { oid, standing } = await aGuest();
  const stranger = randomUUID();
  expect(await inTeam({ membersAdded: [from(oid.toUpperCase()), from(stranger), { id: "29:zonder" }] })).toBe(0);
  expect(await standing()).toEqual(["invited", "wait-for-mail"]);
  await database.perform(noteGuests, itself(municipality), { seen: [{ oid, sign: "accepted" }] });
  expect(await standing()).toEqual(["accepted", "point-to-team"]);
  await inTeam({ membersRemoved: [from(oid)] }, "teamMemberRemoved");
  expect(await standing()).toEqual(["accepted", "wait-for-team"]);
  await inTeam({ membersAdded: [from(oid)] });
  expect(await standing()).toEqual(["accepted", "point-to-team"]);
});

test("who adds the bot to a chat of her own has accepted and is reachable, until she takes it away", async () => {
  const { oid, standing } = await aGuest();
  expect(await alone(oid, { type: "installationUpdate", action: "add" })).toBe(1);
  expect(await standing()).toEqual(["reachable-by-bot", "none"]);
  await alone(oid, { type: "installationUpdate", action: "remove" });
  expect(await standing()).toEqual(["accepted", "wait-for-team"]);
  await alone(oid, { type: "conversationUpdate", membersAdded: [{ id: "28:bot" }, from(oid)] });
  expect(await standing()).toEqual(["reachable-by-bot", "none"]);
});

test("who just writes to the bot is reachable; every further word writes nothing more", async () => {
  const { oid, standing } = await aGuest();
  const noted = async () => {
    const { rows } = await database.connections.owner.query("select from audit where action = 'members.note-guests'");
    return rows.length;
  };
  await alone(oid, { text: "hulp" });
  expect(await standing()).toEqual(["reachable-by-bot", "none"]);
  const before = await noted();
  await alone(oid, { text: "voorstellen" });
  await alone(oid, { type: "installationUpdate", action: "add-upgrade" });
  expect(await noted()).toBe(before);
});

test("opening the tab shows, and speaking in the channel means she accepted", async () => {
  const [first, second] = [await aGuest(), await aGuest()];
  await database.connections.inMunicipality(municipality, (tx) => actorForEntra(tx, first.oid, "tab"));
  expect(await first.standing()).toEqual(["tab-opened", "none"]);
  await happens({
    text: "hulp nieuw voorstel",
    from: from(second.oid),
    channelData: { tenant: { id: tenant }, team: { id: general, aadGroupId: group } },
  });
  expect((await second.standing())[0]).toBe("accepted");
});

test("a team that is no kern's changes nobody", async () => {
  const { oid, standing } = await aGuest();
  await database.perform(noteGuests, itself(municipality), { seen: [{ oid, sign: "accepted" }] });
  await inTeam({
    membersAdded: [from(oid)],
    conversation: { id: "19:elders@thread.tacv2", conversationType: "channel", tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      team: { id: "19:elders@thread.tacv2", aadGroupId: randomUUID() },
      eventType: "teamMemberAdded",
    },
  });
  expect(await standing()).toEqual(["accepted", "wait-for-team"]);
});

/** From the bot's own address to the officer's list: what Teams tells of a guest, over HTTP, in the running app. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { municipality, staff, type TestApp, testApp } from "../support/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.provision("arkel");
}, 240_000);
afterAll(() => app?.close());

const email = "mina@voorbeeld.example";

/** Microsoft's ids of the tenant, the team of Arkel and the guest. */
async function ids() {
  return app.inMunicipality(municipality, async (tx) => {
    const { tenant } = await tx.selectFrom("municipality").select("entra_tenant_id as tenant").executeTakeFirstOrThrow();
    const team = await tx
      .selectFrom("provisioned_resource")
      .select("graph_id as id")
      .where("resource", "=", "team")
      .where("key", "=", "arkel")
      .executeTakeFirstOrThrow();
    const guest = await tx.selectFrom("person").select("entra_oid as oid").where("email", "=", email).executeTakeFirstOrThrow();
    return { tenant, team: team.id, oid: guest.oid };
  });
}

test("an invited resident is seen to accept, to come into the team, to open the tab and to be reached by the bot", async () => {
  const officer = { authorization: `Bearer ${await app.tokenFor(staff.officer)}`, "content-type": "application/json" };
  const invitation = { name: "Mina Voorbeeld", email, consent: "brief" };
  const send = { method: "POST", headers: officer, body: JSON.stringify(invitation) };
  expect((await fetch(`${app.origin}/v1/kernen/arkel/uitnodigingen`, send)).status).toBe(201);
  await app.mail(email, "Doe mee in Arkel");
  await app.app.settled();
  const { tenant, team, oid } = await ids();
  const standing = async () => {
    const { people } = await (await fetch(`${app.origin}/v1/mensen?kern=arkel&q=${email}`, { headers: officer })).json();
    return [people[0].state, people[0].nextStep];
  };
  expect(await standing()).toEqual(["waiting", "wait-for-acceptance"]);

  const happens = async (activity: object) => {
    const body = { channelId: "msteams", serviceUrl: app.origin, recipient: { id: "28:bot" }, ...activity };
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${app.origin}/api/messages`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
  };
  const general = "19:algemeen@thread.tacv2";
  await happens({
    type: "conversationUpdate",
    from: { id: "29:officier" },
    conversation: { id: general, conversationType: "channel", tenantId: tenant },
    channelData: { tenant: { id: tenant }, team: { id: general, aadGroupId: team }, eventType: "teamMemberAdded" },
    membersAdded: [{ id: "29:mina", aadObjectId: oid }],
  });
  expect(await standing()).toEqual(["waiting", "wait-for-acceptance"]);

  const hers = { authorization: `Bearer ${await app.tokenFor(email)}` };
  expect((await fetch(`${app.origin}/v1/personen/ik`, { headers: hers })).status).toBe(200);
  expect(await standing()).toEqual(["tab-opened", "none"]);

  await happens({
    type: "installationUpdate",
    action: "add",
    from: { id: "29:mina", aadObjectId: oid },
    conversation: { id: "a:mina", conversationType: "personal", tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  });
  expect(await standing()).toEqual(["reachable-by-bot", "none"]);
}, 180_000);

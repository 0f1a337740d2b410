import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { canBeGuest } from "../../src/provisioning/guest-rules.ts";
import { addMembers, applyProvisioning, type GuestDesk, inviteAndAdd, removeMember } from "../../src/provisioning/index.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

const tenant = randomUUID();
const inArkel = { municipality: "molenlanden", tenant, kern: "arkel" };
let database: TestDatabase;
let stage: Stage;
let desk: GuestDesk;

beforeAll(async () => {
  database = await testDatabase();
  stage = await openStage();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar"]);
  await stage.seed(tenant, officers);
  const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning(provisioner, anOrder("molenlanden", tenant, ["arkel"]));
  desk = { workplace: stage.workplace, workshop: database.workshop, landingUrl: "https://kernplein.example/welkom" };
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

const someone = (email: string) => ({ id: randomUUID(), email, name: "Anna de Vries", language: "nl" as const });

/** Members of Arkel's team who are guests, as Graph shows them after a while. */
async function guests(): Promise<string[]> {
  await stage.time.sleep(600_000);
  const { value: teams } = await stage.read<{ value: { id: string }[] }>(tenant, "/teams");
  const path = `/teams/${teams[0]?.id}/members`;
  const { value } = await stage.read<{ value: { email: string; roles: string[] }[] }>(tenant, path);
  return value.filter(({ roles }) => roles.includes("guest")).map(({ email }) => email);
}

test("a new member becomes a guest and a member of the team, gets no mail from Microsoft, and lands on our page", async () => {
  const welcome = await inviteAndAdd(desk, { ...inArkel, person: someone("anna@voorbeeld.example") });
  expect(welcome).toEqual({ oid: expect.any(String), redeemUrl: expect.stringContaining("/local/redeem"), pending: true });
  expect(await guests()).toEqual(["anna@voorbeeld.example"]);
  const invitation = stage.sent.find(({ url }) => url.endsWith("/invitations"));
  expect(invitation?.body).toEqual({
    invitedUserEmailAddress: "anna@voorbeeld.example",
    invitedUserDisplayName: "Anna de Vries",
    inviteRedirectUrl: "https://kernplein.example/welkom",
    sendInvitationMessage: false,
  });
});

test("the same job run twice invites once and adds once, and still gives a link", async () => {
  const person = someone("berend@voorbeeld.example");
  const first = await inviteAndAdd(desk, { ...inArkel, person });
  const invitations = () => stage.sent.filter(({ url }) => url.endsWith("/invitations")).length;
  const before = invitations();
  await stage.time.sleep(600_000);
  const second = await inviteAndAdd(desk, { ...inArkel, person: { ...person, email: "Berend@voorbeeld.example" } });
  expect(invitations()).toBe(before);
  expect("oid" in first && "oid" in second && first.oid === second.oid).toBe(true);
  expect(second).toMatchObject({ redeemUrl: expect.stringContaining("teams") });
  expect((await guests()).filter((email) => email === "berend@voorbeeld.example")).toHaveLength(1);
});

test.each(["anna+dorp@voorbeeld.example", "an&na@voorbeeld.example", ".anna@voorbeeld.example"])(
  "%s takes part by web only, and Graph is not troubled",
  async (email) => {
    const before = stage.sent.length;
    expect(await inviteAndAdd(desk, { ...inArkel, person: someone(email) })).toEqual({ webOnly: "address-refused" });
    expect(stage.sent.length).toBe(before);
  },
);

test("an address that Graph itself refuses makes the person web-only; a failing Graph is for the job to try again", async () => {
  const employee = { tenant, email: "x@voorbeeld.example", name: "X", landingUrl: "geen adres" };
  expect(await stage.workplace.invite(tenant, employee)).toEqual({ refused: expect.stringContaining("400") });
  stage.faults.rule = () => ({ status: 503 });
  await expect(inviteAndAdd(desk, { ...inArkel, person: someone("cor@voorbeeld.example") })).rejects.toThrow("503");
  stage.faults.rule = () => undefined;
  expect(await inviteAndAdd(desk, { ...inArkel, person: someone("cor@voorbeeld.example") })).toMatchObject({
    oid: expect.any(String),
  });
});

test("a kern without a team has web-only members for now", async () => {
  const person = someone("dirk@voorbeeld.example");
  expect(await inviteAndAdd(desk, { ...inArkel, kern: "hoornaar", person })).toEqual({ webOnly: "no-team-yet" });
  await expect(addMembers(desk, { ...inArkel, kern: "hoornaar", oids: [] })).rejects.toMatchObject({ code: "not-configured" });
  expect(await removeMember(desk, { ...inArkel, kern: "hoornaar", oid: randomUUID() })).toBe(false);
});

test("who leaves is taken out of the team; a second time there is nothing to do", async () => {
  const welcome = await inviteAndAdd(desk, { ...inArkel, person: someone("els@voorbeeld.example") });
  const oid = "oid" in welcome ? welcome.oid : "";
  expect(await guests()).toContain("els@voorbeeld.example");
  expect(await removeMember(desk, { ...inArkel, oid })).toBe(true);
  expect(await guests()).not.toContain("els@voorbeeld.example");
  expect(await removeMember(desk, { ...inArkel, oid })).toBe(false);
});

test("many at once: who cannot be added is named", async () => {
  const people = await stage.seed(
    tenant,
    Array.from({ length: 250 }, (_, index) => `veel${index}@gemeente.example`),
  );
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect([...(await addMembers(desk, { ...inArkel, oids: [...people.values(), nobody] })).keys()]).toEqual([nobody]);
});

test("what we let through to an invitation, Graph takes", async () => {
  const signs = fc.constantFrom(..."abz09.-_'+!#&= ");
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: signs, minLength: 1, maxLength: 8 }), async (name) => {
      const email = `${name}@voorbeeld.example`;
      fc.pre(canBeGuest(email));
      const landingUrl = "https://kernplein.example/";
      expect(await stage.workplace.invite(randomUUID(), { email, name: "X", landingUrl })).toHaveProperty("personId");
    }),
    { numRuns: 60 },
  );
});

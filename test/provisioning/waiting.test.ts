import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type Jobs, settled, startJobs } from "../../src/adapters/jobs/queue.ts";
import { municipalityOf } from "../../src/kernen/index.ts";
import { endMembership, invitePerson, personAccount } from "../../src/members/index.ts";
import { applyProvisioning, makeProvisioningReactions } from "../../src/provisioning/index.ts";
import type { Workplace } from "../../src/provisioning/workplace.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import type { Actor, Fact, Tx } from "../../src/shared/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
let tenant: string;
let officer: Actor & { person: string };
let reactions: Reaction[] = [];
let jobs: Jobs | undefined;
/** Persons in the order in which their welcome mail was to follow. */
const welcomed: string[] = [];
const within = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

const welcome: Reaction = {
  name: "notifications.mail-welcome",
  run: async ({ fact }) => {
    welcomed.push((fact as Fact & { person: string }).person);
  },
};

beforeAll(async () => {
  database = await testDatabase(({ fact }) => {
    const names = subscriptions[fact as keyof typeof subscriptions];
    return reactions.filter(({ name }) => names.includes(name));
  });
  stage = await openStage();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar", "zonder-team"]);
  tenant = (await within(municipalityOf)).entraTenantId;
  await stage.seed(tenant, officers);
  const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning(provisioner, anOrder("molenlanden", tenant, ["arkel", "hoornaar"]));
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: null }] });
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  stage.faults.rule = () => undefined;
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

function reactionsOn(workplace: Workplace): Reaction[] {
  const desk = { workplace, workshop: database.workshop, landingUrl: "https://kernplein.example/" };
  return [...makeProvisioningReactions(desk, database.perform), welcome];
}

let count = 0;
async function invited(kern: string): Promise<{ person: string; email: string }> {
  const email = `bewoner.${++count}@voorbeeld.example`;
  const { person } = await database.perform(invitePerson, officer, { kern, name: `Bewoner ${count}`, email, consent: "brief" });
  return { person, email };
}
async function manyInvited(number: number, kern: string) {
  const all = [];
  for (let left = number; left > 0; left -= 1) all.push(await invited(kern));
  return all;
}
const accountsInGraph = (): string[] =>
  (JSON.parse(readFileSync(join(stage.directory, `${tenant}.json`), "utf8")) as { users: { mail: string }[] }).users.map(
    ({ mail }) => mail,
  );
async function addressesInTeam(name: string): Promise<string[]> {
  await stage.time.sleep(600_000);
  const { value: teams } = await stage.read<{ value: { id: string; displayName: string }[] }>(tenant, "/teams");
  const id = teams.find(({ displayName }) => displayName === name)?.id ?? "";
  return (await stage.workplace.listMembers(tenant, id)).map(({ email }) => email);
}
const accountOf = (person: string) => within((tx) => personAccount(tx, person));
const sentTo = (kind: RegExp) => stage.sent.filter(({ method, url }) => kind.test(`${method} ${url}`));

test("two hundred people, with Graph failing now and then, are one account, one member and one welcome each; who is refused holds up nobody", async () => {
  reactions = reactionsOn(stage.workplace);
  let invitations = 0;
  stage.faults.rule = ({ method, path }) => {
    if (method !== "POST" || !path.endsWith("/invitations")) return undefined;
    invitations += 1;
    if (invitations % 50 === 0) return { status: 400 };
    if (invitations % 11 === 0) return "lost";
    return invitations % 7 === 0 ? { status: 503 } : undefined;
  };
  const all = [...(await manyInvited(150, "arkel")), ...(await manyInvited(50, "hoornaar"))];
  const teamless = await invited("zonder-team");
  const bulk = sentTo(/members\/add$/).length;
  jobs = await startJobs(database.connections.owner, reactions, { warn: () => undefined });
  await settled(database.connections.owner);

  const accounts = await Promise.all(all.map(({ person }) => accountOf(person)));
  const guests = all.filter((_, index) => accounts[index]?.entraOid);
  const refused = all.filter((_, index) => accounts[index]?.webOnlyReason === "address-refused");
  expect(refused.length).toBeGreaterThan(0);
  expect(guests.length + refused.length).toBe(200);
  const known = accountsInGraph();
  expect(new Set(known).size).toBe(known.length);
  expect([...(await addressesInTeam("Arkel")), ...(await addressesInTeam("Hoornaar"))].sort()).toEqual(
    [...officers, ...officers, ...guests.map(({ email }) => email)].sort(),
  );
  expect([...welcomed].sort()).toEqual([...all, teamless].map(({ person }) => person).sort());
  expect(await accountOf(teamless.person)).toMatchObject({ entraOid: null, webOnlyReason: null });
  const added = sentTo(/members\/add$/).length - bulk;
  expect([added > 0, added < 30]).toEqual([true, true]);
}, 60_000);

test("a process killed right after Microsoft made accounts and members goes on without making or adding anybody twice", async () => {
  welcomed.length = 0;
  let made = 0;
  const dies = {
    ...stage.workplace,
    invite: async (...given: Parameters<Workplace["invite"]>) => {
      const answer = await stage.workplace.invite(...given);
      if (++made > 10) throw new Error("killed");
      return answer;
    },
    addMember: async (...given: Parameters<Workplace["addMember"]>) => {
      await stage.workplace.addMember(...given);
      throw new Error("killed");
    },
  };
  reactions = reactionsOn(dies);
  const all = await manyInvited(25, "hoornaar");
  const named = (name: string) => reactions.find((reaction) => reaction.name === `provisioning.${name}`) as Reaction;
  const event = { municipality: "molenlanden", fact: { fact: "guests-wait" } };
  await expect(named("invite-guests").run(event)).rejects.toThrow("15 could not be invited");
  await expect(named("admit-guests").run(event)).rejects.toThrow("10 could not be put into the team of hoornaar");
  expect(welcomed).toEqual([]);

  await stage.time.sleep(600_000);
  reactions = reactionsOn(stage.workplace);
  jobs = await startJobs(database.connections.owner, reactions, { warn: () => undefined });
  await settled(database.connections.owner);
  const emails = all.map(({ email }) => email);
  const asked = sentTo(/\/invitations$/).map(({ body }) => (body as { invitedUserEmailAddress: string }).invitedUserEmailAddress);
  expect(asked.filter((email) => emails.includes(email)).sort()).toEqual([...emails].sort());
  const team = await addressesInTeam("Hoornaar");
  expect(emails.filter((email) => !team.includes(email))).toEqual([]);
  expect([...welcomed].sort()).toEqual(all.map(({ person }) => person).sort());
  const oids = await Promise.all(all.map(async ({ person }) => (await accountOf(person))?.entraOid ?? ""));
  const posted = JSON.stringify(
    sentTo(/POST .*members(\/add)?$/).flatMap(({ status, body }) => (status !== null && status < 300 ? [body] : [])),
  );
  expect(oids.filter((oid) => posted.split(oid).length !== 2)).toEqual([]);
}, 60_000);

test("who leaves while she waits is not invited, and nobody who waits is forgotten when Microsoft is out of reach", async () => {
  welcomed.length = 0;
  reactions = reactionsOn(stage.workplace);
  const leaves = await invited("arkel");
  const stays = await invited("arkel");
  await database.perform(endMembership, officer, { person: leaves.person, kern: "arkel" });
  stage.faults.rule = ({ path }) => (path.endsWith("/invitations") ? { status: 503 } : undefined);
  const named = reactions.find(({ name }) => name === "provisioning.invite-guests") as Reaction;
  const event = { municipality: "molenlanden", fact: { fact: "guests-wait" } };
  await expect(named.run(event)).rejects.toThrow("1 could not be invited");
  stage.faults.rule = () => undefined;
  jobs = await startJobs(database.connections.owner, reactions, { warn: () => undefined });
  await settled(database.connections.owner);
  expect(welcomed).toEqual([stays.person]);
  expect(accountsInGraph()).toContain(stays.email);
  expect(accountsInGraph()).not.toContain(leaves.email);
});

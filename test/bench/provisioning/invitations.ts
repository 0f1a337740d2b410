/**
 * Ten thousand people on lists of two thousand, through all that Kernplein does with them (database, job queue, invitation, team), by a
 * virtual clock, beside the rate at which Graph takes invitations; each becomes one account, one member and one welcome.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settled, startJobs } from "../../../src/adapters/jobs/queue.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { inviteMany } from "../../../src/members/index.ts";
import { applyProvisioning, makeProvisioningReactions } from "../../../src/provisioning/index.ts";
import type { Workplace } from "../../../src/provisioning/workplace.ts";
import { newId } from "../../../src/shared/ids.ts";
import type { Reaction } from "../../../src/shared/reaction.ts";
import { makeVault } from "../../../src/shared/vault.ts";
import type { Actor, Fact } from "../../../src/shared/work.ts";
import { subscriptions } from "../../../src/subscriptions.ts";
import { makeCore } from "../../../src/wiring/core.ts";
import { files, openPlace, orderOf, type Place, seedOfficers } from "./place.ts";
import { openVirtualGraph, provisionerOn, type VirtualGraph } from "./virtual-graph.ts";

const guests = 10_000;
const perList = 2000;
/** POST /invitations: 150 in 5 s per tenant. */
const limit = { count: 150, perMs: 5000 };
const patienceMs = 3_600_000;

export async function benchInvitations(): Promise<void> {
  console.log(`\nInvite ${guests} guests`);
  const place = await openPlace(files);
  const graph = await openVirtualGraph(place.folder);
  try {
    const figures = await inviteAll(place, graph);
    console.table(figures);
    const { members, accounts, welcomes } = figures;
    const right = members === guests && accounts === guests && welcomes === guests && figures["accounts twice"] === 0;
    if (!right || figures["share of the limit's rate"] < 0.9 || graph.throttled() > 0) process.exitCode = 1;
  } finally {
    await graph.close();
    await place.close();
  }
}

async function inviteAll(place: Place, graph: VirtualGraph) {
  const { clock } = graph;
  const [file] = files;
  if (!file) throw new Error("There is no municipality file.");
  const order = orderOf(file);
  const tenant = order.tenantId;
  await seedOfficers(
    graph.url,
    tenant,
    order.kernen.flatMap(({ officers }) => officers.map(({ email }) => email)),
  );
  const { failures } = await applyProvisioning(provisionerOn(graph, place), order);
  if (failures.length > 0) throw new Error(`The teams could not be made: ${failures[0]?.reason}`);

  const connections = connect(place.databaseUrl);
  let lastInvited = 0;
  const welcomed = new Map<string, number>();
  const welcome: Reaction = {
    name: "notifications.mail-welcome",
    run: async ({ fact }) => {
      const { person } = fact as Fact & { person: string };
      welcomed.set(person, (welcomed.get(person) ?? 0) + 1);
    },
  };
  let reactions: Reaction[] = [];
  const { perform, workshop } = makeCore(
    {
      ...connections,
      // The clock waits for the database too.
      inMunicipality: (municipality, body) => clock.during(() => connections.inMunicipality(municipality, body)),
    },
    ({ fact }) => reactions.filter(({ name }) => subscriptions[fact as keyof typeof subscriptions].includes(name)),
    makeVault("invitations seal nothing, whatever this says"),
    () => new Date(clock.outside.now()),
  );
  const workplace: Workplace = {
    ...graph.workplace,
    invite: async (...given) => {
      const invited = await graph.workplace.invite(...given);
      lastInvited = clock.outside.now();
      return invited;
    },
  };
  reactions = [...makeProvisioningReactions({ workplace, workshop, landingUrl: "https://kernplein.example/" }, perform), welcome];

  const officer: Actor = {
    municipality: order.municipality,
    person: newId(),
    roles: [{ role: "officer", kern: null }],
    channel: "web",
    language: "nl",
  };
  const kernen = file.kernen.map(({ slug }) => slug);
  const from = clock.outside.now();
  const began = performance.now();
  const jobs = await startJobs(connections.owner, reactions, { warn: (_, message) => console.log(message) });
  for (let first = 0; first < guests; first += perList) {
    const rows = Array.from({ length: perList }, (_, index) => {
      const number = first + index;
      return `Inwoner ${number};inwoner-${number}@voorbeeld.example;${kernen[number % kernen.length]};brief`;
    });
    const list = Buffer.from(["naam;e-mail;kern;toestemming", ...rows].join("\n")).toString("base64");
    await perform(inviteMany, officer, { kern: kernen[0], file: list });
  }
  await settled(connections.owner, patienceMs);
  const until = clock.outside.now();
  await jobs.stop();
  const { rows } = await connections.owner.query<{ members: number }>(
    "select count(*) as members from membership m join person p using (municipality_id, person_id) where p.entra_oid is not null and m.waits_for_team_since is null and m.invited_by is not null",
  );
  await connections.close();
  await graph.close();

  const kept = JSON.parse(readFileSync(join(place.folder, "graph", `${tenant}.json`), "utf8")) as { users: { mail: string }[] };
  const mails = kept.users.map(({ mail }) => mail).filter((mail) => mail.startsWith("inwoner-"));
  const leastMs = Math.floor((guests - 1) / limit.count) * limit.perMs;
  return {
    members: rows[0]?.members ?? 0,
    accounts: mails.length,
    "accounts twice": mails.length - new Set(mails).size,
    welcomes: [...welcomed.values()].reduce((sum, times) => sum + times, 0),
    invitations: graph.sent.get("POST /invitations 201") ?? 0,
    "bulk calls": [...graph.sent].reduce(
      (sum, [kind, sent]) => sum + (kind.startsWith("POST /teams/{}/members/add") ? sent : 0),
      0,
    ),
    "429": graph.throttled(),
    "virtual s until the last is invited": Math.round((lastInvited - from) / 1000),
    "virtual s until the last is in the team": Math.round((until - from) / 1000),
    "least s within the limit": leastMs / 1000,
    "share of the limit's rate": Number((leastMs / (lastInvited - from)).toFixed(3)),
    "s of this machine": Math.round((performance.now() - began) / 1000),
  };
}

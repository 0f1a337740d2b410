/** A local Graph over HTTP with the real client in front of it, and time that passes when somebody waits. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnsecuredJWT } from "jose";
import { type Graph, graphWorkplace, openGraph, type SentRequest, type Time } from "../../src/adapters/graph/index.ts";
import { type CatalogApp, type Fault, startLocalGraph } from "../../src/local/graph/index.ts";
import type { Order } from "../../src/provisioning/contract.ts";
import type { Workplace } from "../../src/provisioning/workplace.ts";

const permissions = JSON.parse(readFileSync(new URL("../../infra/entra/permissions.json", import.meta.url), "utf8")) as Record<
  "application" | "resourceSpecific",
  { name: string; reason: string }[]
>;
export const granted = permissions.application.map(({ name }) => name);
export const resourceSpecific = permissions.resourceSpecific.map(({ name }) => name);

export const externalId = "0c5f5a0e-4d1c-4c0a-9d43-6c0a2f6a7f11";
export const catalogApp: CatalogApp = {
  externalId,
  displayName: "Kernplein",
  version: "1.0.0",
  resourceSpecific,
  configurableTab: true,
};

/**
 * Time that stands still until nothing else can happen, then goes on to the next sleeper. While `busy` (a request is on its way) it
 * does not move. Half-way chance, so that runs are alike.
 */
export function virtualTime(busy: () => boolean = () => false): Time {
  const start = Date.parse("2026-11-22T12:00:00Z");
  let now = start;
  let pumping = false;
  const sleepers: { at: number; wake(): void }[] = [];
  function pump() {
    if (busy()) {
      setImmediate(pump);
      return;
    }
    const next = sleepers.sort((one, other) => one.at - other.at).shift();
    pumping = next !== undefined;
    if (!next) return;
    now = Math.max(now, next.at);
    next.wake();
    setImmediate(pump);
  }
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
        if (!pumping) setImmediate(pump);
        pumping = true;
      }),
    random: () => 0.5,
  };
}

/** What people may do with their own hands. */
const everything = [
  "Group.ReadWrite.All",
  "TeamSettings.ReadWrite.All",
  "ChannelSettings.ReadWrite.All",
  "Channel.Delete.All",
  "TeamsTab.ReadWrite.All",
  "TeamMember.ReadWrite.All",
  "TeamsAppInstallation.ReadWriteForTeam.All",
];

export type FaultRule = (request: { method: string; path: string; tenant: string }) => Fault | undefined;

export interface Stage {
  url: string;
  /** Where the local Graph keeps its files. */
  directory: string;
  time: Time;
  graph: Graph;
  workplace: Workplace;
  /** Every attempt the client made. */
  sent: SentRequest[];
  /** What goes wrong from now on. */
  faults: { rule: FaultRule };
  /** Makes employees in a tenant; gives their object ids by address. */
  seed(tenant: string, emails: string[]): Promise<Map<string, string>>;
  /** Reads Graph as an administrator would, past all pacing. */
  read<T>(tenant: string, path: string): Promise<T>;
  /** Changes Graph as somebody in the Teams client or the admin centre would. */
  change(tenant: string, method: string, path: string, body?: unknown): Promise<void>;
  /** Stops and starts on the same files. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  roles?: readonly string[];
  apps?: readonly CatalogApp[];
  pace?: { operationMs: number; visibleAfterMs: number };
}

export async function openStage({ roles = granted, apps = [catalogApp], pace }: StageOptions = {}): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), "local-graph-"));
  let onTheWay = 0;
  const time = virtualTime(() => onTheWay > 0);
  const faults: { rule: FaultRule } = { rule: () => undefined };
  const sent: SentRequest[] = [];
  const token = (tid: string, names: readonly string[]) => new UnsecuredJWT({ tid, roles: names }).encode();
  const start = (port: number) =>
    startLocalGraph({
      directory,
      port,
      host: "127.0.0.1",
      pace: pace ?? { operationMs: 8000, visibleAfterMs: 60_000 },
      verifyToken: async (bearer) => {
        const { payload } = UnsecuredJWT.decode<{ tid: string; roles: string[] }>(bearer);
        return payload;
      },
      catalogApps: apps,
      fault: (request) => faults.rule(request),
      clock: time.now,
    });
  let server = await start(0);
  const url = server.url;
  const tokens = async (tenant: string) => token(tenant, roles);
  const opened = openGraph({
    origin: url,
    tokens: (tenant) => {
      onTheWay += 1;
      return tokens(tenant);
    },
    time,
    record: (request) => {
      onTheWay -= 1;
      sent.push(request);
    },
  });
  const graph = { ...opened, tokens };
  return {
    url,
    directory,
    time,
    graph,
    workplace: graphWorkplace(graph),
    sent,
    faults,
    async seed(tenant, emails) {
      const users = emails.map((mail) => ({ mail, displayName: mail.split("@")[0] }));
      const response = await fetch(`${url}/local/seed`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ tenant, users }),
      });
      const given = (await response.json()) as { users: { id: string; mail: string }[] };
      return new Map(given.users.map(({ id, mail }) => [mail, id]));
    },
    async read<T>(tenant: string, path: string) {
      const all = [...granted, ...["Channel.ReadBasic.All", "TeamsTab.Read.All", "User.Read.All"]];
      await time.sleep(5000);
      const response = await fetch(`${url}/v1.0${path}`, { headers: { Authorization: `Bearer ${token(tenant, all)}` } });
      return (await response.json()) as T;
    },
    async change(tenant, method, path, body) {
      await time.sleep(5000);
      const response = await fetch(`${url}/v1.0${path}`, {
        method,
        headers: { Authorization: `Bearer ${token(tenant, everything)}`, "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    },
    async restart() {
      await server.close();
      server = await start(Number(new URL(url).port));
    },
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An order for kernen with these slugs: two village groups, two officers each. */
export function anOrder(municipality: string, tenantId: string, kernen: readonly string[]): Order {
  return {
    municipality,
    tenantId,
    kernen: kernen.map((slug) => ({
      slug,
      name: slug.charAt(0).toUpperCase() + slug.slice(1),
      villageGroups: [
        { name: "Dorpsoverleg", channel: "Dorpsoverleg" },
        { name: "Jeugd & sport", channel: "Jeugd en sport" },
      ],
      officers: [
        { name: "Officier Een", email: "een@gemeente.example" },
        { name: "Officier Twee", email: "twee@gemeente.example" },
      ],
    })),
    app: {
      externalId,
      permissions: resourceSpecific,
      tabs: (["algemeen", "voorstellen"] as const).map((channel) => ({
        channel,
        name: channel === "algemeen" ? "Kernplein" : "Voorstellen",
        entityId: `${channel}-{kern}`,
        contentUrl: `https://kernplein.example/tab/kernen/{kern}/${channel}`,
        websiteUrl: `https://kernplein.example/kernen/{kern}/${channel}`,
      })),
    },
  };
}

export const officers = ["een@gemeente.example", "twee@gemeente.example"];

interface Found {
  teams: { id: string; displayName: string; description: string }[];
  channels: Map<string, string[]>;
  tabs: Map<string, string[]>;
  owners: Map<string, number>;
}

/** Everything there is in a tenant, read back through Graph: channels, tab entity ids and owners by team name. */
export async function readBack(stage: Stage, tenant: string): Promise<Found> {
  const { value: teams } = await stage.read<{ value: Found["teams"] }>(tenant, "/teams");
  const found: Found = { teams, channels: new Map(), tabs: new Map(), owners: new Map() };
  for (const { id, displayName } of teams) {
    const { value: channels } = await stage.read<{ value: { id: string; displayName: string }[] }>(
      tenant,
      `/teams/${id}/channels`,
    );
    found.channels.set(displayName, channels.map((channel) => channel.displayName).sort());
    const entityIds: string[] = [];
    for (const channel of channels) {
      const path = `/teams/${id}/channels/${encodeURIComponent(channel.id)}/tabs`;
      const { value } = await stage.read<{ value: { configuration: { entityId: string } }[] }>(tenant, path);
      entityIds.push(...value.map((tab) => tab.configuration.entityId));
    }
    found.tabs.set(displayName, entityIds.sort());
    const { value: members } = await stage.read<{ value: { roles: string[] }[] }>(tenant, `/teams/${id}/members`);
    found.owners.set(displayName, members.filter(({ roles }) => roles.includes("owner")).length);
  }
  return found;
}

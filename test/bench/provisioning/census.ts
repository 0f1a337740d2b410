/**
 * Lays what Graph holds beside what the record knows. Reads the local Graph's own files: they also hold what Graph does not show yet,
 * so that nothing hides from the count.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openRecord } from "../../../src/provisioning/record.ts";
import type { Place } from "./place.ts";

interface KeptTeam {
  id: string;
  description: string | null;
  channels: { id: string; displayName: string; tabs: { id: string; configuration: { entityId?: string } }[] }[];
  installedApps: { appId: string }[];
  members: { userId: string }[];
}

interface Kept {
  users: { id: string; mail: string; userType: string }[];
  teams: KeptTeam[];
}

export interface Census {
  teams: number;
  channels: number;
  tabs: number;
  members: number;
  guests: number;
  apps: number;
  duplicates: string[];
  /** In Graph and not on record, or on record and not in Graph. */
  orphans: string[];
}

export async function takeCensus(place: Place, directory: string, municipality: string, tenant: string): Promise<Census> {
  const kept = JSON.parse(readFileSync(join(directory, `${tenant}.json`), "utf8")) as Kept;
  const record = await openRecord(place.workshop, municipality, Date.now);
  const teams = kept.teams.filter(({ description }) => description?.includes(`[kernplein:${municipality}/`));
  const duplicates: string[] = [];
  const orphans: string[] = [];

  function once(what: string, keys: readonly string[]): void {
    const seen = new Set<string>();
    for (const key of keys) {
      if (seen.has(key)) duplicates.push(`${what} ${key}`);
      seen.add(key);
    }
  }

  /** `there`: ids of the objects that Graph holds. */
  function sameAs(resource: Parameters<typeof record.all>[0], there: ReadonlySet<string>, rows = record.all(resource)): void {
    const known = new Set<string>();
    for (const { key, state, graphId } of rows) {
      if (state !== "created" || graphId === null || !there.has(graphId)) orphans.push(`on record only: ${resource} ${key}`);
      else known.add(graphId);
    }
    for (const id of there) if (!known.has(id)) orphans.push(`in Graph only: ${resource} ${id}`);
  }

  const nameOf = ({ description }: KeptTeam) => /\[kernplein:[^\]]+\]/.exec(description ?? "")?.[0] ?? "";
  const channels = teams.flatMap((team) => team.channels.map((channel) => ({ team, channel })));
  const tabs = channels.flatMap(({ team, channel }) => channel.tabs.map((tab) => ({ team, tab })));
  const members = teams.flatMap((team) => team.members.map(({ userId }) => ({ team, userId })));
  const apps = teams.flatMap((team) => team.installedApps.map(({ appId }) => ({ team, appId })));
  const guests = kept.users.filter(({ userType }) => userType === "Guest");

  once("team", teams.map(nameOf));
  once(
    "channel",
    channels.map(({ team, channel }) => `${team.id}/${channel.displayName.toLowerCase()}`),
  );
  once(
    "tab",
    tabs.map(({ team, tab }) => `${team.id}/${tab.configuration.entityId}`),
  );
  once(
    "member",
    members.map(({ team, userId }) => `${team.id}/${userId}`),
  );
  once(
    "app",
    apps.map(({ team, appId }) => `${team.id}/${appId}`),
  );
  once(
    "guest",
    guests.map(({ mail }) => mail.toLowerCase()),
  );

  sameAs("team", new Set(teams.map(({ id }) => id)));
  sameAs("channel", new Set(channels.map(({ channel }) => channel.id)));
  sameAs("tab", new Set(tabs.map(({ tab }) => tab.id)));
  const ofPeople = [...record.all("owner"), ...record.all("member")].map((row) => ({
    ...row,
    graphId: `${row.marker}/${row.graphId}`,
  }));
  sameAs("member", new Set(members.map(({ team, userId }) => `${team.id}/${userId}`)), ofPeople);
  const ofApps = record.all("app").map((row) => ({ ...row, graphId: `${record.get("team", row.key)?.graphId}/${row.graphId}` }));
  sameAs("app", new Set(apps.map(({ team, appId }) => `${team.id}/${appId}`)), ofApps);
  const invited = new Set(members.map(({ userId }) => userId));
  for (const { id, mail } of guests) if (!invited.has(id)) orphans.push(`in Graph only: guest ${mail}`);

  return {
    teams: teams.length,
    channels: channels.length,
    tabs: tabs.length,
    members: members.length,
    guests: guests.length,
    apps: apps.length,
    duplicates,
    orphans,
  };
}

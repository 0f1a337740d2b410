/** What the commands do that need the database only. */
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { diskPhotoStore, makePhotoCleaner } from "../adapters/files/index.ts";
import { type AuditVerdict, verifyAudit } from "../adapters/postgres/audit.ts";
import { makeRoutes, openApiDocument } from "../adapters/web/index.ts";
import { readConfig } from "../config.ts";
import { allMunicipalities, mergedMunicipalities } from "../kernen/index.ts";
import { loadDemo } from "../local/demo/load-demo.ts";
import { removeLocalPostgres } from "../local/postgres.ts";
import { Refused } from "../shared/refused.ts";
import { subscriptions } from "../subscriptions.ts";
import type { TallyView } from "../voting/contract.ts";
import { makeVotingReactions, recount } from "../voting/index.ts";
import { webActions } from "./actions.ts";
import { makeCore } from "./core.ts";
import { type Database, openDatabase } from "./database.ts";
import { loadMunicipalities, readMunicipalityFiles } from "./municipalities.ts";
import { vaultOf } from "./vault.ts";

/** Opens the database of the settings, does the work and closes it again. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), { leaveRunning: true });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Throws away the local folder: database, mails, local Graph, uploads. Refuses when a database server of somebody else is set. */
export async function resetLocal(): Promise<string> {
  const config = readConfig();
  if (!config.local || config.DATABASE_URL)
    throw new Error("Only the local database can be emptied; unset DATABASE_URL and the cloud settings.");
  const folder = resolve(config.LOCAL_FOLDER);
  await removeLocalPostgres(join(folder, "postgres"));
  await rm(folder, { recursive: true, force: true });
  return folder;
}

/** Also of municipalities that merged: their chains end, but stay. */
export async function verifyAudits(): Promise<{ municipality: string; verdict: AuditVerdict }[]> {
  return withDatabase(async ({ connections }) => {
    const verdicts = [];
    const gone = await mergedMunicipalities(connections.db);
    for (const { municipality } of [...(await allMunicipalities(connections.db)), ...gone]) {
      verdicts.push({ municipality, verdict: await connections.inMunicipality(municipality, verifyAudit) });
    }
    return verdicts;
  });
}

/** Looks for the poll in every municipality of the deployment. */
export async function countAgain(poll: string): Promise<{ tally: TallyView; agrees: boolean }> {
  if (!/^[0-9a-f-]{36}$/i.test(poll)) throw new Error(`${poll} is no id of a poll.`);
  return withDatabase(async ({ connections }) => {
    for (const { municipality } of await allMunicipalities(connections.db)) {
      try {
        const { published, agrees } = await connections.inMunicipality(municipality, (tx) => recount(tx, poll));
        return { tally: published, agrees };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.code === "poll-not-open") throw new Error("This poll is not closed yet: nobody sees a running count.");
      }
    }
    throw new Error(`There is no poll ${poll}.`);
  });
}

/** Loads the sample content through the running database; the app need not run. */
export async function loadDemoContent(): Promise<boolean> {
  return withDatabase(async ({ connections }) => {
    const config = readConfig();
    const core = makeCore(
      connections,
      (fact) =>
        makeVotingReactions(core.perform).filter(({ name }) => subscriptions[fact.fact as "poll-planned"]?.includes(name)),
      vaultOf(config),
    );
    const { perform } = core;
    await loadMunicipalities(connections.inMunicipality, await readMunicipalityFiles());
    const { addPhoto } = webActions({ store: diskPhotoStore(join(config.LOCAL_FOLDER, "photos")), cleaner: makePhotoCleaner() });
    return loadDemo({ perform, inMunicipality: connections.inMunicipality, addPhoto, now: new Date() });
  });
}

/** The OpenAPI document as /v1/openapi.json gives it; needs neither database nor network. */
export function apiDescription(): unknown {
  const config = readConfig();
  const publicOrigin = config.PUBLIC_URL ?? "https://kernplein.voorbeeld.example";
  const photos = { store: diskPhotoStore(config.LOCAL_FOLDER), cleaner: makePhotoCleaner() };
  const contact = { name: "Kernplein", email: config.MAIL_FROM, url: publicOrigin };
  return openApiDocument(makeRoutes(webActions(photos)), { publicOrigin, contact });
}

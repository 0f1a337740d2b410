/** The running app: database, local stand-ins where no cloud is set, web, bot, jobs. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import permissions from "../../infra/entra/permissions.json" with { type: "json" };
import { makePhotoCleaner } from "../adapters/files/index.ts";
import { settled, startJobs } from "../adapters/jobs/queue.ts";
import { makePostOffice } from "../adapters/mail/index.ts";
import { drawPoster } from "../adapters/poster/index.ts";
import { hearChanges } from "../adapters/postgres/hear-changes.ts";
import { startWeb, type Web } from "../adapters/web/index.ts";
import type { Config } from "../config.ts";
import type { KernenFact } from "../kernen/contract.ts";
import { allMunicipalities, type MunicipalityFile, mergedMunicipalities } from "../kernen/index.ts";
import { actorForEntra, actorForSession, openEntraSession } from "../members/index.ts";
import type { Reaction, ReactionsTo } from "../shared/reaction.ts";
import type { Perform, Workshop } from "../shared/work.ts";
import { subscribe } from "../subscriptions.ts";
import { webActions } from "./actions.ts";
import { makeEngine } from "./bot.ts";
import { makeCore } from "./core.ts";
import { type Database, openDatabase } from "./database.ts";
import { assertionFor, openWorkplace, type WorkplaceMeans } from "./graph.ts";
import { type LocalCloud, startLocalCloud } from "./local-cloud.ts";
import { loadMunicipalities, readMunicipalityFiles } from "./municipalities.ts";
import { openPhotoStore } from "./photo-store.ts";
import { carryOutAsked, checkDrift, type ProvisionMeans } from "./provision.ts";
import { allReactions } from "./reactions.ts";
import { forgetRunning, noteRunning } from "./running.ts";
import { teamsApp } from "./teams-app.ts";
import { vaultOf } from "./vault.ts";

export interface App {
  config: Config;
  web: Web;
  database: Database;
  perform: Perform;
  workshop: Workshop;
  files: MunicipalityFile[];
  workplace: WorkplaceMeans;
  localCloud: LocalCloud | undefined;
  addPhoto: ReturnType<typeof webActions>["addPhoto"];
  /** Resolves when everything that was decided has also been carried out: mails sent, guests invited. */
  settled(): Promise<void>;
  /** Stops taking requests, lets running jobs end, then closes everything. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Multiplies every rate limit; only benches turn it up. */
  limitFactor?: number;
}

const clientFolder = fileURLToPath(new URL("../../dist/client", import.meta.url));

export async function startApp(config: Config, { limitFactor = 1 }: AppOptions = {}): Promise<App> {
  const log = pino(
    { level: config.LOG_LEVEL },
    pino.destination({ dest: config.local ? join(config.LOCAL_FOLDER, "kernplein.log") : 1, mkdir: true }),
  );
  const files = await readMunicipalityFiles();
  const database = await openDatabase(config);
  const { connections } = database;
  let reactionsTo: ReactionsTo = () => [];
  const { perform, workshop } = makeCore(connections, (fact) => reactionsTo(fact), vaultOf(config));
  await loadMunicipalities(connections.inMunicipality, files);

  let origin = config.PUBLIC_URL ?? "";
  const app = teamsApp(config, permissions.resourceSpecific);
  const localCloud = config.local
    ? await startLocalCloud({
        config,
        connections,
        origin: () => origin,
        graphPermissions: permissions.application.map(({ name }) => name),
        catalogApps: [
          {
            externalId: app.externalId,
            displayName: "Kernplein",
            version: app.version,
            resourceSpecific: app.permissions,
            configurableTab: true,
          },
        ],
      })
    : undefined;
  const photos = {
    store: await openPhotoStore(config),
    cleaner: makePhotoCleaner(),
  };
  const postOffice = makePostOffice({ smtpUrl: config.SMTP_URL ?? localCloud?.smtpUrl ?? "", from: config.MAIL_FROM });
  const municipalities = async () =>
    (await allMunicipalities(connections.db)).map(({ municipality, name, entraTenantId }) => ({
      municipality,
      name,
      tenantId: entraTenantId,
    }));
  const actions = webActions(photos);
  const engine = await makeEngine({ config, connections, perform, log, publicUrl: () => origin });

  const hearing = await hearChanges(database.url, log);
  const web = await startWeb({
    config,
    live: hearing,
    drawPoster,
    perform,
    inMunicipality: connections.inMunicipality,
    municipalities,
    merged: () => mergedMunicipalities(connections.db),
    actions,
    people: { actorForSession, actorForEntra, openEntraSession },
    entra: (publicOrigin) => {
      origin = publicOrigin;
      return localCloud?.entra() ?? productionEntra(config, publicOrigin);
    },
    log,
    extraHandlers: localCloud?.handlers ?? [],
    clientFolder,
    messagesHandler: engine.handle,
    readiness: [
      { name: "database", check: () => connections.owner.query("select 1") },
      { name: "mail", check: () => mustBeReady(postOffice.check()) },
      { name: "files", check: () => photos.store.check() },
      { name: "bot", check: () => mustBeReady(engine.check()) },
    ],
    // Several instances count together; one machine counts in memory.
    limits: { factor: limitFactor, ...(config.local ? {} : { postgres: connections.owner }) },
    trustedProxies: config.TRUSTED_PROXIES,
  });
  origin = web.publicOrigin;
  if (localCloud) noteRunning(config.LOCAL_FOLDER, { pid: process.pid, origin, graphUrl: localCloud.graphUrl });
  await localCloud?.seedStaff(files);

  const workplace = openWorkplace({ config, localCloud });
  const stopping = new AbortController();
  const guests = { workplace: workplace.workplace, workshop, landingUrl: origin, stopping: stopping.signal };
  const provisioning: ProvisionMeans = { config, workshop, files, workplace, publicUrl: origin };
  const reactions: Reaction[] = allReactions({
    connections,
    perform,
    engine,
    postOffice,
    guests,
    publicUrl: origin,
    log,
    clock: () => new Date(),
    workshop,
    checkDrift: (municipality) => checkDrift(provisioning, municipality),
    carryOutRun: (municipality, run) => carryOutAsked(provisioning, municipality, run, stopping.signal),
  });
  reactionsTo = subscribe(reactions);
  const loaded: KernenFact = { fact: "kernen-loaded" };
  for (const { slug } of files) await workshop.inMunicipality(slug, (tx) => workshop.queueReactions(tx, slug, [loaded]));
  const jobs = await startJobs(connections.owner, reactions, log);

  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    if (localCloud) forgetRunning(config.LOCAL_FOLDER);
    await web.close();
    await hearing.close();
    stopping.abort();
    await jobs.stop();
    postOffice.close();
    await localCloud?.close();
    await database.close();
  };
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  return {
    config,
    web,
    database,
    perform,
    workshop,
    files,
    workplace,
    localCloud,
    addPhoto: actions.addPhoto,
    settled: () => settled(connections.owner),
    close,
  };
}

function productionEntra(config: Config, publicOrigin: string) {
  const clientId = config.ENTRA_CLIENT_ID ?? "";
  return {
    authority: config.ENTRA_AUTHORITY,
    clientId,
    audiences: [clientId, `api://${new URL(publicOrigin).host}/${clientId}`],
    clientAssertion: assertionFor(config),
  };
}

async function mustBeReady(checked: Promise<{ ready: true } | { ready: false; reason: string }>): Promise<void> {
  const found = await checked;
  if (!found.ready) throw new Error(found.reason);
}

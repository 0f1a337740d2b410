/** The bot: our answers behind the engine that speaks the Bot Framework protocol. */
import type { Connections } from "../adapters/postgres/connect.ts";
import {
  type BotActions,
  type BotKnowledge,
  type Engine,
  type EngineLog,
  makeBot,
  makeBotToken,
  makePacer,
  openEngine,
} from "../adapters/teams/index.ts";
import type { Config } from "../config.ts";
import {
  allMunicipalities,
  calledNow,
  contactOf,
  kernOf,
  mergedMunicipalities,
  municipalityOf,
  viewKern,
} from "../kernen/index.ts";
import { answerInvitation, listMeetings, viewMeeting } from "../meetings/index.ts";
import { actorForEntra, decideJoinRequest, noteGuests } from "../members/index.ts";
import { reportMessage, viewDesk } from "../moderation/index.ts";
import {
  listProposals,
  publishProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  supportProposal,
  viewProposal,
} from "../proposals/index.ts";
import { kernOfTeam } from "../provisioning/index.ts";
import type { Perform } from "../shared/work.ts";
import { listPolls, outcomeInWords, viewPoll } from "../voting/index.ts";

/** What people can do from a chat; the same that the web's routes call. */
export const botActions: BotActions = {
  listProposals,
  viewProposal,
  supportProposal,
  saveDraft,
  submitProposal,
  publishProposal,
  returnProposal,
  listPolls,
  viewPoll,
  listMeetings,
  viewMeeting,
  answerInvitation,
  viewKern,
  viewDesk,
  decideJoinRequest,
  reportMessage,
  noteGuests,
};

export interface BotMeans {
  config: Config;
  connections: Connections;
  perform: Perform;
  log: EngineLog;
  /** Known once the server listens. */
  publicUrl(): string;
}

/** What the bot asks the slices about, on this database. */
export function botKnowledge(db: Connections["db"]): BotKnowledge {
  return {
    municipalityOfTenant: async (tenant) =>
      (await allMunicipalities(db)).find(({ entraTenantId }) => entraTenantId.toLowerCase() === tenant),
    municipalityAfter: async (tenant) => {
      const merged = await mergedMunicipalities(db);
      const left = merged.find(({ leftTenant }) => leftTenant === tenant);
      return left && (calledNow({ municipality: left.municipality, kern: null }, merged) ?? undefined);
    },
    municipalityOf,
    kernOfTeam,
    kernOf,
    contactOf,
    actorForEntra,
    outcomeInWords,
  };
}

/** Without a bot id (one machine) the engine listens to that machine only. */
export async function makeEngine({ config, connections, perform, log, publicUrl }: BotMeans): Promise<Engine> {
  const { inMunicipality, db } = connections;
  const knows = botKnowledge(db);
  const bot = makeBot(
    {
      knows,
      actions: botActions,
      perform,
      inMunicipality,
      get publicUrl() {
        return publicUrl();
      },
      photoUrl: () => null,
    },
    log,
  );
  const pacer = makePacer({ municipalityOfTenant: knows.municipalityOfTenant, inMunicipality });
  return openEngine(config.BOT_ENGINE, { bot: identityOf(config), answer: bot, pacer, log });
}

function identityOf(config: Config) {
  const { BOT_ID: botId, BOT_TENANT_ID: tenantId } = config;
  if (!botId || !tenantId) return null;
  const proof = config.ENTRA_CERTIFICATE_FILE
    ? { certificateFile: config.ENTRA_CERTIFICATE_FILE }
    : { managedIdentityClientId: config.ENTRA_MANAGED_IDENTITY_CLIENT_ID ?? "" };
  return {
    botId,
    tenantId,
    token: makeBotToken({ botId, tenantId, proof }),
    ...(config.BOT_OPENID_METADATA_URL ? { openIdMetadataUrl: config.BOT_OPENID_METADATA_URL } : {}),
  };
}

/** Joins the database, the queue and the audit into `perform`, the one door. */
import { makeQueue } from "../adapters/jobs/queue.ts";
import { appendAudit } from "../adapters/postgres/audit.ts";
import type { Connections } from "../adapters/postgres/connect.ts";
import { tellChanges } from "../adapters/postgres/tell-changes.ts";
import { toldOf } from "../live.ts";
import type { ReactionsTo } from "../shared/reaction.ts";
import type { Vault } from "../shared/vault.ts";
import { makePerform, type Perform, type Workshop } from "../shared/work.ts";

export interface Core {
  perform: Perform;
  workshop: Workshop;
}

export function makeCore(
  connections: Connections,
  reactionsTo: ReactionsTo,
  vault: Vault,
  clock: () => Date = () => new Date(),
): Core {
  const queue = makeQueue(reactionsTo);
  const workshop: Workshop = {
    inMunicipality: connections.inMunicipality,
    async queueReactions(tx, municipality, facts) {
      await queue(tx, municipality, facts);
      await tellChanges(tx, municipality, toldOf(facts));
    },
    audit: appendAudit,
    vault,
    clock,
  };
  return { perform: makePerform(workshop), workshop };
}

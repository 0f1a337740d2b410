import { contactOf, kernOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { type MessageReportedView, type ModerationFact, reportMessageInput } from "./contract.ts";
import { findReport, lockReporter, reportsSince, saveReport } from "./report-store.ts";
import { longestCountedMs, mayReport, mayReportAgainAt } from "./rules.ts";

/**
 * Somebody asks the officer of a kern to look at a message. The officer reads its text, not who reported it; the audit knows. Sending
 * the same report (`report`) again mails nobody twice. Refuses who takes part nowhere, and so everybody who is blocked; and who reported
 * too many in an hour or a day ("too-many-reports", with whom to call).
 */
export const reportMessage = action({
  name: "moderation.report-message",
  kind: "change",
  input: reportMessageInput,
  async run({ tx, actor, now, announce, concerns }, { report, kern, text, why, link }): Promise<MessageReportedView> {
    concerns(`report ${report}`);
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayReport(actor)) throw new Refused("not-a-member");
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    await lockReporter(tx, actor.person);
    if (await findReport(tx, actor.person, report)) return { report };
    const since = after(now, -longestCountedMs);
    const againAt = mayReportAgainAt(await reportsSince(tx, actor.person, since), now);
    if (againAt) {
      const { name, phone } = await contactOf(tx, kern);
      throw new Refused("too-many-reports", { againAt: againAt.toISOString(), name, phone });
    }
    await saveReport(tx, actor.municipality, { person: actor.person, report, at: now, since });
    announce({ fact: "message-reported", report, kern, text, why, link } satisfies ModerationFact);
    return { report };
  },
});

import { kernOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MessageReportedView, type ModerationFact, reportMessageInput } from "./contract.ts";
import { mayReport } from "./rules.ts";

/**
 * Somebody asks the officer of a kern to look at a message. The officer reads its text, not who reported it; the audit knows. Sending
 * the same report (`report`) again mails nobody twice. Refuses who takes part nowhere, and so everybody who is blocked.
 */
export const reportMessage = action({
  name: "moderation.report-message",
  kind: "change",
  input: reportMessageInput,
  async run({ tx, actor, announce, concerns }, { report, kern, text, why, link }): Promise<MessageReportedView> {
    concerns(`report ${report}`);
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayReport(actor)) throw new Refused("not-a-member");
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    announce({ fact: "message-reported", report, kern, text, why, link } satisfies ModerationFact);
    return { report };
  },
});

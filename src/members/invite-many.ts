import { newId } from "../shared/ids.ts";
import { action } from "../shared/work.ts";
import { type InvitationsMade, invitationsInput } from "./contract.ts";
import { writeCsv } from "./csv.ts";
import { webOnlyReasonOf } from "./enrol.ts";
import { isInvited } from "./invitation-verdicts.ts";
import { verdictInWords } from "./invitation-words.ts";
import { judgeInvitations, rowView } from "./judge-invitations.ts";
import { letIn } from "./let-in.ts";
import { startMemberships } from "./people-store.ts";

/**
 * Makes everybody on the list a member whose row is in order; the invitation and its mail follow. The same list once more invites
 * nobody twice: those rows are then "already-member". Rows that were not invited come back as a file. Refuses as `judgeInvitations`.
 */
export const inviteMany = action({
  name: "members.invite-many",
  kind: "change",
  input: invitationsInput,
  async run(work, input): Promise<InvitationsMade> {
    const { tx, actor, now, concerns } = work;
    concerns(`kern ${input.kern}`);
    const { heading, rows } = await judgeInvitations(work, input);
    const invitees = rows.flatMap(({ verdict, entry }) => {
      const { kern = "", name = "", email = "", language = "nl", consent = "" } = entry;
      return isInvited(verdict)
        ? [{ person: newId(), kern, name, email, language, consent, webOnlyReason: webOnlyReasonOf(email) }]
        : [];
    });
    const begun = await startMemberships(tx, invitees, actor.person ?? "", now);
    await letIn(work, "member-accepted", begun);
    concerns(`kern ${input.kern}: ${begun.length} of ${rows.length} invited`);

    const began = new Set(begun.map(({ email, kern }) => `${email} ${kern}`));
    const told = rows.map((row) =>
      isInvited(row.verdict) && !began.has(`${row.entry.email} ${row.entry.kern}`)
        ? { ...row, verdict: "already-member" as const, about: null }
        : row,
    );
    const failed = told.filter(({ verdict }) => !isInvited(verdict));
    const words = (row: (typeof failed)[number]) => [...row.fields, verdictInWords(row, actor.language)];
    return {
      rows: told.map(rowView),
      willInvite: 0,
      invited: begun.length,
      failedRows:
        failed.length > 0 ? writeCsv([[...heading, actor.language === "nl" ? "reden" : "reason"], ...failed.map(words)]) : null,
    };
  },
});

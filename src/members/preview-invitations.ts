import { action } from "../shared/work.ts";
import { type InvitationsPreview, invitationsInput } from "./contract.ts";
import { isInvited } from "./invitation-verdicts.ts";
import { judgeInvitations, rowView } from "./judge-invitations.ts";

/** What would come of each row of a list; nothing is stored or sent. Refuses as `judgeInvitations` does. */
export const previewInvitations = action({
  name: "members.preview-invitations",
  kind: "view",
  input: invitationsInput,
  async run(work, input): Promise<InvitationsPreview> {
    const { rows } = await judgeInvitations(work, input);
    return { rows: rows.map(rowView), willInvite: rows.filter(({ verdict }) => isInvited(verdict)).length };
  },
});

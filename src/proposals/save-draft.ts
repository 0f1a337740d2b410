import { kernOf } from "../kernen/index.ts";
import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Work } from "../shared/work.ts";
import { askerOf, signedIn } from "./asker.ts";
import { type ProposalView, saveDraftInput } from "./contract.ts";
import { addEvent } from "./event-store.ts";
import { refuseEdit, refusePosting } from "./rules.ts";
import { proposalView } from "./show.ts";
import { type DraftContent, findProposal, insertDraft, lockProposal, type StoredProposal, saveContent } from "./store.ts";
import { findPhotoOwner } from "./uploads-store.ts";

/**
 * Keeps what somebody is writing, however unfinished: a new draft, or the next version of her own draft or returned proposal.
 * Refuses who does not take part in the kern, an unknown photo, a proposal that was handed in ("already-decided"), and a version that
 * is not the newest ("changed-meanwhile", with the newest). The view's `version` goes with the next save.
 */
export const saveDraft = action({
  name: "proposals.save-draft",
  kind: "change",
  input: saveDraftInput,
  async run(work, { proposal, version, ...content }): Promise<ProposalView> {
    const { tx, actor } = work;
    const author = signedIn(actor);
    if (!(await kernOf(tx, content.kern))) throw new Refused("not-found");
    const refusal = refusePosting(askerOf(actor, { kern: content.kern, author }));
    if (refusal) throw new Refused(refusal);
    if (content.photo !== null && (await findPhotoOwner(tx, content.photo)) === undefined)
      throw new Refused("invalid-input", { fields: [{ path: "photo", message: "invalid-id" }] });
    const id = proposal ?? newId();
    work.concerns(`proposal ${id}`);
    const found = proposal === undefined ? undefined : await lockProposal(tx, proposal);
    if (found) await change(work, found, content, version);
    else if (version === undefined) await begin(work, id, author, content);
    else throw new Refused("not-found");
    const saved = await findProposal(tx, id);
    if (!saved) throw new Refused("not-found");
    return proposalView(tx, actor, saved);
  },
});

async function begin({ tx, actor, now }: Work, proposal: string, author: string, content: DraftContent): Promise<void> {
  const fresh = await insertDraft(tx, { ...content, municipality: actor.municipality, proposal, author, at: now });
  if (!fresh) throw new Refused("changed-meanwhile");
  await addEvent(tx, actor.municipality, proposal, { event: "created", at: now, person: author });
}

async function change({ tx, actor, now }: Work, found: StoredProposal, content: DraftContent, version?: number): Promise<void> {
  const asker = askerOf(actor, found);
  if (!asker.author) throw new Refused("not-found");
  const refusal = refuseEdit(found, asker);
  if (refusal) throw new Refused(refusal, { state: found.state });
  if (version !== undefined && version !== found.version) throw new Refused("changed-meanwhile", { version: found.version });
  await saveContent(tx, found.proposal, content, now);
}

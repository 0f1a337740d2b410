import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { askerOf, signedIn } from "./asker.ts";
import { type PhotoContent, viewPhotoInput } from "./contract.ts";
import type { PhotoStore } from "./photo-store.ts";
import { isVisible } from "./rules.ts";
import { findPhotoOwner, findProposalsWith } from "./uploads-store.ts";

/** Makes the action that gives a photo's bytes to whoever may read a proposal that shows it, and to who uploaded it. */
export function makeViewPhoto({ store }: { store: PhotoStore }) {
  return action({
    name: "proposals.view-photo",
    kind: "view",
    input: viewPhotoInput,
    async run({ tx, actor }, { photo }): Promise<PhotoContent> {
      const person = signedIn(actor);
      const owner = await findPhotoOwner(tx, photo);
      if (owner === undefined) throw new Refused("not-found");
      const shownIn = owner === person ? [] : await findProposalsWith(tx, photo);
      const allowed = owner === person || shownIn.some((found) => isVisible(found, askerOf(actor, found)));
      const content = allowed ? await store.get(actor.municipality, photo) : null;
      if (!content) throw new Refused("not-found");
      return content;
    },
  });
}

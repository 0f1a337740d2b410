import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { addPhotoInput, type PhotoView } from "./contract.ts";
import type { PhotoCleaner } from "./photo-cleaner.ts";
import type { PhotoStore } from "./photo-store.ts";
import { insertPhoto } from "./uploads-store.ts";

const largestUpload = 8 * 1024 * 1024;

/**
 * Makes the action that takes an upload: cleaned, stored, recorded; its id goes into a draft. Refuses more than 8 MB
 * ("photo-too-large") and what is no picture ("photo-unreadable"). Bytes whose transaction fails afterwards lie there unused.
 */
export function makeAddPhoto({ store, cleaner }: { store: PhotoStore; cleaner: PhotoCleaner }) {
  return action({
    name: "proposals.add-photo",
    kind: "change",
    input: addPhotoInput,
    async run({ tx, actor, now, concerns }, { bytes }): Promise<PhotoView> {
      const owner = signedIn(actor);
      if (bytes.byteLength > largestUpload) throw new Refused("photo-too-large");
      const clean = await cleaner.clean(bytes);
      const photo = newId();
      concerns(`photo ${photo}`);
      await insertPhoto(tx, {
        municipality: actor.municipality,
        photo,
        owner,
        contentType: clean.contentType,
        width: clean.width,
        height: clean.height,
        bytes: clean.bytes.byteLength,
        at: now,
      });
      await store.put(actor.municipality, photo, clean.bytes, clean.contentType);
      return { photo, width: clean.width, height: clean.height };
    },
  });
}

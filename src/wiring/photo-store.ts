/** Where photos are kept: Azure when it is set, else this machine's disk. */
import { join } from "node:path";
import { diskPhotoStore } from "../adapters/files/index.ts";
import type { Config } from "../config.ts";
import type { PhotoStore } from "../proposals/photo-store.ts";

/** Azure's library is loaded only where photos are kept there. */
export async function openPhotoStore({
  FILES_BLOB_URL,
  ENTRA_MANAGED_IDENTITY_CLIENT_ID,
  LOCAL_FOLDER,
}: Pick<Config, "FILES_BLOB_URL" | "ENTRA_MANAGED_IDENTITY_CLIENT_ID" | "LOCAL_FOLDER">): Promise<PhotoStore> {
  if (!FILES_BLOB_URL) return diskPhotoStore(join(LOCAL_FOLDER, "photos"));
  const { blobPhotoStore } = await import("../adapters/files/blob.ts");
  return blobPhotoStore(FILES_BLOB_URL, ENTRA_MANAGED_IDENTITY_CLIENT_ID);
}

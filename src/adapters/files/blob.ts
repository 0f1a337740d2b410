/** Photos in Azure Blob Storage, reached with the deployment's managed identity; no key or connection string anywhere. */
import { DefaultAzureCredential } from "@azure/identity";
import { ContainerClient, RestError } from "@azure/storage-blob";
import type { PhotoStore } from "../../proposals/photo-store.ts";

/**
 * `containerUrl`: https://account.blob.core.windows.net/container, which must exist and be private.
 * The identity (`managedIdentityClientId`, or the system's own) needs the role "Storage Blob Data Contributor" on it.
 */
export function blobPhotoStore(containerUrl: string, managedIdentityClientId?: string): PhotoStore {
  const container = new ContainerClient(
    containerUrl,
    new DefaultAzureCredential(managedIdentityClientId ? { managedIdentityClientId } : {}),
  );
  const blob = (municipality: string, photo: string) => container.getBlockBlobClient(`${municipality}/${photo}`);
  return {
    async put(municipality, photo, bytes, contentType) {
      await blob(municipality, photo).uploadData(bytes, { blobHTTPHeaders: { blobContentType: contentType } });
    },
    async get(municipality, photo) {
      try {
        const answer = await blob(municipality, photo).download();
        const chunks: Buffer[] = [];
        for await (const chunk of answer.readableStreamBody ?? []) chunks.push(Buffer.from(chunk));
        return { bytes: new Uint8Array(Buffer.concat(chunks)), contentType: answer.contentType ?? "application/octet-stream" };
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return null;
        throw error;
      }
    },
    async check() {
      try {
        const probe = blob("check", "probe");
        await probe.uploadData(new Uint8Array([1]));
        await probe.delete();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(
          `Photos cannot be kept in ${containerUrl} (${why}). Give the managed identity "Storage Blob Data Contributor" on it.`,
        );
      }
    },
  };
}

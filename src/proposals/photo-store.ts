import type { PhotoContent } from "./contract.ts";

/** Port: where the bytes of photos are kept. `photo` is the id of the row that tells whose it is. */
export interface PhotoStore {
  put(municipality: string, photo: string, bytes: Uint8Array, contentType: string): Promise<void>;
  get(municipality: string, photo: string): Promise<PhotoContent | null>;
  /** Writes and removes a few bytes; rejects with one sentence for an administrator when that does not work. */
  check(): Promise<void>;
}

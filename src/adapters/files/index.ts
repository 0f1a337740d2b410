/** Front door of the files adapter. */
export { blobPhotoStore } from "./blob.ts";
export { diskPhotoStore } from "./disk.ts";
export { makePhotoCleaner } from "./photo-cleaner.ts";

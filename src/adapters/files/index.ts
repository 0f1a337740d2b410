/** Front door of the files adapter. */
export { diskPhotoStore } from "./disk.ts";
export { makePhotoCleaner } from "./photo-cleaner.ts";

/** Preloaded by `npm start`: keeps compiled code on disk, which halves the time from the second start on. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../../.local/compile-cache", import.meta.url)));

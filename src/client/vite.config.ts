import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compileAhead } from "./compile-ahead.ts";
import { precompress } from "./precompress.ts";
import { preloadFirst } from "./preload-first.ts";
import { serviceWorkerPlugin, workerFile } from "./service-worker-plugin.ts";

const workerSource = "offline/service-worker.ts";
const earlySource = "early.ts";

/** What runs before the first file: it stays small, for it comes over the same line. */
const early = [
  ...["early", "call", "problem", "kernen/home-at", "kernen/home-questions", "kit/device-memory", "kit/painted"],
  ...["offline/drawn-home", "offline/read-here", "offline/show-drawn", "../shared/links"],
].map((name) => join(import.meta.dirname, `${name}.ts`));

/**
 * Builds the client to dist/client: hashed files under /assets, each with a .gz and .br twin, and the service worker. The server puts a
 * fresh nonce in the place of __CSP_NONCE__ with every page it sends.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  // React has had this itself since version 18; a library still brings its own.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" }] },
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../../dist/client",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // No data: addresses in style sheets or pages, so that the policy needs none.
    assetsInlineLimit: 0,
    // The budget of the first file is held by test/client/bundle.test.ts, packed.
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: {
        index: join(import.meta.dirname, "index.html"),
        worker: join(import.meta.dirname, workerSource),
        early: join(import.meta.dirname, earlySource),
      },
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? workerFile : "assets/[name]-[hash].js"),
        // All that the first page needs in one file: it packs smaller than thirty, and a slow phone asks once. Apart from it only what
        // asks the server meanwhile. What many pages share comes in few files as well: each file costs a slow phone some ten milliseconds.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "early", test: (id) => early.includes(id), priority: 3 },
            { name: "first", tags: ["$initial"], test: (id) => !id.endsWith(workerSource), priority: 2 },
            { name: "kit", test: /client\/kit\/(?!map\.)/, minShareCount: 3, priority: 1 },
            { name: "controls", test: /node_modules\/@(fluentui\/react-(?!chart)|tanstack\/)/, minShareCount: 3, priority: 1 },
            { name: "grounds", test: /@fluentui\/tokens\//, minShareCount: 2, priority: 1 },
            { name: "offline", test: /client\/offline\/(bring-back|keep)/, priority: 1 },
            { name: "meetings", test: /client\/meetings\//, minShareCount: 2, priority: 1 },
            { name: "proposals", test: /client\/proposals\//, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [react(), preloadFirst(), compileAhead(), serviceWorkerPlugin(), precompress()],
});

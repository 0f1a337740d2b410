import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompress } from "./precompress.ts";
import { preloadFirst } from "./preload-first.ts";
import { serviceWorkerPlugin, workerFile } from "./service-worker-plugin.ts";

const workerSource = "offline/service-worker.ts";

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
      },
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? workerFile : "assets/[name]-[hash].js"),
        // All that the first page needs in one file: it packs smaller than thirty, and a slow phone asks once.
        // What many pages share of our own comes in one file as well.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "first", tags: ["$initial"], test: (id) => !id.endsWith(workerSource), priority: 2 },
            { name: "kit", test: /client\/kit\//, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [react(), preloadFirst(), serviceWorkerPlugin(), precompress()],
});

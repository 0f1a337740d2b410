import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompress } from "./precompress.ts";

/**
 * Builds the client to dist/client: hashed files under /assets, each with a .gz and .br twin. The server puts a fresh nonce in the
 * place of __CSP_NONCE__ with every page it sends.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../../dist/client",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // No data: addresses in style sheets or pages, so that the policy needs none.
    assetsInlineLimit: 0,
  },
  plugins: [react(), precompress()],
});

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const worthwhile = /\.(js|css|svg)$/;

/** Writes file.gz and file.br beside every script, style sheet and drawing of the build, so that the server never compresses. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle(options) {
      const folder = options.dir ?? "";
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files
          .filter((file) => worthwhile.test(file))
          .map(async (file) => {
            const path = join(folder, file);
            const content = await readFile(path);
            const best = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
            await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
            await writeFile(`${path}.br`, brotliCompressSync(content, { params: best }));
          }),
      );
    },
  };
}

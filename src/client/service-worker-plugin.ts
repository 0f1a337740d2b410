import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk;

/** The file of the service worker: at the top, for it serves the whole site, and always under one name. */
export const workerFile = "dienst.js";

/** Tells the service worker which files the first page takes and which there are; so each build has another worker. */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle[workerFile];
        if (worker?.type !== "chunk") throw new Error(`The build has no ${workerFile}.`);
        const files = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
        const list = (names: readonly string[]) => JSON.stringify(names.map((name) => `/${name}`).sort());
        worker.code = worker.code
          .replaceAll("__FIRST_FILES__", list(firstFiles(bundle, files)))
          .replaceAll("__ALL_FILES__", list(files));
      },
    },
  };
}

/** The entry of the page and all that it imports at once, with their style sheets. */
function firstFiles(bundle: Rolldown.OutputBundle, files: readonly string[]): string[] {
  const chunks = new Map(
    Object.values(bundle).flatMap((one): [string, Chunk][] => (one.type === "chunk" ? [[one.fileName, one]] : [])),
  );
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !files.includes(name)) return;
    seen.add(name);
    for (const style of chunks.get(name)?.viteMetadata?.importedCss ?? []) seen.add(style);
    for (const other of chunks.get(name)?.imports ?? []) visit(other);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry && chunk.fileName !== workerFile) visit(chunk.fileName);
  return [...seen];
}

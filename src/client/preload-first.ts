import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** What nearly every first page asks for as soon as its first file runs: Dutch words, and the colours of who has not chosen dark ones. */
const wanted: readonly { source: string; media?: string }[] = [
  { source: "shell/texts.nl.ts" },
  { source: "kernen/texts.nl.ts" },
  { source: "grounds/light.ts", media: "(prefers-color-scheme: light)" },
];

/** Runs as soon as it is there, before the first file. */
const early = "early.ts";

/** Lets the page ask for these beside its first file instead of after it: on a slow line that is one journey less. */
export function preloadFirst(): Plugin {
  return {
    name: "preload-first",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const script: HtmlTagDescriptor = {
          tag: "script",
          attrs: {
            type: "module",
            async: true,
            crossorigin: true,
            nonce: "__CSP_NONCE__",
            src: `/${fileOf(bundle, early).fileName}`,
          },
          injectTo: "head-prepend",
        };
        const preloads = wanted.flatMap(({ source, media }) =>
          filesFor(bundle, source).map((file): HtmlTagDescriptor => {
            const attrs = { rel: "modulepreload", crossorigin: true, href: `/${file}`, ...(media && { media }) };
            return { tag: "link", attrs, injectTo: "head" };
          }),
        );
        return [script, ...preloads];
      },
    },
  };
}

function fileOf(bundle: Rolldown.OutputBundle, source: string): Rolldown.OutputChunk {
  for (const one of Object.values(bundle))
    if (one.type === "chunk" && one.facadeModuleId?.endsWith(`/client/${source}`)) return one;
  throw new Error(`The build has no file for ${source}.`);
}

/** The file of a source and those it imports, without what the entry has loaded anyway. */
function filesFor(bundle: Rolldown.OutputBundle, source: string): string[] {
  const found = fileOf(bundle, source);
  const entry = fileOf(bundle, "index.html");
  const known = new Set([entry.fileName, ...entry.imports]);
  return [found.fileName, ...found.imports].filter((file) => !known.has(file));
}

/** What a browser fetches for the first page somebody sees, out of Vite's manifest of the build. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
export type Manifest = Record<string, Chunk>;

export const builtClient = join(import.meta.dirname, "../../dist/client");

/** The manifest of the last build; null when the client was not built. */
export async function lastBuild(): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(join(builtClient, ".vite/manifest.json"), "utf8")) as Manifest;
  } catch {
    return null;
  }
}

/** The files of these sources and of all they import at once, each once. */
export function filesOf(manifest: Manifest, sources: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (source: string) => {
    const chunk = manifest[source];
    if (!chunk) throw new Error(`The build has no ${source}`);
    if (seen.has(source)) return;
    seen.add(source);
    for (const each of chunk.imports ?? []) visit(each);
  };
  for (const source of sources) visit(source);
  return [...seen].map((source) => manifest[source]?.file ?? "");
}

/** Bytes of JavaScript, as the server sends them to a browser that takes gzip. */
export async function gzippedBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.filter((file) => file.endsWith(".js")).map(async (file) => (await readFile(join(builtClient, `${file}.gz`))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** All that the home of a kern takes on a first visit in Dutch. */
export const kernHome = ["index.html", "grounds/light.ts", "shell/texts.nl.ts", "kernen/texts.nl.ts"];

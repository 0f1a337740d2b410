/** The zip that a municipality's administrator uploads to Teams. */
import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { type IconFiles, ownIcons, readIcons } from "./icons.ts";
import { buildManifest, type PackageOptions } from "./manifest.ts";

/** The same input gives the same file, byte for byte: the oldest date a zip can hold. */
const noDate = new Date(1980, 0, 1);

/**
 * Writes the app package of one municipality to `out` (a file; its folder is made) and gives its path. Nothing is written when the
 * manifest does not follow Microsoft's schema, or an icon is not as Teams wants it: then this throws with every fault.
 */
export async function makePackage(options: PackageOptions & { out: string; icons?: IconFiles }): Promise<string> {
  const { manifest, languages } = await buildManifest(options);
  const icons = await readIcons(options.icons ?? ownIcons);
  const zip = new ZipFile();
  const add = (name: string, content: Buffer) => zip.addBuffer(content, name, { mtime: noDate, forceDosTimestamp: true });
  add("manifest.json", asJson(manifest));
  for (const [name, texts] of Object.entries(languages)) add(name, asJson(texts));
  for (const [name, picture] of Object.entries(icons)) add(`${name}.png`, picture);
  zip.end();
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(`${out}.part`));
  await rename(`${out}.part`, out);
  return out;
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

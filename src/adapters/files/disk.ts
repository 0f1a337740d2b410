/** Photos in a folder: `<folder>/<municipality>/<first two of the id>/<id>.jpg`. The default, for one machine. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { PhotoStore } from "../../proposals/photo-store.ts";

const extensions: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/webp": "webp" };
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `folder` is made when missing. Names are checked, so that no id can lead out of it. */
export function diskPhotoStore(folder: string): PhotoStore {
  const root = resolve(folder);
  const pathOf = (municipality: string, photo: string, extension: string) => {
    if (!slug.test(municipality) || !uuid.test(photo)) throw new Error("A photo is kept by municipality and UUID only.");
    return join(root, municipality, photo.slice(0, 2), `${photo}.${extension}`);
  };
  return {
    async put(municipality, photo, bytes, contentType) {
      const extension = extensions[contentType];
      if (!extension) throw new Error(`Photos of type ${contentType} are not kept.`);
      await writeWhole(pathOf(municipality, photo, extension), bytes);
    },
    async get(municipality, photo) {
      for (const [contentType, extension] of Object.entries(extensions)) {
        const bytes = await readIfThere(pathOf(municipality, photo, extension));
        if (bytes) return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), contentType };
      }
      return null;
    },
    async check() {
      const probe = join(root, `.check-${randomUUID()}`);
      try {
        await writeWhole(probe, new Uint8Array([1]));
        await rm(probe);
      } catch (error) {
        throw new Error(`Photos cannot be kept in ${root} (${reasonOf(error)}). Give the app the right to write there.`);
      }
    },
  };
}

/** Written beside its place and moved there: a reader sees the whole file or none, also after a power cut. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

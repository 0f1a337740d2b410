/** The built client on disk: which files there are (read once), their compressed twins, and the page with its nonce. */
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { assetHeaders, becomeDocument } from "./headers.ts";

const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  json: "application/json",
  webmanifest: "application/manifest+json",
  txt: "text/plain; charset=utf-8",
  map: "application/json",
};

interface ClientFile {
  path: string;
  size: number;
  type: string;
  twins: { encoding: "br" | "gzip"; path: string; size: number }[];
}

export interface ClientFiles {
  /** Sends the file at this address; false when there is none. */
  sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  /** The page with `nonce` in place; undefined while the client has not been built. */
  page(nonce: string): Promise<string | undefined>;
}

const noncePlaceholder = "__CSP_NONCE__";

/** Only what was in the folder when it was listed is ever served, so no address can lead out of it. A new build is noticed. */
export function clientFiles(folder: string): ClientFiles {
  let listed: { files: Map<string, ClientFile>; page: string | undefined; builtAt: number } | undefined;

  async function current() {
    const builtAt = await stat(join(folder, "index.html")).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (listed?.builtAt !== builtAt) {
      const page = builtAt === 0 ? undefined : await readFile(join(folder, "index.html"), "utf8");
      listed = { files: builtAt === 0 ? new Map() : await list(folder), page, builtAt };
    }
    return listed;
  }

  return {
    async page(nonce) {
      return (await current()).page?.replaceAll(noncePlaceholder, nonce);
    },
    async sendFile(request, response, path) {
      const file = (await current()).files.get(path);
      if (!file) return false;
      const wanted = String(request.headers["accept-encoding"] ?? "");
      const twin = file.twins.find(({ encoding }) => new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\b)`).test(wanted));
      becomeDocument(response, assetHeaders(path.startsWith("/assets/")));
      if (file.twins.length > 0) response.setHeader("Vary", "Accept-Encoding");
      if (twin) response.setHeader("Content-Encoding", twin.encoding);
      response.writeHead(200, { "Content-Type": file.type, "Content-Length": twin?.size ?? file.size });
      if (request.method === "HEAD") response.end();
      else await pipeline(createReadStream(twin?.path ?? file.path), response);
      return true;
    },
  };
}

async function list(folder: string): Promise<Map<string, ClientFile>> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    sizes.set(path, (await stat(path)).size);
  }
  const files = new Map<string, ClientFile>();
  for (const [path, size] of sizes) {
    const address = path.slice(folder.length).split(sep).join("/").replace(/^\/?/, "/");
    const type = types[/\.(\w+)$/.exec(address)?.[1] ?? ""];
    // What begins with a dot (the build's own manifest) is not for the world; index.html goes out with a nonce only.
    if (!type || address.includes("/.")) continue;
    const twins = (["br", "gzip"] as const).flatMap((encoding) => {
      const twinPath = `${path}.${encoding === "br" ? "br" : "gz"}`;
      const twinSize = sizes.get(twinPath);
      return twinSize === undefined ? [] : [{ encoding, path: twinPath, size: twinSize }];
    });
    files.set(address, { path, size, type, twins });
  }
  return files;
}

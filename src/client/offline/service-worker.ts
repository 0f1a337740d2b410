/**
 * Keeps what the page is made of, so that Kernplein opens without internet: the page itself and the files that it names. Never an answer
 * of /v1 (those are kept by the page, for who is signed in; see keep-read.ts), never anything of the tab in Teams. The page comes from
 * the server whenever the server answers, so no old page lives on. Own code: of a library we would use these eighty lines, and carry
 * the rest.
 */

/** What of a worker's world we use: TypeScript knows that of pages or that of workers, not both at once. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface World {
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: Lasting & { data: { keep?: unknown } | null }) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}
const world = self as unknown as World;

/** Filled in by the build (service-worker-plugin.ts): the files of the first page, and all files there are. */
declare const __FIRST_FILES__: string[];
declare const __ALL_FILES__: string[];

const pages = "kernplein-page";
const files = "kernplein-files";
const first = __FIRST_FILES__;
const all = new Set(__ALL_FILES__);

/** A village with one bar of signal: after this long the kept page comes, and its questions go on. */
const patienceMs = 4000;

/** Answered by the server alone. */
const notOurs = /^\/(v1|api|local|tab|health|\.well-known|robots\.txt|aanmelden\/microsoft)(\/|$)/;

world.addEventListener("install", (event) => event.waitUntil(install()));
world.addEventListener("activate", (event) => event.waitUntil(activate()));
world.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepFiles(event.data.keep));
});
world.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== world.location.origin || notOurs.test(pathname)) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fileFor(request, pathname));
  else if (request.mode === "navigate") event.respondWith(pageFor(event));
});

async function install(): Promise<void> {
  await (await caches.open(files)).addAll(first);
  await keepPage(await fetch("/", { cache: "reload", credentials: "omit" }));
  await world.skipWaiting();
}

/** What earlier builds left behind goes. */
async function activate(): Promise<void> {
  const kept = await caches.open(files);
  for (const request of await kept.keys()) if (!all.has(new URL(request.url).pathname)) await kept.delete(request);
  await world.clients.claim();
}

/** Files that the page fetched before there was anybody to keep them; of this build only. */
async function keepFiles(paths: unknown[]): Promise<void> {
  const kept = await caches.open(files);
  for (const path of paths) {
    if (typeof path !== "string" || !all.has(path) || (await kept.match(path))) continue;
    await kept.add(path).catch(() => undefined);
  }
}

async function fileFor(request: Request, path: string): Promise<Response> {
  const kept = await (await caches.open(files)).match(path);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && all.has(path)) await (await caches.open(files)).put(path, answer.clone());
  return answer;
}

async function pageFor(event: Fetching): Promise<Response> {
  const fresh = fetch(event.request).then(async (answer) => {
    await keepPage(answer.clone());
    return answer;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answer = await Promise.race([fresh.catch(() => undefined), patience]);
  return answer ?? (await (await caches.open(pages)).match("/")) ?? fresh;
}

/** One page serves all addresses. Its headers are kept with it: the policy and its nonce belong together. */
async function keepPage(answer: Response): Promise<void> {
  const page = answer.ok && !answer.redirected && answer.headers.get("content-type")?.startsWith("text/html");
  if (page) await (await caches.open(pages)).put("/", answer);
}

import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { type Query, type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { callAs } from "./call.ts";
import { type Host, openHost } from "./host.ts";
import { HostContext } from "./host-context.ts";
import { remember, remembered } from "./kit/device-memory.ts";
import { startLanguage } from "./language.ts";
import { readHere } from "./offline/read-here.ts";
import { PlaceProvider } from "./place.tsx";
import { makeQueries } from "./queries.ts";
import { makeRouter } from "./routes.tsx";
import { meQuery } from "./session.tsx";
import { Appearance, type Ground } from "./shell/appearance.tsx";
import { NoTeams } from "./shell/no-teams.tsx";
import { groundOf } from "./theme.ts";
import "./global.css";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
/** Fluent's rules stand behind those that every page has and before those of one page, whichever of them comes first. */
const ownStyles = document.querySelector<HTMLElement>("link[rel=stylesheet]");
const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce },
  ...(ownStyles && { insertionPoint: ownStyles }),
});
const root = createRoot(document.getElementById("plein") ?? document.body);

async function withGround(hosted: Promise<Host>): Promise<{ host: Host; first: Ground }> {
  const host = await hosted;
  const mode = host.mode();
  return { host, first: { mode, theme: await groundOf(mode) } };
}

/**
 * Brings back what was read on this device, and from then on notices who reads here: the next one finds nothing of the last. In a browser;
 * in Teams the frame is Teams', which keeps pages in its own way. Without it the page works.
 */
async function bringBack(queries: QueryClient): Promise<void> {
  if (!remembered(readHere)) return;
  await import("./offline/bring-back.ts").then(({ bringBackRead }) => bringBackRead(queries), without);
  await keepRead(queries);
}

const keepRead = (queries: QueryClient): Promise<void> =>
  import("./offline/keep-read.ts").then(({ keepWhatIsRead }) => keepWhatIsRead(queries), without);

/** A first visit pays nothing for later ones: its page has the line for itself. */
function keepForLater(queries: QueryClient, readBefore: boolean): void {
  setTimeout(() => {
    void import("./offline/install.ts").then(({ keepForOffline }) => keepForOffline(), without);
    if (!readBefore) void keepRead(queries);
  }, 1000);
}

const without = () => undefined;

/** Drawing twice costs a slow phone more than this short wait for what it has nothing of yet. */
const patienceMs = 100;

/** Until the page's screen and words are here, and the first answer to what this device has nothing of; a moment at most. */
async function firstAnswers(router: AnyRouter, queries: QueryClient, readBefore: boolean): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([patience, router.load()]);
  if (readBefore) return;
  let stop = () => {};
  const still = new Promise<void>((resolve) => {
    const isEmpty = ({ state }: Query) => state.data === undefined;
    const look = () => queries.isFetching({ predicate: isEmpty }) === 0 && resolve();
    stop = queries.getQueryCache().subscribe(look);
    look();
  });
  await Promise.race([patience, still]).finally(stop);
}

/** Greets the host, fetches the first words, and draws. In Teams without an answer there is a page in plain words instead. */
async function start(): Promise<void> {
  const queries = makeQueries();
  const readBefore = Boolean(remembered(readHere));
  const hosted = openHost();
  const broughtBack = hosted.then(({ kind }) => (kind === "browser" ? bringBack(queries) : undefined)).catch(without);
  const [found] = await Promise.all([withGround(hosted).catch(without), startLanguage(), broughtBack]);
  if (!found) return root.render(<NoTeams />);
  const { host, first } = found;
  callAs(host);
  void queries.prefetchQuery(meQuery);
  const router = makeRouter(host.basepath, queries);
  if (host.deepLink) await router.navigate({ href: host.deepLink, replace: true });
  host.attach?.(router, queries);
  await firstAnswers(router, queries, readBefore);
  root.render(
    <StrictMode>
      <HostContext value={host}>
        <RendererProvider renderer={renderer}>
          <QueryClientProvider client={queries}>
            <PlaceProvider>
              <Appearance first={first}>
                <RouterProvider router={router} />
              </Appearance>
            </PlaceProvider>
          </QueryClientProvider>
        </RendererProvider>
      </HostContext>
    </StrictMode>,
  );
  host.ready();
  if (host.kind === "browser") keepForLater(queries, readBefore);
}

/** After a new release a page that was open asks for files that are gone: it is loaded anew, once in a while, never in a circle. */
function reloadWhenOutdated(): void {
  window.addEventListener("vite:preloadError", (event) => {
    if (!navigator.onLine) return;
    const last = Number(remembered("reloaded") ?? 0);
    if (Date.now() - last < 60_000 || !remember("reloaded", String(Date.now()))) return;
    event.preventDefault();
    window.location.reload();
  });
}

reloadWhenOutdated();
void start();

/**
 * Inside Teams the voting booth opens in a dialog over the tab. The pages know nothing of it: they go to the booth, or on from it, as
 * everywhere, and the router's history asks here first.
 */
import { DialogDimension, dialog } from "@microsoft/teams-js";
import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { paths } from "../shared/links.ts";
import type { PollSummary, PollsView, PollView } from "../voting/contract.ts";

const booth = /^\/[^/]+\/stemming\/([^/]+)\/stemhokje$/;
const large = { width: DialogDimension.Large, height: DialogDimension.Large };

/** An address within our own pages. */
export const isPath = (given: unknown): given is string => typeof given === "string" && /^\/[^/]/.test(given);

/** The question of a poll that is on the screen, for the bar of the dialog. */
function questionOf(queries: QueryClient, poll: string): string {
  const one = queries.getQueryData<PollView>(["polls", "one", poll]);
  const lists = queries.getQueriesData<PollsView>({ queryKey: ["polls", "list"] });
  const listed = lists.flatMap(([, view]): PollSummary[] => view?.polls ?? []).find((each) => each.poll === poll);
  return (one ?? listed)?.question ?? "Kernplein";
}

/** Null when it was closed by hand; else the page that the dialog led to. */
function openDialog(path: string, title: string): Promise<string | null> {
  const { origin } = window.location;
  return new Promise((resolve) => {
    dialog.url.open({ url: origin + paths.tab(path), title, size: large, fallbackUrl: origin + path }, ({ result }) =>
      resolve(isPath(result) ? result : null),
    );
  });
}

/** In the tab: the booth opens in a dialog; afterwards the polls on the screen are asked anew. */
function takeOverBooth(router: AnyRouter, queries: QueryClient, path: string): boolean {
  const [, poll] = booth.exec(path) ?? [];
  if (!poll || !dialog.url.isSupported()) return false;
  void openDialog(path, questionOf(queries, poll)).then(async (next) => {
    await queries.invalidateQueries({ queryKey: ["polls"] });
    if (next) await router.navigate({ href: next });
  });
  return true;
}

/** In the dialog: every other page is shown in the tab. Signing in belongs to what was begun. */
function leave(path: string): boolean {
  if (path === paths.signIn() || booth.test(path)) return false;
  dialog.url.submit(path);
  return true;
}

/** What is to be told once the router is there. `inDialog`: this page is itself in a dialog. */
export const dialogsIn = (inDialog: boolean) => (router: AnyRouter, queries: QueryClient) => {
  router.history.block({
    enableBeforeUnload: false,
    blockerFn({ nextLocation, action }: { nextLocation: { pathname: string }; action: string }) {
      if (action !== "PUSH" && action !== "REPLACE") return false;
      const path = nextLocation.pathname.replace(/^\/tab(?=\/)/, "");
      return inDialog ? leave(path) : takeOverBooth(router, queries, path);
    },
  });
};

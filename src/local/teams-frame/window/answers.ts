/** What this window answers to each function of teams-js that it knows; to the others it says that they are not supported. */
import type { FrameData } from "../frame-data.ts";
import { askJson } from "./ask.ts";
import type { Choice } from "./choice.ts";
import { contextOf, type FrameContext } from "./context.ts";
import { readAppLink } from "./deep-link.ts";
import { type OpenDialog, openDialog } from "./dialogs.ts";
import type { Answerer, Host } from "./host.ts";
import { type Places, placeOf } from "./places.ts";
import type { Words } from "./texts.ts";

/** What the answers need of the window. */
export interface Desk {
  data(): FrameData;
  here(): { choice: Choice; places: Places };
  say(): Words;
  choose(change: Partial<Choice>): void;
  /** Says in the place of the page that something failed. */
  fail(sentence: string): void;
  host(): Host | undefined;
  /** The dialog that is open, and what the settings page handed in last. */
  dialog: { open: OpenDialog | undefined; settings: unknown };
}

/** Teams' own words to a tab whose dialog was closed. */
const closedByPerson = "User cancelled/closed the task module.";

const fields = (given: unknown): Record<string, unknown> => (typeof given === "object" && given !== null ? { ...given } : {});
const text = (given: unknown): string => (typeof given === "string" ? given : "");

export function answersOf(desk: Desk): Record<string, Answerer> {
  const { dialog } = desk;
  const goTo = (pageId: unknown, subPageId: unknown, channelId: unknown) =>
    desk.choose(
      placeOf(desk.here().places.home, { pageId: text(pageId), subPageId: text(subPageId), channelId: text(channelId) }),
    );
  const failed: Answerer = ({ args }) => {
    desk.fail(desk.say().failed + text(args[1] ?? args[0]));
    return undefined;
  };

  return {
    getContext({ context }) {
      const { choice, places } = desk.here();
      return [contextOf(context, choice, { ...places, entityId: places.tab?.entityId ?? "" })];
    },
    "appInitialization.success": () => undefined,
    "appInitialization.failure": failed,
    "appInitialization.expectedFailure": failed,

    async "authentication.getAuthToken"() {
      const email = desk.here().choice.person;
      if (email === "") return [false, "CancelledByUser"];
      return askJson<{ token: string }>("/local/aanmelden", { email }).then(
        ({ token }) => [true, token],
        (fault: unknown) => [false, String(fault)],
      );
    },

    /** A link to a tab of ours opens within the window, any other beside it. */
    executeDeepLink({ args }) {
      const link = readAppLink(text(args[0]));
      if (link?.appId === desk.data().appId) goTo(link.pageId, link.subPageId, link.channelId);
      else window.open(text(args[0]), "_blank", "noopener");
      return [true];
    },
    "pages.navigateToApp"({ args }) {
      const { appId, pageId, subPageId, channelId } = fields(args[0]);
      if (appId !== desk.data().appId) return [false, "There is no such app."];
      goTo(pageId, subPageId, channelId);
      return [true];
    },
    "pages.currentApp.navigateTo"({ args }) {
      const { pageId, subPageId } = fields(args[0]);
      goTo(pageId, subPageId, desk.here().choice.channel);
      return [];
    },
    "pages.currentApp.navigateToDefaultPage"() {
      goTo("", "", "");
      return [];
    },

    "tasks.startTask": ({ context, args }) => startTask(desk, context, fields(args[0])),
    "tasks.completeTask"({ context, args }) {
      if (context === "task") dialog.open?.end(true, args[0]);
      return undefined;
    },

    "settings.getSettings": () => [dialog.settings ?? {}],
    "settings.setSettings"({ args }) {
      dialog.settings = args[0];
      return [true];
    },
    "settings.setValidityState"({ args }) {
      dialog.open?.allowSaving(args[0] === true);
      return undefined;
    },
    "settings.save.success"() {
      dialog.open?.end(true, dialog.settings);
      return undefined;
    },
    "settings.save.failure"() {
      dialog.open?.end(false);
      desk.fail(desk.say().notAdded);
      return undefined;
    },
  };
}

/** Answers the tab once the dialog is gone: with what it handed in, or that it was closed. */
function startTask(desk: Desk, context: FrameContext, { url, title, width, height }: Record<string, unknown>) {
  const { origin } = desk.data();
  const page = URL.parse(text(url), origin);
  if (context !== "content" || desk.dialog.open || page?.origin !== origin) return ["The dialog cannot be opened."];
  return new Promise<unknown[]>((resolve) => {
    const opened = openDialog({
      title: text(title) || "Kernplein",
      url: page.href,
      size: { width, height },
      say: desk.say(),
      onEnd({ submitted, result }) {
        desk.dialog.open = undefined;
        resolve(submitted ? [undefined, result] : [closedByPerson]);
      },
    });
    desk.dialog.open = opened;
    desk.host()?.hear(opened.frame, "task");
  });
}

/**
 * Every page and its address, one line each. A page's screen and words are fetched when it is first opened; only the home of a kern, to
 * which most links lead, comes with the first file: in one piece it packs smaller, and a slow phone asks once instead of thirty times.
 */
import type { QueryClient } from "@tanstack/react-query";
import { type AnyRouter, createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { askForHome } from "./kernen/home-queries.ts";
import { KernPage } from "./kernen/kern-page.tsx";
import { PageSkeleton } from "./kit/skeleton.tsx";
import { bringWords, type Slice } from "./language.ts";
import { Problem } from "./problem.ts";
import { FaultPage } from "./shell/fault-page.tsx";
import { Frame } from "./shell/frame.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";

const root = createRootRoute({ notFoundComponent: NotFoundPage });
const framed = createRoute({ getParentRoute: () => root, id: "framed", component: Frame });

type Screens<Name extends string> = () => Promise<Record<Name, ComponentType>>;

/**
 * When a page's code or words do not arrive (to a browser a TypeError, of its style sheet an error of Vite) that is no answer, and no fault of
 * ours.
 */
const isNoAnswer = (fault: unknown) =>
  fault instanceof TypeError || (fault instanceof Error && fault.message.startsWith("Unable to preload"));

function arriving<Parts>(parts: Promise<Parts>): Promise<Parts> {
  return parts.catch((fault: unknown) => {
    throw isNoAnswer(fault) ? new Problem({ status: 0, code: "unreachable", sentence: "" }) : fault;
  });
}

interface Asking {
  queries: QueryClient;
}
/** Asks the server for what a page will show, before the page is drawn. */
type Ask = (asking: Asking, params: Record<string, string>) => void;

const pageIn =
  (parent: typeof root | typeof framed) =>
  <Name extends string>(path: string, words: Slice[], screens: Screens<Name>, name: Name, ask?: Ask) =>
    createRoute({
      getParentRoute: () => parent,
      path,
      loader({ context, params }) {
        ask?.(context as Asking, params);
        return arriving(bringWords(...words));
      },
      component: lazyRouteComponent(() => arriving(screens()), name),
    });

/** A page inside the frame with its navigation, which stays when the page cannot be shown. */
const page = pageIn(framed);

/** A page that has the whole window for itself. */
const bare = pageIn(root);

const polling: Slice[] = ["polling", "voting"];
const leading: Slice[] = ["meetings", "proposals"];
const leadPages = () => import("./meetings/lead-pages.ts");
const makingPolls: Slice[] = [...polling, "proposals"];

const pages = [
  page("/", ["kernen"], () => import("./kernen/landing-page.tsx"), "LandingPage"),
  page("/meedoen", ["members", "kernen"], () => import("./members/join-page.tsx"), "JoinPage"),
  page("/meedoen/bevestigen", ["members"], () => import("./members/confirm-page.tsx"), "ConfirmPage"),
  page("/meedoen/adres", ["members"], () => import("./members/address-page.tsx"), "AddressPage"),
  page("/aanmelden", ["members"], () => import("./members/sign-in-page.tsx"), "SignInPage"),
  page("/aanmelden/link", ["members"], () => import("./members/link-page.tsx"), "LinkPage"),
  page("/mails-stoppen", ["members"], () => import("./members/stop-mails-page.tsx"), "StopMailsPage"),
  page("/toegankelijkheid", ["about"], () => import("./about/accessibility-page.tsx"), "AccessibilityPage"),
  page("/privacy", ["about"], () => import("./about/privacy-page.tsx"), "PrivacyPage"),
  page("/voorwaarden", ["about"], () => import("./about/terms-page.tsx"), "TermsPage"),
  page("/$gemeente", ["kernen"], () => import("./kernen/landing-page.tsx"), "LandingPage"),
  page("/$gemeente/werkplek", ["moderation", "proposals", "polling"], () => import("./moderation/desk-page.tsx"), "DeskPage"),
  page("/$gemeente/werkplek/nieuwe-stemming", makingPolls, () => import("./polling/wizard-page.tsx"), "WizardPage"),
  page("/$gemeente/werkplek/stemming/$id", polling, () => import("./polling/desk-poll-page.tsx"), "DeskPollPage"),
  page("/$gemeente/werkplek/stemming/$id/kiezers", polling, () => import("./polling/roll-page.tsx"), "RollPage"),
  page("/$gemeente/werkplek/stemming/$id/stembrieven", polling, () => import("./polling/letters-page.tsx"), "LettersPage"),
  page("/$gemeente/werkplek/stemming/$id/papier", polling, () => import("./polling/paper-page.tsx"), "PaperPage"),
  page("/$gemeente/werkplek/stemming/$id/verslag", polling, () => import("./polling/minutes-page.tsx"), "MinutesPage"),
  page("/$gemeente/werkplek/mensen", ["members"], () => import("./members/people-page.tsx"), "PeoplePage"),
  page("/$gemeente/werkplek/uitnodigen", ["members"], () => import("./members/invite-page.tsx"), "InvitePage"),
  page("/$gemeente/werkplek/bijeenkomsten", ["meetings", "reach"], leadPages, "LedPage"),
  page("/$gemeente/werkplek/bereik", ["reach"], () => import("./reach/reach-page.tsx"), "ReachPage"),
  page("/$gemeente/werkplek/bereik/$kern/$bericht", ["reach"], () => import("./reach/message-page.tsx"), "MessagePage"),
  page("/$gemeente/werkplek/inzicht", ["summaries", "reach"], () => import("./summaries/insight-page.tsx"), "InsightPage"),
  page("/$gemeente/raad", ["summaries"], () => import("./summaries/overview-page.tsx"), "OverviewPage"),
  page("/$gemeente/raad/$kern", ["summaries"], () => import("./summaries/reading-page.tsx"), "ReadingPage"),
  page("/$gemeente/beheer", ["provisioning"], () => import("./provisioning/admin-page.tsx"), "AdminPage"),
  page("/$gemeente/ik", ["members", "meetings"], () => import("./members/me-page.tsx"), "MePage"),
  page("/$gemeente/ik/gegevens", ["members"], () => import("./members/account-page.tsx"), "AccountPage"),
  page(
    "/$gemeente/voorstel/$id",
    ["proposals", "voting", "meetings"],
    () => import("./proposals/proposal-page.tsx"),
    "ProposalPage",
  ),
  page("/$gemeente/voorstel/$id/bewerken", ["proposals"], () => import("./proposals/edit-page.tsx"), "EditPage"),
  page("/$gemeente/stemming/$id", ["voting"], () => import("./voting/poll-page.tsx"), "PollPage"),
  page("/$gemeente/bijeenkomst/$id", leading, () => import("./meetings/meeting-page.tsx"), "MeetingPage"),
  page("/$gemeente/bijeenkomst/$id/wijzigen", leading, leadPages, "ChangePage"),
  page("/$gemeente/bijeenkomst/$id/wie-komt", leading, leadPages, "ComingPage"),
  page("/$gemeente/bijeenkomst/$id/verslag", leading, leadPages, "MinutesPage"),
  page("/natellen", ["verifying"], () => import("./verifying/verify-page.tsx"), "VerifyPage"),
  page("/$gemeente/stemming/$id/natellen", ["verifying"], () => import("./verifying/verify-page.tsx"), "VerifyPage"),
  page(
    "/$gemeente/$kern",
    ["kernen"],
    async () => ({ KernPage }),
    "KernPage",
    ({ queries }, { gemeente = "", kern = "" }) => void askForHome(queries, gemeente, kern),
  ),
  page("/$gemeente/$kern/voorstellen", ["proposals"], () => import("./proposals/list-page.tsx"), "ListPage"),
  page("/$gemeente/$kern/voorstellen/nieuw", ["proposals"], () => import("./proposals/new-page.tsx"), "NewPage"),
  page("/$gemeente/$kern/agenda", ["meetings"], () => import("./meetings/agenda-page.tsx"), "AgendaPage"),
  page("/$gemeente/$kern/agenda/geweest", ["meetings"], () => import("./meetings/agenda-page.tsx"), "PastPage"),
  page("/$gemeente/$kern/agenda/nieuw", leading, leadPages, "PlanPage"),
  page("/$gemeente/$kern/stemmingen", ["voting"], () => import("./voting/polls-page.tsx"), "PollsPage"),
];

const missing = createRoute({ getParentRoute: () => framed, path: "/$", component: NotFoundPage });
const booth = bare("/$gemeente/stemming/$id/stemhokje", ["voting"], () => import("./voting/booth-page.tsx"), "BoothPage");
const letter = bare("/$gemeente/stemming/$id/stemcode", ["voting"], () => import("./voting/letter-page.tsx"), "LetterPage");
const hall = bare("/$gemeente/stemming/$id/zaal", ["voting"], () => import("./voting/hall-page.tsx"), "HallPage");
const help = bare("/$gemeente/werkplek/stemming/$id/samen", polling, () => import("./polling/help-page.tsx"), "HelpPage");
const paper = bare(
  "/$gemeente/werkplek/stemming/$id/stembiljetten",
  polling,
  () => import("./polling/paper-ballots-page.tsx"),
  "PaperBallotsPage",
);
const tabSettings = bare("/instellen", ["tab", "kernen"], () => import("./tab/settings-page.tsx"), "SettingsPage");

/** Words in the address stay words: "?q=2026" is text, not a number. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "");
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

export function makeRouter(basepath: "/" | "/tab", queries: QueryClient): AnyRouter {
  const alone = [booth, letter, hall, help, paper];
  const outside = basepath === "/tab" ? [...alone, tabSettings] : alone;
  return createRouter({
    routeTree: root.addChildren([framed.addChildren([...pages, missing]), ...outside]),
    basepath,
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultErrorComponent: FaultPage,
    defaultPreload: "intent",
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 150,
  });
}

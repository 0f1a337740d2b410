/** The window of Teams on one machine: what is chosen, and what is drawn for it. */
import type { FrameData } from "../frame-data.ts";
import { answersOf, type Desk } from "./answers.ts";
import { askJson } from "./ask.ts";
import { addressOf, type Choice, readChoice } from "./choice.ts";
import { framed } from "./dialogs.ts";
import { type Drawing, drawHead, drawRail, drawTeams, drawTop } from "./draw.ts";
import { element, fill, part } from "./elements.ts";
import { type Host, playHost } from "./host.ts";
import { addTab } from "./new-tab.ts";
import { complete, type Places } from "./places.ts";
import { texts } from "./texts.ts";

const mostSaid = 100;

const inData = (): Promise<FrameData> => askJson<FrameData>("/local/teams/gegevens");
const told = (sentence: string) => element("p", { class: "empty", role: "alert" }, sentence);

function begin(first: FrameData): void {
  let data = first;
  let now = complete(data, readChoice(location.search));
  let host: Host | undefined;
  let shown = "";
  const said = element("ol", { tabindex: "0", "aria-label": texts.nl.saidWhat });
  const log = element("details", { class: "said" }, element("summary", {}, texts.nl.said), said);
  const head = element("div", { class: "head" });
  const body = element("div", { class: "body" });
  fill(part("place"), head, body);

  const here = (): { choice: Choice; places: Places } => {
    if (!now) throw new Error("There is no municipality");
    return now;
  };
  const desk: Desk = {
    data: () => data,
    here,
    say: () => texts[here().choice.language],
    choose,
    fail: (sentence) => fill(body, told(sentence)),
    host: () => host,
    dialog: { open: undefined, settings: undefined },
  };

  function show(): void {
    const { choice, places } = here();
    const added = async (tab: string) => {
      data = await inData();
      choose({ tab, subPage: "" });
    };
    const drawing: Drawing = { data, choice, places, say: desk.say(), choose, addTab: () => addTab(desk, added) };
    document.documentElement.lang = choice.language;
    document.documentElement.dataset["theme"] = choice.theme;
    document.title = `${drawing.say.title} · ${places.team?.name ?? drawing.say.app} · Kernplein`;
    drawTop(drawing, log);
    drawRail(drawing);
    drawTeams(drawing);
    fill(head, drawHead(drawing));
    part("place").setAttribute(
      "aria-label",
      [places.channel?.name ?? drawing.say.app, places.team?.name].filter(Boolean).join(", "),
    );
    // A theme is told to the page that is there; anything else opens a page.
    const { theme: _told, ...page } = choice;
    if (JSON.stringify(page) !== shown) open(places);
    shown = JSON.stringify(page);
  }

  function open({ tab, channel }: Places): void {
    desk.dialog.open?.end(false);
    if (!tab) {
      fill(body, element("p", { class: "empty" }, desk.say().postsHere));
      return;
    }
    // The address as Teams keeps it leads to the app that runs now, whatever its port was when the tab was made.
    const { pathname, search } = new URL(tab.contentUrl, data.origin);
    // A new frame each time: changing the address of the old one would stand in the way of Back.
    const frame = framed(
      [tab.name || desk.say().ownTab, channel?.name].filter(Boolean).join(", "),
      data.origin + pathname + search,
    );
    fill(body, frame);
    host?.hear(frame, "content");
  }

  function choose(change: Partial<Choice>): void {
    const { theme } = here().choice;
    const moves = "team" in change || "tab" in change;
    now = complete(data, { ...here().choice, ...change });
    if (change.channel !== undefined || change.tab !== undefined) document.body.dataset["view"] = "place";
    const address = addressOf(here().choice);
    if (moves) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    if (here().choice.theme !== theme) host?.tell("themeChange", [here().choice.theme]);
    show();
  }

  host = playHost(data.origin, answersOf(desk), (func, args) => {
    said.append(element("li", { "data-func": func }, element("code", {}, func), " ", element("span", {}, JSON.stringify(args))));
    while (said.children.length > mostSaid) said.firstElementChild?.remove();
  });
  window.addEventListener("popstate", () => {
    now = complete(data, readChoice(location.search));
    show();
  });
  history.replaceState(null, "", addressOf(here().choice));
  show();
}

const brokenWords = `${texts.nl.broken} ${texts.en.broken}`;
inData()
  .then(begin)
  .catch(() => fill(part("place"), told(brokenWords)));

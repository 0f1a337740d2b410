/** Draws what stands around the page: the bar with who looks, the rail, the teams with their channels, the tabs. */
import type { FrameChannel, FrameData, FramePerson, FrameTab, FrameTeam } from "../frame-data.ts";
import type { Choice } from "./choice.ts";
import { element, fill, part } from "./elements.ts";
import { icon } from "./icons.ts";
import { isIn, ownTab, type Places, posts } from "./places.ts";
import type { Words } from "./texts.ts";

export interface Drawing {
  data: FrameData;
  choice: Choice;
  places: Places;
  say: Words;
  /** Chooses something else; what is not named stays. */
  choose(change: Partial<Choice>): void;
  addTab(): void;
}

const roles = ["inwoner", "kerncontactfunctionaris", "raadslid", "beheerder"] as const;
/** A list to choose from, not a telephone book: whoever the address names is in it besides. */
const perRole = 12;

type Options = readonly (HTMLOptionElement | HTMLOptGroupElement)[];

function select(label: string, key: string, options: Options, value: string, chosen: (value: string) => void): HTMLElement {
  const chooser = element("select", { "data-key": key, onchange: () => chosen(chooser.value) });
  chooser.append(...options);
  chooser.value = value;
  return element("label", {}, element("span", {}, label), chooser);
}

const option = (value: string, label: string) => element("option", { value }, label);

function peopleToChoose({ places, choice, say }: Drawing): Options {
  const { people, teams } = places.home;
  const here = places.team ?? teams.find((team) => isIn(team, places.person));
  const near = (person: FramePerson) => Number(here !== undefined && isIn(here, person));
  const label = ({ name, kern }: FramePerson) => (kern ? `${name} · ${kern}` : name);
  const groups = roles.map((role) => {
    const all = people.filter((person) => person.role === role).toSorted((one, other) => near(other) - near(one));
    const shown = all.filter(({ email }, index) => index < perRole || email === choice.person);
    return element("optgroup", { label: say[role] }, ...shown.map((person) => option(person.email, label(person))));
  });
  return [...groups.filter((group) => group.children.length > 0), option("", say.nobody)];
}

export function drawTop(drawing: Drawing, log: HTMLElement): void {
  const { data, choice, say, choose } = drawing;
  const themes = (["default", "dark", "contrast"] as const).map((theme) => option(theme, say[theme]));
  const homes = data.municipalities.map(({ municipality, name }) => option(municipality, name));
  // In another municipality there are other people and other teams.
  const move = (municipality: string) =>
    choose({ municipality, person: undefined, team: undefined, channel: undefined, tab: undefined, subPage: "" });
  const set = element(
    "div",
    { class: "set", id: "set" },
    homes.length > 1 && select(say.municipality, "home", homes, choice.municipality, move),
    select(say.person, "person", peopleToChoose(drawing), choice.person, (person) => choose({ person, subPage: "" })),
    select(say.theme, "theme", themes, choice.theme, (theme) => choose({ theme: theme as Choice["theme"] })),
    select(say.language, "language", [option("nl", "Nederlands"), option("en", "English")], choice.language, (language) =>
      choose({ language: language as Choice["language"] }),
    ),
    log,
  );
  const open = document.body.dataset["set"] === "open";
  const toggle = element("button", {
    class: "plain toggle",
    "data-key": "set",
    "aria-expanded": String(open),
    "aria-controls": "set",
  });
  toggle.append(icon("settings"), say.set);
  toggle.addEventListener("click", () => {
    const now = document.body.dataset["set"] !== "open";
    document.body.dataset["set"] = now ? "open" : "";
    toggle.setAttribute("aria-expanded", String(now));
  });
  fill(part("top"), element("h1", {}, say.title, element("small", {}, say.note)), toggle, set);
}

export function drawRail({ choice, places, say, choose }: Drawing): void {
  const item = (key: string, label: string, drawn: "teams" | "square", here: boolean, go: () => void) =>
    element("button", { "data-key": key, "aria-current": here ? "page" : undefined, onclick: go }, icon(drawn), label);
  const rail = part("rail");
  rail.setAttribute("aria-label", say.apps);
  const first = places.home.teams.find((team) => isIn(team, places.person)) ?? places.home.teams[0];
  const toTeams = () => {
    document.body.dataset["view"] = "list";
    if (choice.team === "" && first) choose({ team: first.id, channel: undefined, tab: undefined, subPage: "" });
  };
  fill(
    rail,
    item("teams", say.teams, "teams", choice.team !== "", toTeams),
    item("app", say.app, "square", choice.team === "", () => choose({ team: "", channel: "", tab: ownTab.id, subPage: "" })),
  );
}

function teamEntry(team: FrameTeam, { choice, say, choose }: Drawing): HTMLElement {
  const here = team.id === choice.team;
  const go = (channel: FrameChannel | undefined) => choose({ team: team.id, channel: channel?.id, tab: undefined, subPage: "" });
  const channels = team.channels.map((channel) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          "data-key": channel.id,
          "aria-current": channel.id === choice.channel ? "page" : undefined,
          onclick: () => go(channel),
        },
        channel.name,
      ),
    ),
  );
  return element(
    "li",
    {},
    element(
      "button",
      { class: "team", "data-key": team.id, "aria-expanded": String(here), onclick: () => go(undefined) },
      element("span", { class: "square", "aria-hidden": "true" }, team.name.slice(0, 1)),
      team.name,
    ),
    here && element("ul", { "aria-label": say.channels.replace("{name}", team.name) }, ...channels),
  );
}

export function drawTeams(drawing: Drawing): void {
  const { places, say } = drawing;
  const section = part("teams");
  section.hidden = drawing.choice.team === "" && places.home.teams.length > 0;
  section.setAttribute("aria-label", say.teams);
  const { teams } = places.home;
  const group = (title: string, own: FrameTeam[]) =>
    own.length > 0 &&
    element("div", {}, element("h2", {}, title), element("ul", {}, ...own.map((team) => teamEntry(team, drawing))));
  fill(
    section,
    group(
      say.yours,
      teams.filter((team) => isIn(team, places.person)),
    ),
    group(
      say.others,
      teams.filter((team) => !isIn(team, places.person)),
    ),
    teams.length === 0 && element("p", {}, say.noTeams),
  );
}

/** The head of the place: its name and its tabs. */
export function drawHead({ choice, places: { team, channel, home }, say, choose, addTab }: Drawing): HTMLElement {
  const tabs: FrameTab[] = channel ? channel.tabs : [ownTab];
  const tab = (id: string, name: string) =>
    element(
      "button",
      {
        "data-key": `tab-${id}`,
        "aria-current": id === choice.tab ? "page" : undefined,
        onclick: () => choose({ tab: id, subPage: "" }),
      },
      name,
    );
  const back = element("button", {
    class: "plain back",
    "data-key": "back",
    onclick: () => (document.body.dataset["view"] = "list"),
  });
  back.append(icon("back"), say.back);
  return element(
    "header",
    {},
    team !== undefined && back,
    element("h2", {}, team && channel ? channel.name : say.app, element("small", {}, team?.name ?? home.name)),
    element(
      "nav",
      { "aria-label": say.tabs },
      tab(posts, say.posts),
      ...tabs.map(({ id, name }) => tab(id, name || say.ownTab)),
      channel !== undefined &&
        element("button", { class: "plain", "data-key": "add", "aria-label": say.add, onclick: addTab }, icon("plus")),
    ),
  );
}

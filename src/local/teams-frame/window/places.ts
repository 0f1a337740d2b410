/** Which teams, channels and tabs there are for a choice, and what is chosen where the address says nothing. Pure. */
import type { FrameChannel, FrameData, FrameMunicipality, FramePerson, FrameTab, FrameTeam } from "../frame-data.ts";
import type { Choice } from "./choice.ts";
import type { AppLink } from "./deep-link.ts";

/** The personal tab of the manifest: appPackage/manifest.template.json. */
export const ownTab: FrameTab = { id: "thuis", name: "", entityId: "thuis", contentUrl: "/tab/", websiteUrl: "/" };
export const posts = "posts";

export interface Places {
  home: FrameMunicipality;
  person: FramePerson | undefined;
  team: FrameTeam | undefined;
  channel: FrameChannel | undefined;
  /** Undefined where messages are shown instead of a page. */
  tab: FrameTab | undefined;
}

/** Who is in a team sees it; an address may lead to another one all the same. */
export const isIn = (team: FrameTeam, person: FramePerson | undefined): boolean => team.members.includes(person?.oid ?? "");

/** Where people live: the sample content fills one municipality. */
function liveliest({ municipalities }: FrameData): FrameMunicipality | undefined {
  return municipalities.toSorted((one, other) => other.people.length - one.people.length)[0];
}

/** What is chosen, complete; null while there is no municipality at all. A team may be named by its kern ("arkel") or its id. */
export function complete(data: FrameData, wish: Partial<Choice>): { choice: Choice; places: Places } | null {
  const home = data.municipalities.find(({ municipality }) => municipality === wish.municipality) ?? liveliest(data);
  if (!home) return null;
  const email = wish.person ?? home.people[0]?.email ?? "";
  const person = home.people.find((one) => one.email === email);
  const named = home.teams.find(({ id, description }) => id === wish.team || description.includes(`/${wish.team}]`));
  const team = wish.team === "" ? undefined : (named ?? home.teams.find((one) => isIn(one, person)));
  const channel = team?.channels.find(({ id, name }) => id === wish.channel || name === wish.channel) ?? team?.channels[0];
  const known = channel ? channel.tabs : [ownTab];
  const tab = wish.tab === posts ? undefined : (known.find(({ id }) => id === wish.tab) ?? known[0]);
  const choice: Choice = {
    municipality: home.municipality,
    person: email,
    team: team?.id ?? "",
    channel: channel?.id ?? "",
    tab: tab?.id ?? posts,
    subPage: wish.subPage ?? "",
    theme: wish.theme ?? "default",
    language: wish.language ?? "nl",
  };
  return { choice, places: { home, person, team, channel, tab } };
}

/** Where a link to our app leads: the tab with that entityId, in its own channel first; else the personal tab. */
export function placeOf(
  home: FrameMunicipality,
  link: Omit<AppLink, "appId">,
): Pick<Choice, "team" | "channel" | "tab" | "subPage"> {
  const found = home.teams
    .flatMap((team) => team.channels.flatMap((channel) => channel.tabs.map((tab) => ({ team, channel, tab }))))
    .filter(({ tab }) => tab.entityId === link.pageId)
    .toSorted((one, other) => Number(other.channel.id === link.channelId) - Number(one.channel.id === link.channelId))[0];
  const subPage = link.subPageId;
  return found
    ? { team: found.team.id, channel: found.channel.id, tab: found.tab.id, subPage }
    : { team: "", channel: "", tab: ownTab.id, subPage };
}

/** What open pages are told when something changes: that it changed, never what it says. They ask for the rest as themselves. */

/** What a change is about. `id` names one of them: a proposal, a poll, a meeting, a kern, a join request, a person. */
export const abouts = ["proposal", "poll", "meeting", "kern", "desk", "people", "me"] as const;
export type About = (typeof abouts)[number];

/** As it reaches a page. An empty `id` means: any of this kern. */
export interface Change {
  about: About;
  id: string;
  kern: string;
}

/** Who may hear of it: all who are signed in to the municipality, the officers of a kern, one person; each named group hears. */
export interface Hearers {
  everybody?: true;
  officersOf?: string;
  person?: string;
}

export interface Told extends Change {
  to: Hearers;
}

/** One message on the stream. `all`: something was missed, so everything on the screen is to be asked anew. */
export interface LiveMessage {
  all?: true;
  changes: Change[];
}

/** Where changes come from, those of other instances included. */
export interface LiveSource {
  /** Calls back for each change, and `missed` when some may have passed unheard; gives a function that stops it. */
  follow(listener: LiveListener): () => void;
}

export interface LiveListener {
  heard(municipality: string, told: readonly Told[]): void;
  missed(): void;
}

/** More than this from one transaction are told as "any of this kern": a list of 2,000 people accepted is one piece of news. */
export const mostApart = 20;

/** Each change once; of very many only about what and where. */
export function gathered(told: readonly Told[]): Told[] {
  const apart = once(told);
  return apart.length <= mostApart
    ? apart
    : once(apart.map((one) => ({ ...one, id: one.to.person === undefined ? "" : one.id })));
}

function once(told: readonly Told[]): Told[] {
  return [...new Map(told.map((one) => [JSON.stringify([one.about, one.id, one.kern, one.to]), one])).values()];
}

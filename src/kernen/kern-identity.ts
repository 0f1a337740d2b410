/**
 * What makes a kern recognisable at a glance: one accent out of twelve and the line drawing of a silhouette. Both are chosen in the
 * municipality file. Free of dependencies, so that server, browser, mail and poster draw from the same table.
 */

/** Twelve hues of a village notice board; red and bright orange are absent because they mean "overdue" and "asked of you". */
export const accentNames = [
  "brick",
  "bark",
  "ochre",
  "reed",
  "moss",
  "pine",
  "patina",
  "river",
  "delft",
  "heather",
  "plum",
  "foxglove",
] as const;

export type AccentName = (typeof accentNames)[number];

/**
 * One accent, as hexadecimal colours. Each pair reaches the 4.5:1 of WCAG 2.2 (1.4.3): `light` as text on the Teams light backgrounds
 * and under text of `onLight`; `dark` as text on the Teams dark backgrounds and under text of `onDark`. The high-contrast theme uses
 * its own system colours and no accent at all.
 */
export interface Accent {
  name: AccentName;
  light: string;
  onLight: string;
  dark: string;
  onDark: string;
}

const accent = (name: AccentName, light: string, dark: string): Accent => ({
  name,
  light,
  onLight: "#ffffff",
  dark,
  onDark: "#1f1f1f",
});

export const accents: Readonly<Record<AccentName, Accent>> = {
  brick: accent("brick", "#8f3f26", "#d78e77"),
  bark: accent("bark", "#5e4029", "#bca28f"),
  ochre: accent("ochre", "#815c0a", "#d3aa64"),
  reed: accent("reed", "#636723", "#b2b777"),
  moss: accent("moss", "#355828", "#86ad79"),
  pine: accent("pine", "#244d3c", "#75a48f"),
  patina: accent("patina", "#17726d", "#7bc0bb"),
  river: accent("river", "#07617c", "#64a9c4"),
  delft: accent("delft", "#234485", "#7a98d0"),
  heather: accent("heather", "#684c94", "#b19dd7"),
  plum: accent("plum", "#632c58", "#b883ab"),
  foxglove: accent("foxglove", "#9b3661", "#d891aa"),
};

/** The accent of that name; "bark" for a name of no accent, so that a band is never without a colour. */
export function accentOf(name: string): Accent {
  return Object.values(accents).find((known) => known.name === name) ?? accents.bark;
}

/** The drawings themselves stand in silhouette-drawings.ts. */
export const silhouetteNames = [
  "mill",
  "mill-row",
  "church",
  "ferry",
  "dike",
  "water-tower",
  "bridge",
  "farm",
  "fortress",
  "castle",
  "lock",
  "willows",
  "harbour",
  "stork",
  "barge",
] as const;

export type SilhouetteName = (typeof silhouetteNames)[number];

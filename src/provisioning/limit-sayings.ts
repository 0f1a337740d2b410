/** How full something is, and what helps, in Dutch and English. */
import type { LimitReached, Order, Said } from "./contract.ts";
import type { LimitKind, Use } from "./limits.ts";

const things: Record<LimitKind, (name: string) => Said> = {
  members: (name) => ({ nl: `leden van het team van ${name}`, en: `members of the team of ${name}` }),
  owners: (name) => ({ nl: `eigenaren van het team van ${name}`, en: `owners of the team of ${name}` }),
  channels: (name) => ({
    nl: `kanalen van het team van ${name}, met wat de laatste 30 dagen verwijderd is`,
    en: `channels of the team of ${name}, with those deleted in the last 30 days`,
  }),
  objects: () => ({
    nl: "accounts en teams in de Microsoft-omgeving, met verwijderde accounts",
    en: "accounts and teams in the Microsoft tenant, with deleted accounts",
  }),
  teams: () => ({ nl: "teams in de Microsoft-omgeving", en: "teams in the Microsoft tenant" }),
};

const remedies: Record<LimitKind, Said> = {
  members: {
    nl: "Is het team vol, dan kan niemand er meer bij. Verdeel de kern.",
    en: "A full team takes nobody in. Divide the village.",
  },
  owners: { nl: "Noem minder kerncontactfunctionarissen voor deze kern.", en: "Name fewer officers for this village." },
  channels: {
    nl: "Archiveren maakt geen plaats. Verwijder kanalen die niemand mist.",
    en: "Archiving frees nothing. Delete channels that nobody misses.",
  },
  objects: {
    nl: "De beheerder van Microsoft 365 kan oude accounts opruimen of meer ruimte vragen bij Microsoft.",
    en: "The administrator of Microsoft 365 can remove old accounts, or ask Microsoft for more.",
  },
  teams: {
    nl: "De beheerder van Microsoft 365 kan oude teams opruimen.",
    en: "The administrator of Microsoft 365 can remove old teams.",
  },
};

/** "214 van hoogstens 25.000 leden van het team van Arkel" */
export function fullnessSaid({ what, used, most }: Use, name: string): Said {
  const numbers = (locale: string) => [used, most].map((number) => number.toLocaleString(locale));
  const [usedNl, mostNl] = numbers("nl-NL");
  const [usedEn, mostEn] = numbers("en-GB");
  const thing = things[what](name);
  return { nl: `${usedNl} van hoogstens ${mostNl} ${thing.nl}`, en: `${usedEn} of at most ${mostEn} ${thing.en}` };
}

/** "23.100 van hoogstens 25.000 leden van het team van Arkel (92 %). …"; what can take no more begins with "Vol: ". */
export function limitSaid(use: Use & { threshold: number }, name: string): LimitReached {
  const { what, kern, used, most, threshold } = use;
  const percent = Math.floor((100 * used) / most);
  const said = fullnessSaid(use, name);
  const isFull = used >= most;
  const text: Said = {
    nl: `${isFull ? "Vol: " : ""}${said.nl} (${percent} %). ${remedies[what].nl}`,
    en: `${isFull ? "Full: " : ""}${said.en} (${percent} %). ${remedies[what].en}`,
  };
  return { what, kern, used, most, threshold, text };
}

/** What people call the team of a kern or theme. */
export function nameOf({ kernen }: Pick<Order, "kernen">, kern: string): string {
  return kernen.find(({ slug }) => slug === kern)?.name ?? kern;
}

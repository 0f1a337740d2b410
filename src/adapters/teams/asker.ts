/** Who asks the bot something, in which language, about which kern. */
import type { Municipality } from "../../kernen/contract.ts";
import type { Actor, Language } from "../../shared/work.ts";
import type { HelpOptions } from "./cards/help-cards.ts";
import { type Links, linksOf } from "./cards/links.ts";
import type { Incoming } from "./incoming.ts";
import type { Bot } from "./knowledge.ts";
import { makeMemory } from "./memory.ts";
import type { KernHere } from "./whereabouts.ts";

export interface Asker {
  incoming: Incoming;
  municipality: Municipality;
  /** The kern of the team; null in a chat. */
  here: KernHere | null;
  /** Unknown people ask as visitors. */
  actor: Actor;
  known: boolean;
  /** In a chat with one person. */
  alone: boolean;
  /** Nobody but the asker reads the answer; only then is anything personal shown. */
  discreet: boolean;
  language: Language;
  links: Links;
  help: HelpOptions;
}

export interface Approach {
  /** The language of the words that were used, when they belong to one. */
  spoken?: Language | null;
  /** The answer is the same for everybody in the channel, so nobody is looked up. */
  anonymous?: boolean;
}

export type WhoAsks = (
  incoming: Incoming,
  municipality: Municipality,
  here: KernHere | null,
  approach?: Approach,
) => Promise<Asker>;

/** As long as the web remembers who a session is: a role that is taken away counts within seconds. */
const rememberedMs = 5_000;

/** Makes the function that looks up who asks. `bot.publicUrl` is read in every turn. */
export function makeWhoAsks(bot: Pick<Bot, "knows" | "inMunicipality" | "publicUrl">): WhoAsks {
  const people = makeMemory<Actor | undefined>(rememberedMs);

  function personOf({ oid }: Incoming, municipality: string): Promise<Actor | undefined> {
    if (!oid) return Promise.resolve(undefined);
    return people.get(`${municipality} ${oid}`, async () => {
      return (await bot.inMunicipality(municipality, (tx) => bot.knows.actorForEntra(tx, oid, "bot"))) ?? undefined;
    });
  }

  return async (incoming, municipality, here, { spoken = null, anonymous = false } = {}) => {
    const found = anonymous ? undefined : await personOf(incoming, municipality.municipality);
    return askerFor(incoming, municipality, here, found, spoken, linksOf(bot.publicUrl, municipality.municipality));
  };
}

function askerFor(
  incoming: Incoming,
  municipality: Municipality,
  here: KernHere | null,
  found: Actor | undefined,
  spoken: Language | null,
  links: Links,
): Asker {
  const alone = incoming.where === "personal";
  const language = languageOf(municipality, spoken, alone && found ? found.language : null, incoming.locale);
  const actor: Actor = found ?? { municipality: municipality.municipality, person: null, roles: [], channel: "bot", language };
  const kern = here?.kern ?? (alone ? onlyKernOf(actor) : null);
  return {
    incoming,
    municipality,
    here,
    actor,
    known: Boolean(found),
    alone,
    discreet: alone || incoming.kind !== "text",
    language,
    links,
    help: {
      language,
      links,
      kern,
      name: here?.name ?? municipality.name,
      contact: here?.contact ?? { name: municipality.name, phone: municipality.phone },
    },
  };
}

/** The language spoken, else of the person, else of her Teams; Dutch unless the municipality offers it. */
export function languageOf(
  { languages }: Pick<Municipality, "languages">,
  spoken: Language | null,
  own: Language | null,
  locale: string,
): Language {
  const wanted = spoken ?? own ?? (/^en\b/i.test(locale) ? "en" : "nl");
  return languages.includes(wanted) ? wanted : "nl";
}

/** Slugs of the kernen this actor takes part in; null when her roles cover all. */
export function kernenOf(actor: Actor): string[] | null {
  if (actor.roles.some(({ kern }) => kern === null)) return null;
  return [...new Set(actor.roles.flatMap(({ kern }) => (kern === null ? [] : [kern])))];
}

function onlyKernOf(actor: Actor): string | null {
  const kernen = kernenOf(actor);
  return kernen?.length === 1 ? (kernen[0] ?? null) : null;
}

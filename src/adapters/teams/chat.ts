/** The port of notifications to somebody's own chat with the bot. */
import type { Municipality } from "../../kernen/contract.ts";
import type { Chat, ChatTo, Told } from "../../notifications/chat.ts";
import type { Tx } from "../../shared/work.ts";
import { type Links, linksOf } from "./cards/links.ts";
import { newsCard } from "./cards/news-card.ts";
import { taskCard, tasksCard } from "./cards/task-cards.ts";
import type { Card, Engine } from "./engine.ts";
import { findPlace, findPlaces, personPlace, removePlace } from "./places-store.ts";
import { failureOf, troubleOf } from "./trouble.ts";

export interface TeamsChatOptions {
  engine: Pick<Engine, "post">;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  municipalityOf(tx: Tx): Promise<Municipality>;
  publicUrl: string;
}

export async function botReaches(tx: Tx, municipality: string, oid: string): Promise<boolean> {
  return (await findPlace(tx, municipality, personPlace(oid))) !== undefined;
}

/** Which of these people have the bot in a chat. */
export async function botReachesAmong(tx: Tx, municipality: string, oids: readonly string[]): Promise<Set<string>> {
  const found = await findPlaces(tx, municipality, oids.map(personPlace));
  return new Set(oids.filter((oid) => found.has(personPlace(oid))));
}

export function makeTeamsChat({ engine, inMunicipality, municipalityOf, publicUrl }: TeamsChatOptions): Chat {
  async function tell({ municipality, oid }: ChatTo, cardFor: (links: Links) => Card): Promise<Told> {
    const { home, place } = await inMunicipality(municipality, async (tx) => ({
      home: await municipalityOf(tx),
      place: await findPlace(tx, municipality, personPlace(oid)),
    }));
    if (!place) return { failed: "the bot is not in a chat with her", again: false, unknown: false };
    const { serviceUrl, bot, conversation } = place;
    try {
      const at = { serviceUrl, tenant: home.entraTenantId, bot, kind: "personal", conversation } as const;
      await engine.post(at, cardFor(linksOf(publicUrl, municipality)));
      return { told: true };
    } catch (error) {
      // She took the bot out or blocked it; should she bring it back, Teams tells.
      if (troubleOf(error)) await inMunicipality(municipality, (tx) => removePlace(tx, municipality, personPlace(oid)));
      return failureOf(error);
    }
  }

  return {
    reaches: botReaches,
    reachesAmong: botReachesAmong,
    tellTask: (to, item) => tell(to, (links) => taskCard(item, "", { language: to.language, links })),
    tellNews: (to, news) => tell(to, () => newsCard(news, to.language)),
    tellTasks: (to, items) => tell(to, (links) => tasksCard(items, { language: to.language, links })),
  };
}

/** Remembers for a few seconds who is asking, so that a page of ten requests looks a person up once. */
import type { Actor } from "../../shared/work.ts";

export interface ActorCache {
  /** The remembered actor, or what `find` gives; several requests at once share one look-up. Nobody found is not remembered. */
  get(key: string, find: () => Promise<Actor | undefined>): Promise<Actor | undefined>;
  has(key: string): boolean;
  /** Of one municipality, or all: roles changed, somebody left or signed out. */
  forget(municipality?: string): void;
}

const longestMs = 5000;
const mostActors = 10_000;

export function actorCache(): ActorCache {
  const held = new Map<string, { actor: Promise<Actor | undefined>; until: number }>();
  /** Grows with every `forget`, so that a look-up begun before it is not remembered after it. */
  let generation = 0;

  return {
    get(key, find) {
      const known = held.get(key);
      if (known && known.until > performance.now()) return known.actor;
      const startedIn = generation;
      const actor = find();
      if (held.size >= mostActors) held.clear();
      const entry = { actor, until: performance.now() + longestMs };
      held.set(key, entry);
      const drop = () => held.get(key) === entry && held.delete(key);
      actor.then((found) => (!found || generation !== startedIn) && drop(), drop);
      return actor;
    },
    has: (key) => (held.get(key)?.until ?? 0) > performance.now(),
    forget(municipality) {
      generation++;
      if (municipality === undefined) held.clear();
      else for (const key of held.keys()) if (key.startsWith(`${municipality} `)) held.delete(key);
    },
  };
}

/** Makes the actor of a request: from a token of Entra (tab, scripts) or from the session cookie (browser). */
import type { IncomingMessage } from "node:http";
import { fingerprint } from "../../shared/ids.ts";
import type { Actor, Channel, Tx } from "../../shared/work.ts";
import { type ActorCache, actorCache } from "./actor-cache.ts";
import { arrivalOf } from "./arrival.ts";
import type { CookieKind } from "./cookies.ts";
import { type TokenJudge, wrongToken } from "./entra-token.ts";
import type { Limits } from "./limits.ts";
import type { MunicipalityBook } from "./municipalities.ts";
import { WebRefusal } from "./problems.ts";

/** What the slice `members` knows of people; given by the wiring. */
export interface People {
  /** The person whose session this is, unless it has ended at `now`. `session`: the whole cookie value, `<municipality>.<secret>`. */
  actorForSession(tx: Tx, session: string, channel: Channel, now: Date): Promise<Actor | null>;
  actorForEntra(tx: Tx, oid: string, channel: Channel): Promise<Actor | null>;
  /** Opens a browser session for who signed in with the municipality's tenant; refuses who is not known here. */
  openEntraSession(tx: Tx, oid: string, now: Date): Promise<{ session: string; expiresAt: string; name: string }>;
}

export interface Asker {
  actor: Actor;
  /** How it was proved: only a cookie is sent along by a browser without anybody asking for it. */
  by: "token" | "cookie";
}

export interface WhoIsAsking {
  /** The asker; undefined for a visitor. Throws 401 for a wrong token, 403 for a right one of somebody who is not known here. */
  ask(request: IncomingMessage): Promise<Asker | undefined>;
  cache: ActorCache;
}

interface Means {
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  people: People;
  judge: TokenJudge;
  book: MunicipalityBook;
  sessionCookie: CookieKind;
  limits: Limits;
}

export function whoIsAsking({ inMunicipality, people, judge, book, sessionCookie, limits }: Means): WhoIsAsking {
  const cache = actorCache();

  async function byToken(authorization: string): Promise<Asker> {
    const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
    if (!token) throw wrongToken("Send the token as: Bearer <token>.");
    const { municipality, tenantId, oid } = await judge.accessToken(token);
    const actor = await cache.get(`${municipality} ${tenantId} ${oid}`, async () => {
      return (await inMunicipality(municipality, (tx) => people.actorForEntra(tx, oid, "tab"))) ?? undefined;
    });
    if (!actor) throw new WebRefusal("not-a-member");
    return { actor, by: "token" };
  }

  async function byCookie(request: IncomingMessage, session: string): Promise<Asker | undefined> {
    const home = await book.home(session.split(".", 1)[0] ?? "");
    if (!home) return undefined;
    const key = `${home.municipality} ${fingerprint(session)}`;
    const { address, receivedAt } = arrivalOf(request);
    if (!cache.has(key)) await limits.refuseGuessing(address);
    const actor = await cache.get(key, async () => {
      return (
        (await inMunicipality(home.municipality, (tx) => people.actorForSession(tx, session, "web", receivedAt))) ?? undefined
      );
    });
    if (!actor) {
      await limits.countWrongSession(address);
      return undefined;
    }
    return { actor, by: "cookie" };
  }

  return {
    cache,
    async ask(request) {
      const { authorization } = request.headers;
      if (authorization !== undefined) return byToken(authorization);
      const session = sessionCookie.read(request);
      return session === undefined ? undefined : byCookie(request, session);
    },
  };
}

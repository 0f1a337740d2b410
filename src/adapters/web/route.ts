/** One row of the table of routes: what is asked, by whom, what answers. The server and the OpenAPI document are both made of it. */
import type { Said } from "../../shared/said.ts";
import type { AnyAction } from "./actions.ts";
import type { AnswerName } from "./view-schemas.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Which counter a request adds to (see limits.ts). */
export type RouteLimit = "reading" | "change" | "vote" | "upload" | "join" | "sign-in-link" | "session" | "letter";

export const tags = {
  Kernen: { nl: "De kernen en hun contactpersoon", en: "The villages and whom to call" },
  Meedoen: { nl: "Meedoen, aanmelden en uw eigen gegevens", en: "Joining, signing in and your own details" },
  Voorstellen: { nl: "Voorstellen, steun en gesprek", en: "Proposals, support and discussion" },
  Bijeenkomsten: {
    nl: "Bijeenkomsten: wanneer, waar, wie komt en het verslag",
    en: "Meetings: when, where, who comes and the minutes",
  },
  Stemmingen: { nl: "Stemmingen en uitslagen", en: "Polls and outcomes" },
  Beheer: { nl: "Voor beheerders: de teams in Microsoft 365", en: "For administrators: the teams in Microsoft 365" },
  Werkplek: { nl: "Voor kerncontactfunctionarissen en raadsleden", en: "For liaison officers and council members" },
} as const;

export interface Route {
  method: Method;
  /** Below /v1, with `{field}` for a field of the input: "/kernen/{kern}". */
  path: string;
  action: AnyAction;
  /** "visitor": nobody needs to be signed in; what is shown or done is for the action to judge. "nobody": it is not even looked at (ballot-box-door.ts). */
  who: "visitor" | "signed-in" | "nobody";
  tag: keyof typeof tags;
  summary: Said;
  /** "reading" for GET and "change" for the rest when left out. */
  limit?: RouteLimit;
  /** Fields of the input that stand in the query; what is neither here nor in the path comes from the body. */
  query?: readonly string[];
  body?: "json" | "image";
  /** Most bytes of a JSON body; 64 KB when left out. */
  bodyLimit?: number;
  /** Name of the answer's schema; null when the answer has no body. */
  answer: AnswerName | "image" | "export" | "poster" | "calendar" | null;
  /** 200 when left out. */
  status?: 200 | 201 | 202 | 204;
  /** Address of what was made, for 201. */
  location?(view: unknown, params: Record<string, string | undefined>): string;
  /** The body's `token` is `<municipality>.<secret>` out of a mail; the action is given the secret. */
  token?: true;
  /** Makes one answer of those of all municipalities, when nobody named one. */
  everywhere?(views: unknown[]): unknown;
  /**
   * "opens": the view's `session` goes into the cookie instead of the body. "closes": the cookie is the input's `session`, and is
   * cleared; without one there is nothing to do.
   */
  session?: "opens" | "closes";
  /** Roles or memberships may have changed: nobody's remembered rights are used any longer. */
  changesRights?: true;
  /** Nothing of this request is written down. */
  secret?: true;
  /** An input that is valid, shown in the OpenAPI document. */
  example?: Record<string, unknown>;
}

export const pathFields = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

/** Reads a field of a view that made something: its identifier, for the Location header. */
export const idOf = (view: unknown, field: string): string =>
  encodeURIComponent(String((view as Record<string, unknown>)[field]));

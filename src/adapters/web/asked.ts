/** Which municipality and which input a request to a route means. */
import type { Actor } from "../../shared/work.ts";
import type { Arrival } from "./arrival.ts";
import { type MunicipalityBook, municipalityMeant } from "./municipalities.ts";
import { WebRefusal } from "./problems.ts";
import { pathFields, type Route } from "./route.ts";

export type Input = Record<string, unknown>;

export interface Told {
  route: Route;
  arrival: Arrival;
  /** Values in the path. */
  params: Record<string, string | undefined>;
  /** What the body carried. */
  body: Input;
  /** The session cookie. */
  session: string | undefined;
}

/** The input of the action: the path goes before the query, the query before the body. A token and a session lose nothing but their prefix. */
export function inputOf({ route, arrival, params, body, session }: Told): Input {
  const input: Input = { ...body };
  for (const field of route.query ?? []) {
    const given = arrival.query.getAll(field);
    if (given.length > 1) throw new WebRefusal("invalid-input", { fields: [{ path: field, message: "given-twice" }] });
    if (given[0]?.includes("\0")) throw new WebRefusal("invalid-input", { fields: [{ path: field, message: "invalid" }] });
    // An empty field of a search form means that nothing was filled in.
    if (given[0]) input[field] = given[0];
    else delete input[field];
  }
  for (const field of pathFields(route.path)) input[field] = params[field];
  if (route.token && typeof input["token"] === "string")
    input["token"] = input["token"].slice(input["token"].lastIndexOf(".") + 1);
  if (route.session === "closes") input["session"] = session;
  return input;
}

/**
 * As whom the action is performed: who is signed in, or a visitor to the municipality that the request means. Null: to all
 * municipalities, one after the other (only for a route that can answer so).
 */
export async function actorFor(told: Told, asker: Actor | undefined, book: MunicipalityBook): Promise<Actor | null> {
  const { route, arrival, params, body, session } = told;
  if (asker && route.who === "signed-in") return asker;
  const named = params["municipality"] ?? arrival.query.get("gemeente") ?? body["municipality"];
  if (asker && !route.everywhere && !route.token && (named === undefined || named === asker.municipality)) return asker;
  if (route.everywhere && named === undefined) return null;
  const token = route.session === "closes" ? session : route.token ? withPrefix(body["token"]) : undefined;
  return visitor(await municipalityMeant(book, { named, token, kern: params["kern"] ?? body["kern"] }), arrival);
}

/** A token without its municipality still works where only one takes part. */
const withPrefix = (token: unknown): string | undefined => (typeof token === "string" && token.includes(".") ? token : undefined);

export function visitor(municipality: string, arrival: Arrival): Actor {
  return { municipality, person: null, roles: [], channel: "web", language: arrival.language };
}

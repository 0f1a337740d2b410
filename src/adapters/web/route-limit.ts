/** Which counter a request to a route adds to: of the person, or of the address as long as nobody is signed in. */
import type { Actor } from "../../shared/work.ts";
import type { Arrival } from "./arrival.ts";
import type { LimitName, Limits } from "./limits.ts";
import type { Route, RouteLimit } from "./route.ts";

/** Counted per address whoever is signed in: they send mail, or cost us guesses. */
const perAddress: Partial<Record<RouteLimit, LimitName>> = { join: "join", "sign-in-link": "signInLink", session: "session" };

const perPerson: Partial<Record<RouteLimit, LimitName>> = {
  reading: "readingPerson",
  change: "changePerson",
  vote: "votePerson",
  upload: "uploadPerson",
};

export async function countRequest(limits: Limits, route: Route, arrival: Arrival, actor: Actor | undefined): Promise<void> {
  const limit = route.limit ?? (route.method === "GET" ? "reading" : "change");
  const ofAddress = perAddress[limit];
  const ofPerson = perPerson[limit];
  if (ofAddress) await limits.count(ofAddress, arrival.address, arrival.language);
  else if (actor && ofPerson) await limits.count(ofPerson, `${actor.municipality} ${actor.person}`, arrival.language);
  else await limits.count("reading", arrival.address, arrival.language);
}

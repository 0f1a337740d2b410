/** /local/…: doors that the real Graph does not have; the local sign-in and the demo content use them, on the own machine only. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, GraphFault, notFound, read } from "./call.ts";
import { type FaultSwitch, faultSetting } from "./faults.ts";
import type { GraphState } from "./keeping.ts";
import { invitationPage, laterPage, unknownInvitationPage } from "./redeem-page.ts";
import { addTabByHand, teamsSeen } from "./seen-in-teams.ts";
import { type GraphUser, putUser, userByMail } from "./state.ts";

const tenantId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);
const seedBody = z.strictObject({
  tenant: tenantId,
  users: z.array(z.strictObject({ displayName: z.string().min(1), mail: z.email(), id: z.uuid().optional() })),
});
const redeemBody = z.strictObject({ tenant: tenantId, email: z.string() });
const answerBody = z.object({ secret: z.string(), answer: z.string() });

/** Known to the redeem page alone, so that no other site can accept an invitation. */
const secret = randomUUID();

export interface DoorRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface DoorSetting {
  state: GraphState;
  faults: FaultSwitch;
  now: number;
}

/** Answers a request below /local, or null when there is no such door. */
export function answerDoor({ method, path, query, body }: DoorRequest, { state, faults, now }: DoorSetting): Answer | null {
  if (method === "POST" && path === "/local/seed") return seed(state, body, now);
  if (path === "/local/redeem" && query.has("user")) return answerInvitation({ method, path, query, body }, state, now);
  if (method === "POST" && path === "/local/redeem") {
    const { tenant, email } = read(redeemBody, body);
    const guest = findGuest(state, tenant, (one) => one.mail.toLowerCase() === email.toLowerCase());
    if (!guest) throw notFound("No guest with this address in this tenant.");
    return { status: 200, body: show(accept(state, tenant, guest, now)) };
  }
  if (path === "/local/faults") return answerFaults(method, body, faults);
  if (method === "GET" && path === "/local/users") {
    const tenant = state.tenant(read(tenantId, query.get("tenant")));
    return { status: 200, body: [...tenant.users.values()].map(show) };
  }
  if (method === "GET" && path === "/local/teams") return teamsSeen(state, query, now);
  if (method === "POST" && path === "/local/tabs") return addTabByHand(state, body);
  return null;
}

/** Makes employees of a tenant. A known address keeps its id and takes the new name, so seeding twice changes nothing. */
function seed(state: GraphState, body: unknown, now: number): Answer {
  const { tenant: id, users } = read(seedBody, body);
  const tenant = state.tenant(id);
  const seeded = users.map(({ displayName, mail, id: givenId }) => {
    const present = userByMail(tenant, mail);
    const user: GraphUser = present
      ? { ...present, displayName }
      : {
          id: givenId ?? randomUUID(),
          displayName,
          mail,
          userPrincipalName: mail,
          userType: "Member",
          externalUserState: null,
          externalUserStateChangeDateTime: null,
          inviteRedirectUrl: null,
          createdDateTime: new Date(now).toISOString(),
          visibleAt: now,
          changed: 0,
        };
    putUser(tenant, user);
    return show(user);
  });
  state.touch(tenant);
  return { status: 200, body: { users: seeded } };
}

function findGuest(state: GraphState, tenantId: string, is: (user: GraphUser) => boolean): GraphUser | undefined {
  return [...state.tenant(tenantId).users.values()].find((user) => user.userType === "Guest" && is(user));
}

/** The guest accepts the invitation, as the real sign-in does when a guest comes in for the first time. */
function accept(state: GraphState, tenantId: string, guest: GraphUser, now: number): GraphUser {
  const tenant = state.tenant(tenantId);
  if (guest.externalUserState !== "Accepted") {
    guest.externalUserState = "Accepted";
    guest.externalUserStateChangeDateTime = new Date(now).toISOString();
    putUser(tenant, guest);
    state.touch(tenant);
  }
  return guest;
}

/** The redeem link: a page that asks, and then the way to where the invitation leads. */
function answerInvitation({ method, query, body }: DoorRequest, state: GraphState, now: number): Answer {
  const tenant = read(tenantId, query.get("tenant"));
  const guest = findGuest(state, tenant, (one) => one.id === query.get("user"));
  if (!guest) return unknownInvitationPage();
  if (method === "GET" && guest.externalUserState !== "Accepted") return invitationPage(guest, secret);
  if (method === "POST") {
    const given = read(answerBody, body);
    if (given.secret !== secret) return invitationPage(guest, secret);
    if (given.answer !== "accept") return laterPage();
  }
  accept(state, tenant, guest, now);
  return { status: 303, headers: { Location: onThisMachine(guest.inviteRedirectUrl ?? "/") } };
}

/** Graph takes https only; the app on this machine speaks http. */
function onThisMachine(address: string): string {
  return address.replace(/^https:(?=\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$))/, "http:");
}

/** POST switches faults on, DELETE off, GET tells what is on. */
function answerFaults(method: string, body: unknown, faults: FaultSwitch): Answer {
  if (method === "POST") faults.set(read(faultSetting, body));
  else if (method === "DELETE") faults.off();
  else if (method !== "GET") throw new GraphFault(405, "Request_BadRequest", "Faults take GET, POST and DELETE.");
  return { status: 200, body: faults.shown() ?? { share: 0, kinds: [] } };
}

function show({ id, displayName, mail, userType, externalUserState }: GraphUser) {
  return { id, displayName, mail, userType, externalUserState };
}

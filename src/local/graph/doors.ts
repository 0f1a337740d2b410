/** /local/…: doors that the real Graph does not have; the local sign-in and the demo content use them, on the own machine only. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, notFound, read } from "./call.ts";
import { type GraphState, type GraphUser, putUser, userByMail } from "./state.ts";

const tenantId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);
const seedBody = z.strictObject({
  tenant: tenantId,
  users: z.array(z.strictObject({ displayName: z.string().min(1), mail: z.email(), id: z.uuid().optional() })),
});
const redeemBody = z.strictObject({ tenant: tenantId, email: z.string() });

export interface DoorRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** Answers a request below /local, or null when there is no such door. */
export function answerDoor({ method, path, query, body }: DoorRequest, state: GraphState, now: number): Answer | null {
  if (method === "POST" && path === "/local/seed") return seed(state, body, now);
  if (method === "POST" && path === "/local/redeem") {
    const { tenant, email } = read(redeemBody, body);
    return { status: 200, body: show(redeem(state, tenant, (one) => one.mail.toLowerCase() === email.toLowerCase())) };
  }
  if (method === "GET" && path === "/local/redeem") {
    const guest = redeem(state, read(tenantId, query.get("tenant")), (one) => one.id === query.get("user"));
    return { status: 302, headers: { Location: guest.inviteRedirectUrl ?? "/" } };
  }
  if (method === "GET" && path === "/local/users") {
    const tenant = state.tenant(read(tenantId, query.get("tenant")));
    return { status: 200, body: [...tenant.users.values()].map(show) };
  }
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
          inviteRedirectUrl: null,
          createdDateTime: new Date(now).toISOString(),
        };
    putUser(tenant, user);
    return show(user);
  });
  state.touch(tenant);
  return { status: 200, body: { users: seeded } };
}

/** The guest accepts the invitation, as the real sign-in does when a guest comes in for the first time. */
function redeem(state: GraphState, tenantId: string, is: (user: GraphUser) => boolean): GraphUser {
  const tenant = state.tenant(tenantId);
  const guest = [...tenant.users.values()].find((user) => user.userType === "Guest" && is(user));
  if (!guest) throw notFound("No guest with this address in this tenant.");
  guest.externalUserState = "Accepted";
  state.touch(tenant);
  return guest;
}

function show({ id, displayName, mail, userType, externalUserState }: GraphUser) {
  return { id, displayName, mail, userType, externalUserState };
}

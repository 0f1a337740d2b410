/**
 * Judges tokens of Entra: signature, issuer of the token's own tenant, that tenant on our list, audience, scope, times.
 * The person is (tid, oid), never mail or UPN: those can be changed by whoever administers another tenant.
 */

import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { fingerprint } from "../../shared/ids.ts";
import type { Municipality } from "./municipalities.ts";
import { WebRefusal } from "./problems.ts";

export interface EntraSettings {
  /** https://login.microsoftonline.com, or the local stand-in. Issuer and keys stand below it, per tenant. */
  authority: string;
  clientId: string;
  /** Audiences of access tokens: exactly these. */
  audiences: readonly string[];
}

export interface EntraPerson {
  municipality: string;
  tenantId: string;
  oid: string;
}

export interface TokenJudge {
  /** A person's access token for our own API. */
  accessToken(token: string): Promise<EntraPerson>;
  /** The id token at the end of a browser sign-in; `nonce` as we sent it. */
  idToken(token: string, nonce: string): Promise<EntraPerson>;
}

interface Surroundings {
  settings(): EntraSettings;
  municipalityOf(tenantId: string): Promise<Municipality | undefined>;
  /** Whether a municipality that merged into another left this tenant behind. */
  leftTenant(tenantId: string): Promise<boolean>;
  now(): Date;
}

const scope = "access_as_user";
/** Clocks of servers differ. */
const leewaySeconds = 60;
/** A token that was found right is not judged again for a minute: a page asks ten times, and a signature costs more than all the rest. */
const believedMs = 60_000;
const mostBelieved = 10_000;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function tokenJudge({ settings, municipalityOf, leftTenant, now }: Surroundings): TokenJudge {
  const keysByTenant = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  function keysOf(authority: string, tenantId: string) {
    const address = `${authority}/${tenantId}/discovery/v2.0/keys`;
    const keys =
      keysByTenant.get(address) ?? createRemoteJWKSet(new URL(address), { cooldownDuration: 30_000, timeoutDuration: 5000 });
    keysByTenant.set(address, keys);
    return keys;
  }

  async function judge(token: string, audience: readonly string[]): Promise<{ payload: JWTPayload; person: EntraPerson }> {
    const { authority } = settings();
    const tenantId = tenantIn(token);
    const home = await municipalityOf(tenantId);
    // Who is in it is nobody we know in the new one, but she is told where to go.
    if (!home && (await leftTenant(tenantId))) throw new WebRefusal("municipality-merged");
    if (!home) throw wrongToken("The token is of a tenant that takes no part here.");
    try {
      const { payload } = await jwtVerify(token, keysOf(authority, tenantId), {
        algorithms: ["RS256"],
        issuer: `${authority}/${tenantId}/v2.0`,
        audience: [...audience],
        clockTolerance: leewaySeconds,
        currentDate: now(),
        requiredClaims: ["exp", "iat", "oid", "tid"],
      });
      const oid = payload["oid"];
      if (typeof oid !== "string" || !guid.test(oid)) throw wrongToken("The token names no person.");
      return { payload, person: { municipality: home.municipality, tenantId: home.tenantId, oid: oid.toLowerCase() } };
    } catch (error) {
      if (error instanceof WebRefusal) throw error;
      if (error instanceof errors.JOSEError && !keysOutOfReach(error)) throw wrongToken(reasonOf(error));
      throw new WebRefusal("busy", {}, { "Retry-After": "30" });
    }
  }

  const believed = new Map<string, { person: EntraPerson; until: number }>();

  return {
    accessToken: async (token) => {
      const known = believed.get(fingerprint(token));
      if (known && known.until > now().getTime()) return known.person;
      const { payload, person } = await judge(token, settings().audiences);
      const scopes = String(payload["scp"] ?? "").split(" ");
      if (!scopes.includes(scope)) throw wrongToken(`The token lacks the scope ${scope}.`);
      if (believed.size >= mostBelieved) believed.clear();
      believed.set(fingerprint(token), { person, until: Math.min(now().getTime() + believedMs, (payload.exp ?? 0) * 1000) });
      return person;
    },
    idToken: async (token, nonce) => {
      const { payload, person } = await judge(token, [settings().clientId]);
      if (payload["nonce"] !== nonce) throw wrongToken("The token answers another sign-in.");
      return person;
    },
  };
}

/** The tenant a token says it is of; nothing is believed of it until the keys of that tenant confirm it. */
function tenantIn(token: string): string {
  try {
    const tenantId = decodeJwt(token)["tid"];
    if (typeof tenantId === "string" && guid.test(tenantId)) return tenantId;
  } catch {
    throw wrongToken("The token cannot be read.");
  }
  throw wrongToken("The token names no tenant.");
}

/** The tenant's keys did not come, so nothing is known of the token. */
function keysOutOfReach(error: errors.JOSEError): boolean {
  return error instanceof errors.JWKSTimeout || error.code === "ERR_JOSE_GENERIC";
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return "The token has expired.";
  if (error instanceof errors.JWTClaimValidationFailed) return `The token has a wrong or missing ${error.claim}.`;
  return "The token is not signed by its tenant.";
}

/** 401 with what a developer needs (RFC 6750); the person reads the sentence of "not-signed-in". */
export function wrongToken(description: string): WebRefusal {
  return new WebRefusal(
    "not-signed-in",
    {},
    { "WWW-Authenticate": `Bearer error="invalid_token", error_description="${description}"` },
  );
}

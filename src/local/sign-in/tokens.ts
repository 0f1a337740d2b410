/** Tokens shaped after Entra's of version 2.0. */
import { createHash, randomInt } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { LocalPerson } from "./directory.ts";
import { graphAudience, localClientId, ownScope } from "./settings.ts";
import type { SigningKey } from "./signing-key.ts";

export interface IssuedToken {
  token: string;
  expiresAt: Date;
  /** Seconds. */
  expiresIn: number;
}

export interface TokenIssuer {
  /** For our own API: what the tab gets from Teams. */
  accessToken(person: LocalPerson): Promise<IssuedToken>;
  idToken(person: LocalPerson, nonce: string | undefined): Promise<IssuedToken>;
  /** For Microsoft Graph, of the app itself in one tenant, with the application permissions it was granted there. */
  graphToken(tenantId: string): Promise<IssuedToken>;
  /** Judges a token for Graph; throws when it is none of ours, has expired or is for something else. */
  verifyGraphToken(token: string): Promise<{ tid: string; roles: readonly string[] }>;
}

interface Means {
  key: SigningKey;
  issuerOf(tenantId: string): string;
  graphPermissions: readonly string[];
  clock(): Date;
}

export function tokenIssuer({ key, issuerOf, graphPermissions, clock }: Means): TokenIssuer {
  async function issue(tenantId: string, audience: string, claims: Record<string, unknown>): Promise<IssuedToken> {
    // Entra picks a lifetime between 60 and 90 minutes, so that not everybody comes back at once.
    const expiresIn = randomInt(60 * 60, 90 * 60);
    const issuedAt = Math.floor(clock().getTime() / 1000);
    const token = await new SignJWT({ ...claims, tid: tenantId, ver: "2.0" })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
      .setIssuer(issuerOf(tenantId))
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + expiresIn)
      .sign(key.privateKey);
    return { token, expiresAt: new Date((issuedAt + expiresIn) * 1000), expiresIn };
  }

  const claimsOf = ({ tenantId, oid, name, email }: LocalPerson) => ({
    oid,
    name,
    preferred_username: email,
    sub: createHash("sha256").update(`${tenantId} ${oid} ${localClientId}`).digest("base64url"),
  });

  return {
    accessToken: (person) =>
      issue(person.tenantId, localClientId, { ...claimsOf(person), azp: localClientId, azpacr: "0", scp: ownScope }),
    idToken: (person, nonce) => issue(person.tenantId, localClientId, { ...claimsOf(person), ...(nonce ? { nonce } : {}) }),
    graphToken: (tenantId) =>
      issue(tenantId, graphAudience, { appid: localClientId, azp: localClientId, idtyp: "app", roles: graphPermissions }),
    verifyGraphToken: async (token) => {
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: ["RS256"],
        audience: graphAudience,
        currentDate: clock(),
        requiredClaims: ["exp", "tid"],
      });
      const tid = String(payload["tid"]);
      if (payload.iss !== issuerOf(tid)) throw new Error("The issuer is not this tenant's.");
      const roles = payload["roles"];
      return { tid, roles: Array.isArray(roles) ? roles.map(String) : [] };
    },
  };
}

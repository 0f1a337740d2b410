/**
 * Whether a request to the bot was signed by the Bot Framework for this bot. Done here with jose instead of by the SDK: the SDK answers
 * some bad tokens with 500, looks for a new signing key once an hour at most, and also takes tokens of Microsoft's emulator and of
 * other bots, which we have no use for.
 */
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";

/** Authentication with the Bot Connector: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const publicMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
const issuer = "https://api.botframework.com";
const clockToleranceSeconds = 300;
const metadataAgeMs = 24 * 3_600_000;
const patienceMs = 10_000;

export interface VerifiedToken {
  /** The address that may be answered at; null when the token names none. */
  serviceUrl: string | null;
  /** Channels ("msteams") that may use the signing key; empty when Microsoft does not limit it. */
  endorsements: readonly string[];
}

/** The keys could not be fetched, so nothing can be said about the token. */
export class KeysUnavailable extends Error {}

export interface TokenVerifier {
  /** Gives null for every header that proves nothing. Throws KeysUnavailable. */
  verify(authorization: string | undefined): Promise<VerifiedToken | null>;
  /** Whether there are keys to verify with. Those of the last day do, so that a disturbance at Microsoft puts nothing out of service here. */
  check(): Promise<void>;
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;
const metadataSchema = z.looseObject({ jwks_uri: z.url() });

export function makeTokenVerifier(botId: string, metadataUrl = publicMetadataUrl): TokenVerifier {
  let keys: { get: KeySet; at: number } | undefined;
  let underWay: Promise<KeySet> | undefined;

  async function fetchKeys(): Promise<KeySet> {
    try {
      const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(patienceMs) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const { jwks_uri: address } = metadataSchema.parse(await response.json());
      keys = {
        get: createRemoteJWKSet(new URL(address), { timeoutDuration: patienceMs, cacheMaxAge: metadataAgeMs }),
        at: Date.now(),
      };
      return keys.get;
    } catch (cause) {
      throw new KeysUnavailable(`The Bot Framework's OpenID metadata at ${metadataUrl} cannot be read.`, { cause });
    } finally {
      underWay = undefined;
    }
  }

  /** However many requests wait for the keys, they are fetched once. */
  function currentKeys(): Promise<KeySet> | KeySet {
    if (keys && Date.now() - keys.at < metadataAgeMs) return keys.get;
    underWay ??= fetchKeys();
    return underWay;
  }

  return {
    async verify(authorization) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? "")?.[1];
      if (!token) return null;
      const get = await currentKeys();
      try {
        const { payload, protectedHeader } = await jwtVerify(token, get, {
          issuer,
          audience: botId,
          algorithms: ["RS256"],
          requiredClaims: ["exp"],
          clockTolerance: clockToleranceSeconds,
        });
        const { serviceurl: serviceUrl } = payload;
        return {
          serviceUrl: typeof serviceUrl === "string" ? serviceUrl : null,
          endorsements: endorsementsOf(get, protectedHeader.kid),
        };
      } catch (error) {
        if (isAboutKeys(error))
          throw new KeysUnavailable("The Bot Framework's signing keys cannot be fetched.", { cause: error });
        return null;
      }
    },
    async check() {
      await currentKeys();
    },
  };
}

const endorsedKey = z.looseObject({ endorsements: z.array(z.string()).optional() });

function endorsementsOf(keys: KeySet, kid: string | undefined): readonly string[] {
  const used = keys.jwks()?.keys.find((key) => key.kid === kid);
  return endorsedKey.safeParse(used).data?.endorsements ?? [];
}

function isAboutKeys(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  // What jose throws when the key set answers with another status than 200 or with no JSON, and what fetch throws.
  if (error instanceof errors.JOSEError) return error.code === "ERR_JOSE_GENERIC";
  return error instanceof Error && error.message === "fetch failed";
}

/** Authorization codes: each good for one exchange within five minutes, by whoever knows the PKCE verifier. */
import { createHash, randomBytes } from "node:crypto";
import type { LocalPerson } from "./directory.ts";

export interface Granted {
  person: LocalPerson;
  redirectUri: string;
  scope: string;
  nonce: string | undefined;
  /** S256 of the verifier. */
  challenge: string;
}

export interface Codes {
  issue(granted: Granted): string;
  /** What the code was given for; undefined when it is unknown, used, too old, or the verifier is not the one. */
  redeem(code: string, verifier: string, redirectUri: string): Granted | undefined;
}

const livesMs = 300_000;

export function authorizationCodes(clock: () => Date): Codes {
  const waiting = new Map<string, { granted: Granted; until: number }>();
  return {
    issue(granted) {
      const now = clock().getTime();
      for (const [code, { until }] of waiting) if (until < now) waiting.delete(code);
      const code = randomBytes(32).toString("base64url");
      waiting.set(code, { granted, until: now + livesMs });
      return code;
    },
    redeem(code, verifier, redirectUri) {
      const found = waiting.get(code);
      waiting.delete(code);
      if (!found || found.until < clock().getTime() || found.granted.redirectUri !== redirectUri) return undefined;
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      return challenge === found.granted.challenge ? found.granted : undefined;
    },
  };
}

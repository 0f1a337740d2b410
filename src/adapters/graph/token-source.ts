/** Tokens for Graph, one per tenant and never shared between tenants. */
import type { TokenCredential } from "@azure/identity";
import { decodeJwt } from "jose";

/** Gives a bearer token for Graph in a tenant. `fresh`: not the one kept, which Graph no longer took. */
export type TokenSource = (tenantId: string, fresh?: boolean) => Promise<string>;

/** The sign-in service will not give a token for this tenant, however often it is asked. */
export class TokenDenied extends Error {}

const graphScope = "https://graph.microsoft.com/.default";
/** What a managed identity asks a token for to be believed as a federated credential of the app. */
const exchangeScope = "api://AzureADTokenExchange/.default";

export type EntraIdentity =
  | { clientId: string; managedIdentityClientId: string }
  /** Path of a PEM file with certificate and private key. */
  | { clientId: string; certificatePath: string };

/** Tokens from Entra, without a secret: by the managed identity that the app trusts, or by a certificate outside Azure. */
export function entraTokens(identity: EntraIdentity): TokenSource {
  const byTenant = new Map<string, Promise<TokenCredential>>();
  return async (tenantId, fresh) => {
    const kept = fresh ? undefined : byTenant.get(tenantId);
    const credential = kept ?? credentialFor(identity, tenantId);
    byTenant.set(tenantId, credential);
    const token = await (await credential).getToken(graphScope).catch((cause: unknown) => {
      // Without a statusCode the service was not reached; 400 and 401 are its answer about this app in this tenant.
      const { statusCode, message } = cause as { statusCode?: number; message: string };
      throw statusCode === 400 || statusCode === 401 ? new TokenDenied(message, { cause }) : cause;
    });
    if (!token) throw new Error(`Entra gave no token for Graph in tenant ${tenantId}.`);
    return token.token;
  };
}

/** The library is loaded only where there is a cloud: it takes 25 MB. */
async function credentialFor(identity: EntraIdentity, tenantId: string): Promise<TokenCredential> {
  const { ClientAssertionCredential, ClientCertificateCredential, ManagedIdentityCredential } = await import("@azure/identity");
  if ("certificatePath" in identity) {
    return new ClientCertificateCredential(tenantId, identity.clientId, { certificatePath: identity.certificatePath });
  }
  const managed = new ManagedIdentityCredential({ clientId: identity.managedIdentityClientId });
  return new ClientAssertionCredential(tenantId, identity.clientId, async () => (await managed.getToken(exchangeScope)).token);
}

/** The tenant a token is for; null when it is not in a form that tells. Whether it is genuine is for Graph to judge. */
export function readTenant(token: string): string | null {
  try {
    return decodeJwt<{ tid?: string }>(token).tid ?? null;
  } catch {
    return null;
  }
}

/** Renewed this long before the end, so that no call leaves with a token that expires on the way. */
const renewBeforeMs = 120_000;

/** Tokens from the local sign-in: an ordinary client-credentials request to `${authority}/{tenant}/oauth2/v2.0/token`. */
export function clientCredentialTokens(options: { authority: string; clientId: string; clientSecret: string }): TokenSource {
  const kept = new Map<string, { token: string; until: number }>();
  return async (tenantId, fresh) => {
    const known = fresh ? undefined : kept.get(tenantId);
    if (known && known.until > Date.now()) return known.token;
    const response = await fetch(`${options.authority}/${tenantId}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.clientId,
        client_secret: options.clientSecret,
        scope: graphScope,
      }),
    });
    if (!response.ok) {
      const { error_description: reason = "" } = (await response.json().catch(() => ({}))) as { error_description?: string };
      const message = `${options.authority} gave no token for tenant ${tenantId}: HTTP ${response.status}. ${reason}`.trim();
      throw response.status === 400 || response.status === 401 ? new TokenDenied(message) : new Error(message);
    }
    const given = (await response.json()) as { access_token: string; expires_in: number };
    kept.set(tenantId, { token: given.access_token, until: Date.now() + given.expires_in * 1000 - renewBeforeMs });
    return given.access_token;
  };
}

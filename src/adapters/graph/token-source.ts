/** Tokens for Graph, one per tenant and never shared between tenants. */
import { readFile } from "node:fs/promises";
import type { TokenCredential } from "@azure/identity";

/** Gives a bearer token for Graph in a tenant. */
export type TokenSource = (tenantId: string) => Promise<string>;

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
  return async (tenantId) => {
    const credential = byTenant.get(tenantId) ?? credentialFor(identity, tenantId);
    byTenant.set(tenantId, credential);
    const token = await (await credential).getToken(graphScope);
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

/** Renewed this long before the end, so that no call leaves with a token that expires on the way. */
const renewBeforeMs = 120_000;

/** Tokens from the local sign-in: an ordinary client-credentials request to `${authority}/{tenant}/oauth2/v2.0/token`. */
export function clientCredentialTokens(options: { authority: string; clientId: string; clientSecret: string }): TokenSource {
  const kept = new Map<string, { token: string; until: number }>();
  return async (tenantId) => {
    const known = kept.get(tenantId);
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
    if (!response.ok) throw new Error(`${options.authority} gave no token for tenant ${tenantId}: HTTP ${response.status}.`);
    const given = (await response.json()) as { access_token: string; expires_in: number };
    kept.set(tenantId, { token: given.access_token, until: Date.now() + given.expires_in * 1000 - renewBeforeMs });
    return given.access_token;
  };
}

/** Says in one sentence why a certificate cannot be used, or null; for `check()`. */
export async function certificateFault(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, "utf8");
    const complete = text.includes("BEGIN CERTIFICATE") && text.includes("PRIVATE KEY");
    return complete ? null : `${path} does not hold both a certificate and its private key.`;
  } catch {
    return `${path} cannot be read.`;
  }
}

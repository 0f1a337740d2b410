/** Proves to Entra that we are the app, without a secret: by the managed identity it trusts, or by a certificate outside Azure. */
import { createHash, createPrivateKey, randomUUID, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { SignJWT } from "jose";

/** What a managed identity asks a token for to be believed as a federated credential. */
const exchangeScope = "api://AzureADTokenExchange/.default";

/** Gives an assertion for any token endpoint: the managed identity's own token. */
export function managedIdentityAssertion(managedIdentityClientId: string): (tokenEndpoint: string) => Promise<string> {
  return async () => {
    const { ManagedIdentityCredential } = await import("@azure/identity");
    return (await new ManagedIdentityCredential({ clientId: managedIdentityClientId }).getToken(exchangeScope)).token;
  };
}

/**
 * Signs an assertion per use with the certificate (PEM file with key); valid five minutes, for that endpoint only.
 * Form: learn.microsoft.com/entra/identity-platform/certificate-credentials (PS256, x5t#S256).
 */
export function certificateAssertion(clientId: string, pemFile: string): (tokenEndpoint: string) => Promise<string> {
  return async (tokenEndpoint) => {
    const pem = await readFile(pemFile, "utf8");
    const thumbprint = createHash("sha256").update(new X509Certificate(pem).raw).digest("base64url");
    return new SignJWT()
      .setProtectedHeader({ alg: "PS256", typ: "JWT", "x5t#S256": thumbprint })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(tokenEndpoint)
      .setJti(randomUUID())
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime("5m")
      .sign(createPrivateKey(pem));
  };
}

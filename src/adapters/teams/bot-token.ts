/** The token with which the bot speaks to the Bot Connector: single-tenant, so always from our own tenant, without a password. */
import type { TokenCredential } from "@azure/identity";

export interface BotCredentials {
  botId: string;
  /** The tenant in which the bot is registered. */
  tenantId: string;
  /** PEM file with certificate and private key; or the client id of the managed identity that is the app's federated credential. */
  proof: { certificateFile: string } | { managedIdentityClientId: string };
}

const scope = "https://api.botframework.com/.default";
const federationScope = "api://AzureADTokenExchange/.default";

/** A function that gives a valid token; @azure/identity keeps it until it nears its end. Throws when Entra refuses. */
export function makeBotToken({ botId, tenantId, proof }: BotCredentials): () => Promise<string> {
  let credential: Promise<TokenCredential> | undefined;
  return async () => {
    credential ??= credentialFor(botId, tenantId, proof);
    const given = await (await credential).getToken(scope);
    if (!given) throw new Error("Entra gave no token for the bot.");
    return given.token;
  };
}

/** The library is loaded only where there is a cloud: it takes 25 MB. */
async function credentialFor(botId: string, tenantId: string, proof: BotCredentials["proof"]): Promise<TokenCredential> {
  const { ClientAssertionCredential, ClientCertificateCredential, ManagedIdentityCredential } = await import("@azure/identity");
  if ("certificateFile" in proof) {
    return new ClientCertificateCredential(
      tenantId,
      botId,
      { certificatePath: proof.certificateFile },
      { sendCertificateChain: true },
    );
  }
  const identity = new ManagedIdentityCredential({ clientId: proof.managedIdentityClientId });
  return new ClientAssertionCredential(tenantId, botId, async () => (await identity.getToken(federationScope)).token);
}

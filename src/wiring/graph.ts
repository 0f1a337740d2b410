/** Opens Microsoft Graph: the real one, or the local stand-in. */
import { closeSync, openSync, writeSync } from "node:fs";
import { entraTokens, type Graph, graphWorkplace, openGraph } from "../adapters/graph/index.ts";
import { certificateAssertion, managedIdentityAssertion } from "../adapters/web/index.ts";
import type { Config } from "../config.ts";
import type { Provisioner } from "../provisioning/index.ts";
import type { LocalCloud } from "./local-cloud.ts";

export interface WorkplaceMeans {
  graph: Graph;
  workplace: ReturnType<typeof graphWorkplace>;
  /** How long to wait for things that Graph shows late; shorter on one machine. */
  settle: Provisioner["settle"];
}

/** The local Graph makes a team in seconds, so it is looked at sooner; between two looks the documented 30 s are kept. */
const localPatience = { polling: { firstMs: 2000, everyMs: 31_000 }, settle: { teamMs: 10_000, partMs: 2000, everyMs: 500 } };

export function openWorkplace({
  config,
  localCloud,
}: {
  config: Config;
  localCloud: Pick<LocalCloud, "graphUrl" | "tokens"> | undefined;
}): WorkplaceMeans {
  const record = config.GRAPH_RECORD ? recorder(config.GRAPH_RECORD) : undefined;
  const graph = openGraph({
    tokens: localCloud?.tokens ?? entraTokens(identityOf(config)),
    origin: localCloud?.graphUrl ?? config.GRAPH_URL,
    ...(localCloud ? { polling: localPatience.polling } : {}),
    ...(record ? { record } : {}),
  });
  return { graph, workplace: graphWorkplace(graph), settle: localCloud ? localPatience.settle : undefined };
}

/** Appends every request as a line of JSON, without tokens, for the contract checks. */
function recorder(path: string): (sent: unknown) => void {
  return (sent) => {
    const file = openSync(path, "a");
    writeSync(file, `${JSON.stringify(sent)}\n`);
    closeSync(file);
  };
}

/** The certificate, or the managed identity that the Entra app trusts; config.ts sees to it that one is set. */
function identityOf(config: Config) {
  const clientId = config.ENTRA_CLIENT_ID ?? "";
  return config.ENTRA_CERTIFICATE_FILE
    ? { clientId, certificatePath: config.ENTRA_CERTIFICATE_FILE }
    : { clientId, managedIdentityClientId: config.ENTRA_MANAGED_IDENTITY_CLIENT_ID ?? "" };
}

/** How the web edge proves to Entra that it is the app when somebody signs in with a browser. */
export function assertionFor(config: Config): (tokenEndpoint: string) => Promise<string> {
  const identity = identityOf(config);
  return identity.certificatePath === undefined
    ? managedIdentityAssertion(identity.managedIdentityClientId)
    : certificateAssertion(identity.clientId, identity.certificatePath);
}

/** The Teams app as provisioning and the local catalogue know it. */
import packageJson from "../../package.json" with { type: "json" };
import type { Config } from "../config.ts";
import { localClientId } from "../local/sign-in/index.ts";

export interface TeamsApp {
  /** The id in the manifest: the client id of the Entra app. */
  externalId: string;
  version: string;
  /** Resource-specific permissions that the manifest asks for. */
  permissions: readonly string[];
}

export function teamsApp(config: Config, resourceSpecific: readonly { name: string }[]): TeamsApp {
  return {
    externalId: config.ENTRA_CLIENT_ID ?? localClientId,
    version: packageJson.version,
    permissions: resourceSpecific.map(({ name }) => name),
  };
}

/** `kernplein package` and `kernplein playground`. */
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { makePackage } from "../adapters/teams/index.ts";
import { readConfig } from "../config.ts";
import { localClientId } from "../local/sign-in/index.ts";
import { readMunicipalityFiles } from "./municipalities.ts";

export interface PackageCommandOptions {
  municipality?: string;
  out: string;
}

/** Makes one zip per municipality and gives their paths. On a machine without cloud settings the packages carry the local ids. */
export async function makePackages({ municipality, out }: PackageCommandOptions): Promise<string[]> {
  const config = readConfig();
  const files = (await readMunicipalityFiles()).filter(({ slug }) => municipality === undefined || slug === municipality);
  if (files.length === 0) throw new Error(`There is no municipality file for ${municipality}.`);
  const made: string[] = [];
  for (const { slug, name } of files) {
    made.push(
      await makePackage({
        municipality: { slug, name },
        publicUrl: config.PUBLIC_URL ?? "https://kernplein.voorbeeld.example",
        botId: config.BOT_ID ?? localClientId,
        clientId: config.ENTRA_CLIENT_ID ?? localClientId,
        version: packageJson.version,
        out: join(out, `kernplein-${slug}.zip`),
      }),
    );
  }
  return made;
}

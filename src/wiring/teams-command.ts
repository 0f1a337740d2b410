/** `kernplein package` and `kernplein playground`. */
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { makePackage } from "../adapters/teams/index.ts";
import { readConfig } from "../config.ts";
import { readPlaygroundConfig, startPlayground } from "../local/playground/index.ts";
import { localClientId } from "../local/sign-in/index.ts";
import { withDatabase } from "./command-line.ts";
import { municipalityFolder, readMunicipalityFiles } from "./municipalities.ts";
import { findRunning } from "./running.ts";

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
  for (const { slug, name, app } of files) {
    const icons = app?.icons && {
      color: join(municipalityFolder, app.icons.color),
      outline: join(municipalityFolder, app.icons.outline),
    };
    made.push(
      await makePackage({
        municipality: { slug, name, appName: app?.name },
        icons,
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

export interface PlaygroundCommandOptions {
  port: string;
  municipality: string;
  kern: string;
}

/** Opens the team of one kern in Microsoft's local Teams client, against the app that runs on this machine; until Ctrl-C. */
export async function openPlayground({ port, municipality, kern }: PlaygroundCommandOptions): Promise<void> {
  const { LOCAL_FOLDER } = readConfig();
  const running = findRunning(LOCAL_FOLDER);
  if (!running) throw new Error("Kernplein does not run on this machine. Start it first, in another window: npm start");
  const config = await withDatabase(({ connections }) =>
    connections.inMunicipality(municipality, (tx) => readPlaygroundConfig(tx, kern)),
  );
  const playground = await startPlayground({
    port: Number(port),
    messagesUrl: `${running.origin}/api/messages`,
    config,
    folder: join(LOCAL_FOLDER, "playground"),
  });
  console.log(`Open ${playground.url} and say "hulp" to Kernplein. Ctrl-C stops the client; the app goes on.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void playground.close());
  await playground.ended;
}

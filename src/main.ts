/** Starts Kernplein: on a machine without cloud settings with everything that plays Microsoft, and with sample content. */
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "./config.ts";
import { isInhabited, loadDemo } from "./local/demo/load-demo.ts";
import { wasCutOff, withLoadingNote } from "./local/demo/loading-note.ts";
import { frameAddress } from "./local/teams-frame/index.ts";
import { type App, startApp } from "./wiring/app.ts";
import { resetLocal } from "./wiring/command-line.ts";
import { provisionAll } from "./wiring/provision.ts";
import { findRunning } from "./wiring/running.ts";

export interface StartOptions {
  /** Loads the sample content when there is nobody yet. Only on a machine without cloud settings. */
  demo: boolean;
}

/** Runs until Ctrl-C or a stop signal, then closes in order. Prints where everything is. */
export async function startKernplein({ demo }: StartOptions): Promise<void> {
  const config = readConfig();
  const running = config.local ? findRunning(config.LOCAL_FOLDER) : undefined;
  if (running) throw new Error(`Kernplein already runs at ${running.origin} on the same data. Stop it there first (Ctrl-C).`);
  say(config.local ? "Kernplein starts on this machine, without any cloud …" : "Kernplein starts …");
  if (demo && config.local && !config.DATABASE_URL && wasCutOff(config.LOCAL_FOLDER)) {
    say("The sample content was cut off half-way last time: it is made anew.");
    await resetLocal();
  }
  const app = await startApp(config);
  stopOnSignal(app);
  sayAddresses(app);
  if (!config.local) return;
  if (demo && !(await isInhabited(app.workshop))) await loadDemoInto(app);
  await provisionInBackground(app);
}

async function loadDemoInto({ config, perform, workshop, addPhoto }: App): Promise<void> {
  say("Loading the sample content …");
  const means = { perform, inMunicipality: workshop.inMunicipality, addPhoto, now: new Date() };
  await withLoadingNote(config.LOCAL_FOLDER, () => loadDemo(means));
  say("Molenlanden has 303 plainly fictional members with proposals, discussions and polls.");
}

/** Makes what is missing in the local Teams; a failure is told and leaves the rest running. */
async function provisionInBackground(app: App): Promise<void> {
  try {
    const { done, failures } = await provisionAll({ ...app, publicUrl: app.web.publicOrigin });
    if (done > 0) say(`Teams: ${done} things made in the local Microsoft 365.`);
    for (const { kern, reason } of failures) say(`Teams: ${kern} is left for the next start (${reason}).`);
    await app.settled();
    say("Everything is ready.");
  } catch (error) {
    say(`The teams could not be made: ${error instanceof Error ? error.message : error}`);
  }
}

function sayAddresses({ web, config }: App): void {
  const at = web.publicOrigin;
  const lines = [
    ["Open", at],
    ["Sign in (ready people)", `${at}/aanmelden`],
    ["Join as a new resident", `${at}/meedoen`],
    ...(config.local
      ? [
          ["As in Teams", frameAddress(at)],
          ["Local mailbox", `${at}/local/postvak`],
        ]
      : []),
    ["API description", `${at}/v1/openapi.json`],
    ["Bot", `${at}/api/messages  (npm run playground opens Microsoft's local Teams client)`],
  ];
  console.log(`\n${lines.map(([name, address]) => `  ${String(name).padEnd(24)}${address}`).join("\n")}\n`);
  if (config.PORT !== 0 && web.port !== config.PORT) say(`Port ${config.PORT} was taken: ${web.port} is used.`);
  if (config.local) say("Ctrl-C stops everything.");
}

function stopOnSignal(app: App): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    say("Stopping …");
    // A job or request that hangs must not keep the machine from stopping.
    void Promise.race([app.close(), sleep(15_000)]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

function say(sentence: string): void {
  console.log(`[kernplein] ${sentence}`);
}

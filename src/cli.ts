#!/usr/bin/env node
/**
 * The `kernplein` command. Exit codes: 0 good, 1 something failed (one sentence on stderr), 2 `provision plan` found something to
 * change, 64 wrong use.
 */
import { Command, CommanderError, Option } from "commander";
import { addProvisionCommands } from "./wiring/provision-cli.ts";
import { addTallyCommand } from "./wiring/tally-command.ts";

const program = new Command("kernplein")
  .description("The village square inside Microsoft Teams")
  .showHelpAfterError()
  .exitOverride();

program
  .command("start", { isDefault: true })
  .description("start the app; on a machine without cloud settings with local stand-ins and demo content")
  .option("--empty", "start without demo content")
  .action(async ({ empty }) => {
    const { startKernplein } = await import("./main.ts");
    await startKernplein({ demo: !empty });
  });

program
  .command("migrate")
  .description("bring the database up to date")
  .option("--json", "print the names of the migrations as JSON")
  .action(async ({ json }) => {
    const { withDatabase } = await import("./wiring/command-line.ts");
    await withDatabase(async ({ migrated }) => {
      print(json, migrated, migrated.length === 0 ? "The database is up to date." : `Done: ${migrated.join(", ")}.`);
    });
  });

addProvisionCommands(program);

const demo = program.command("demo").description("sample content for Molenlanden");
demo
  .command("load")
  .description("load it into an empty Molenlanden")
  .option("--json", "print as JSON")
  .action(async ({ json }) => {
    const { loadDemoContent } = await import("./wiring/command-line.ts");
    const loaded = await loadDemoContent();
    print(json, { loaded }, loaded ? "The demo content is loaded." : "Nothing was loaded: Molenlanden has members already.");
  });
demo
  .command("reset")
  .description(
    "empty the local database and the local stand-ins, so that the next start begins anew; never touches another server",
  )
  .option("--json", "print as JSON")
  .action(async ({ json }) => {
    const { resetLocal } = await import("./wiring/command-line.ts");
    const folder = await resetLocal();
    print(json, { emptied: folder }, `${folder} is emptied. Start again with: npm start`);
  });

const local = program.command("local").description("the local stand-ins of the running app");
local
  .command("remove-tab")
  .description("take the tab Voorstellen out of a kern's team, as an owner can in Teams: the administrators' page then shows it")
  .argument("<kern>", "slug of the kern")
  .option("--municipality <slug>", "of this municipality", "molenlanden")
  .action(async (kern, { municipality }) => {
    const { removeTabByHand } = await import("./wiring/local-by-hand.ts");
    console.log(await removeTabByHand(municipality, kern));
  });
local
  .command("faults")
  .description("make the local Microsoft Graph fail now and then, as the real one does; without options: tell what is on")
  .argument("[off]", "switch them off")
  .option("--share <part>", "of all requests, for example 0.3")
  .option("--kinds <list>", "which, for example 429,503,lost; all when left out")
  .option("--seed <number>", "the same faults every time")
  .option("--slow-ms <number>", "how late a slow answer comes")
  .option("--json", "print as JSON")
  .action(async (what, options) => {
    const { localFaults } = await import("./wiring/local-command.ts");
    await localFaults(what, options);
  });

program
  .command("audit")
  .description("the hash-chained audit")
  .command("verify")
  .description("recompute the chain of every municipality and name the first broken row")
  .option("--json", "print as JSON")
  .action(async ({ json }) => {
    const { verifyAudits } = await import("./wiring/command-line.ts");
    const verdicts = await verifyAudits();
    const lines = verdicts.map(({ municipality, verdict }) =>
      verdict.sound
        ? `${municipality}: ${verdict.rows} rows, sound`
        : `${municipality}: row ${verdict.brokenAt} is broken (${verdict.why}); ${verdict.rows} rows before it are sound`,
    );
    print(json, verdicts, lines.join("\n") || "There is no municipality yet.");
    if (verdicts.some(({ verdict }) => !verdict.sound)) process.exitCode = 1;
  });

addTallyCommand(program);

program
  .command("verify")
  .description("check the public export of a secret poll: ballots, log, signatures, result; names the first fault")
  .argument("<export>", "the file, also gzipped")
  .option("--head <head>", "a head that was posted (batch/size/root) or a file with one; may be given again", gather, [])
  .option("--receipt <file>", "a file with the receipts that your device kept")
  .option("--json", "print as JSON")
  .action(async (path, options) => {
    const { verifyByCommand } = await import("./wiring/verify-command.ts");
    process.exitCode = await verifyByCommand(path, options);
  });

program
  .command("openapi")
  .description("print the API description (OpenAPI 3.1, JSON)")
  .option("--json", "the description is JSON with and without this option")
  .action(async () => {
    const { apiDescription } = await import("./wiring/command-line.ts");
    console.log(JSON.stringify(await apiDescription(), null, 2));
  });

program
  .command("package")
  .description("make the Teams app package (zip) of each municipality")
  .option("--municipality <slug>", "only this municipality")
  .option("--out <folder>", "where to write", "dist/packages")
  .option("--json", "print as JSON")
  .action(async (options) => {
    const { makePackages } = await import("./wiring/teams-command.ts");
    const files = await makePackages(options);
    print(options.json, files, files.join("\n"));
  });

program
  .command("poster")
  .description("make a poster (PDF) with a QR code for the notice board, of a kern, a proposal, a poll or a meeting")
  .argument("<about>", "slug of a kern, or id of a proposal, poll or meeting")
  .addOption(new Option("--size <size>", "sheet").choices(["a4", "a3"]).default("a4"))
  .option("--municipality <slug>", "whose, when several have a kern of this name")
  .option("--out <file>", "where to write", "affiche.pdf")
  .option("--json", "print as JSON")
  .action(async (about, options) => {
    const { makePoster } = await import("./wiring/poster-command.ts");
    const made = await makePoster(about, options);
    print(options.json, made, `${made.file}: ${made.title}`);
  });

program
  .command("playground")
  .description("start Microsoft's local Teams client against the running app")
  .option("--port <number>", "where the client listens", "56150")
  .option("--municipality <slug>", "whose team to show", "molenlanden")
  .option("--kern <slug>", "which kern's team to show", "arkel")
  .action(async (options) => {
    const { openPlayground } = await import("./wiring/teams-command.ts");
    await openPlayground(options);
  });

function gather(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function print(json: boolean | undefined, data: unknown, sentence: string): void {
  console.log(json ? JSON.stringify(data, null, 2) : sentence);
}

for (const command of [program, ...program.commands, ...program.commands.flatMap((parent) => parent.commands)])
  command.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 64;
  } else {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

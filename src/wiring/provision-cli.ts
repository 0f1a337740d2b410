/** The part of the `kernplein` command that is about municipality files and Microsoft Teams. */
import type { Command } from "commander";
import type { MergeOptions } from "./merge-command.ts";
import type { DraftOptions } from "./merge-draft-command.ts";
import type { ProvisionOptions } from "./provision-command.ts";

const collect = (one: string, all: string[] = []): string[] => [...all, one];

function choosable(command: Command): Command {
  return command
    .option("--municipality <slug>", "only this municipality")
    .option("--kern <slug>", "only this kern; may be given more than once", collect)
    .option("--json", "print as JSON");
}

export function addProvisionCommands(program: Command): void {
  program
    .command("onboarding")
    .description(
      "the consent link for a municipality's administrator, and what she has done of what is needed; exit code 1 when a step is left",
    )
    .option("--municipality <slug>", "only this municipality")
    .option("--json", "print as JSON")
    .action(async (options: { municipality?: string; json?: boolean }) => {
      const { showOnboarding } = await import("./onboarding-command.ts");
      process.exitCode = await showOnboarding(options);
    });

  const provision = program.command("provision").description("make Microsoft Teams match the municipality files");

  choosable(provision.command("plan"))
    .description("show what would change; exit code 2 when something would")
    .option("--only <part>", "only members, channels or tabs")
    .action(async (options: ProvisionOptions) => {
      const { planAll } = await import("./provision-command.ts");
      process.exitCode = await planAll(options);
    });
  choosable(provision.command("apply"))
    .description("carry it out; can be interrupted and run again")
    .option("--only <part>", "only members, channels or tabs")
    .option("--dry-run", "show what would be done")
    .action(async (options: ProvisionOptions & { dryRun?: boolean }) => {
      const { applyAll } = await import("./provision-command.ts");
      process.exitCode = await applyAll(options);
    });
  choosable(provision.command("status"))
    .description("show what people changed by hand and what apply would do about it; exit code 2 when there is any")
    .action(async (options: ProvisionOptions) => {
      const { showStatus } = await import("./provision-command.ts");
      process.exitCode = await showStatus(options);
    });
  provision
    .command("accept")
    .description("write into the file that a change made by hand stays")
    .argument("<kern>", "slug of the kern")
    .argument("<what>", "as status shows it, for example tab-removed/voorstellen-arkel")
    .option("--municipality <slug>", "only in this municipality's file")
    .action(async (kern: string, what: string, options: { municipality?: string }) => {
      const { acceptDrift } = await import("./provision-file-command.ts");
      console.log((await acceptDrift(kern, what, options)).sentence);
    });
  provision
    .command("schema")
    .description("print the JSON schema of a municipality file, for editors")
    .action(async () => {
      const { schemaForEditors } = await import("./provision-file-command.ts");
      console.log(schemaForEditors());
    });
  provision
    .command("leave")
    .description("a municipality leaves: everything is exported, then its teams are archived; nothing is deleted")
    .argument("<municipality>", "slug of the municipality")
    .requiredOption("--out <folder>", "where the export goes")
    .option("--confirm <name>", "the municipality's name, typed in full")
    .option("--json", "print as JSON")
    .action(async (municipality: string, options: { out: string; confirm?: string; json?: boolean }) => {
      const { leaveMunicipality } = await import("./provision-command.ts");
      process.exitCode = await leaveMunicipality(municipality, options);
    });

  const merge = program.command("merge").description("two or three municipalities become one, with all that was said and voted");
  const merging = (name: string, description: string) =>
    merge
      .command(name)
      .description(description)
      .argument("<files...>", "the files of the municipalities that merge")
      .option("--into <file>", "the file of the new municipality")
      .option("--json", "print as JSON");
  merging("plan", "show what would become what; with --draft, propose the file of the new municipality")
    .option("--draft <file>", "write a proposal for that file, with officers and equal names sorted out")
    .option("--name <name>", "of the new municipality, for the draft")
    .option("--cbs <code>", "its code of Statistics Netherlands, as in GM1978")
    .option("--slug <slug>", "how it is called in addresses; made of the name when left out")
    .option("--tenant <id>", "its Entra tenant; the first municipality's when left out")
    .action(async (files: string[], options: MergeOptions & Partial<DraftOptions>) => {
      const { draft } = options;
      if (draft !== undefined) {
        const { draftByCommand } = await import("./merge-draft-command.ts");
        process.exitCode = await draftByCommand(files, { ...options, draft });
        return;
      }
      const { mergeByCommand } = await import("./merge-command.ts");
      process.exitCode = await mergeByCommand("plan", files, options);
    });
  merging("apply", "carry it out in one transaction")
    .option("--rehearse", "do all of it and take it back")
    .option("--confirm <name>", "the new municipality's name, typed in full")
    .action(async (files: string[], options: MergeOptions) => {
      const { mergeByCommand } = await import("./merge-command.ts");
      process.exitCode = await mergeByCommand("apply", files, options);
    });
}

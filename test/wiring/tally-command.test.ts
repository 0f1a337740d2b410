import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { Command, CommanderError } from "commander";
import { addTallyCommand } from "../../src/wiring/tally-command.ts";
import { testDatabase } from "../support/database.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fixtures = join(root, "test/voting/fixtures");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tally-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}
/** Runs the whole command as a person would, without a database unless given. */
function kernplein(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env["PATH"], LOCAL_FOLDER: join(folder, "local"), ...environment };
    execFile(process.execPath, [join(root, "src/cli.ts"), ...args], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}
/** Runs `tally` inside this process, its thread included; gives what it prints, throws what the command line would tell. */
async function tally(...args: string[]): Promise<string> {
  const printed: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((text: string) => void printed.push(`${text}\n`));
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  const program = new Command().exitOverride();
  addTallyCommand(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    await program.parseAsync(["tally", ...args], { from: "user" });
  } finally {
    log.mockRestore();
    write.mockRestore();
  }
  return printed.join("");
}
function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("--json prints exactly one object with the known result, without a database", async () => {
  const { code, out, err } = await kernplein(["tally", join(fixtures, "shetland-west-2022.blt"), "--rule", "stv", "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual(["rule", "winners", "cost", "voters", "votersWithNoWinner", "ties", "stages"]);
  expect(report).toMatchObject({ rule: "stv", winners: ["1", "4"], voters: 758, ties: [] });
  expect(report.stages).toHaveLength(8);
  expect(report.stages.at(-1)).toMatchObject({ action: "exclude 7", votes: { "1": "253.00000", "4": "298.99200" } });
});

test("without --json it tells why each won or did not, and with --trace every stage", async () => {
  const out = await tally(join(fixtures, "burlington-2009.toi"), "--rule", "irv", "--trace");
  expect(out).toMatch(/^\* 1 Bob Kiss +2585 first preferences; elected in stage 5 with 4313 votes/m);
  expect(out).toMatch(/Andy Montroll +2063 first preferences; with 2554 votes the fewest, so excluded in stage 5\./);
  expect(out).toMatch(/Stage 5: exclude 2\n +1 4313 elected\n +5 4060/);
});

test("--json --trace adds the whole trace to the object", async () => {
  const report = JSON.parse(await tally(join(fixtures, "burlington-2009.toi"), "--rule", "schulze", "--json", "--trace"));
  expect(report.ranking[0]).toEqual(["2"]);
  expect(report.trace).toMatchObject({ rule: "schulze", condorcetWinner: "2" });
});

test("a broken file is one sentence with file, line and column, in both languages", async () => {
  const broken = written("broken.blt", '2 1\n1 3 0\n0\n"A"\n"B"\n');
  const said = /^broken\.blt:2:3 Expected a candidate from 1 to 2.*Hier hoort een kandidaat.*$/;
  await expect(tally(broken, "--rule", "irv", "--json")).rejects.toThrow(said);
  await expect(tally(broken, "--export", "blt")).rejects.toThrow(said);
});

test.each([
  ["no rule", [], "Add --rule"],
  ["an unknown rule", ["--rule", "dice"], "Allowed choices"],
  ["half a seat", ["--rule", "stv", "--seats", "0.5"], "whole number of 1 or more"],
])("%s is wrong use", async (_, options, said) => {
  const wrong = tally(join(fixtures, "burlington-2009.toi"), ...options);
  await expect(wrong).rejects.toThrow(CommanderError);
  await expect(wrong).rejects.toThrow(said);
});

test("wrong use ends with 64, a file that is not there with 1", async () => {
  const [wrong, missing] = await Promise.all([
    kernplein(["tally", join(fixtures, "burlington-2009.toi")]),
    kernplein(["tally", "nowhere.pb", "--rule", "irv"]),
  ]);
  expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 64, out: "" });
  expect(missing).toEqual({
    code: 1,
    out: "",
    err: "There is no file nowhere.pb that can be read, and it is no id of a poll.\n",
  });
});

test("a rule that the file's ballots do not fit is refused, as is an export that makes no sense", async () => {
  const burlington = join(fixtures, "burlington-2009.toi");
  await expect(tally(burlington, "--rule", "equal-shares")).rejects.toThrow("needs costs and a budget");
  await expect(tally(burlington, "--export", "pb")).rejects.toThrow("needs costs and a budget");
});

test("what is exported counts the same, and exports the same again", async () => {
  const out = await tally(join(fixtures, "burlington-2009.toi"), "--export", "blt");
  const copy = written("copy.blt", out);
  expect(await tally(copy, "--export", "blt")).toBe(out);
  expect(JSON.parse(await tally(copy, "--rule", "irv", "--json"))).toMatchObject({ winners: ["1"], voters: 8980 });
});

test("the id of a poll is looked for in the database, not among files", async () => {
  await using database = await testDatabase();
  const poll = "0f0e0d0c-0b0a-4908-8706-050403020100";
  const { code, err } = await kernplein(["tally", poll], { DATABASE_URL: database.url });
  expect({ code, err }).toEqual({ code: 1, err: `There is no poll ${poll}.\n` });
});

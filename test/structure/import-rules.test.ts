import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One planted breach per rule: the file that breaks it, and what it imports. */
const breaches: [rule: string, file: string, imports: string][] = [
  ["no-cycles", "src/kernen/one.ts", "./two.ts"],
  ["shared-is-a-leaf", "src/shared/leaf.ts", "../kernen/index.ts"],
  ["kernen-knows-nothing-above", "src/kernen/up.ts", "../members/index.ts"],
  ["members-knows-nothing-above", "src/members/up.ts", "../proposals/index.ts"],
  ["proposals-knows-nothing-above", "src/proposals/up.ts", "../voting/index.ts"],
  ["meetings-knows-nothing-above", "src/meetings/up.ts", "../voting/index.ts"],
  ["voting-knows-nothing-above", "src/voting/up.ts", "../summaries/index.ts"],
  ["moderation-knows-nothing-above", "src/moderation/up.ts", "../summaries/index.ts"],
  ["front-door-only", "src/voting/side-door.ts", "../members/store.ts"],
  ["nobody-imports-reactors", "src/moderation/react.ts", "../notifications/index.ts"],
  ["reactors-ignore-each-other", "src/notifications/peek.ts", "../summaries/index.ts"],
  ["slices-know-no-adapter", "src/proposals/vendor.ts", "../adapters/files/index.ts"],
  ["adapters-enter-by-the-front", "src/adapters/web/back-door.ts", "../../members/store.ts"],
  ["adapters-ignore-each-other", "src/adapters/web/neighbour.ts", "../files/index.ts"],
  ["client-sees-contracts", "src/client/peek.ts", "../members/store.ts"],
  ["verifier-stands-alone", "src/verifier/help.ts", "../shared/leaf.ts"],
  ["nobody-is-judged-by-itself", "src/voting/self-check.ts", "../verifier/index.ts"],
  ["counting-is-pure", "src/voting/counting/store.ts", "node:fs"],
  ["local-is-for-main-and-tests", "src/adapters/web/local.ts", "../../local/postgres.ts"],
  ["config-is-read-by-main", "src/adapters/web/settings.ts", "../../config.ts"],
  ["vendors-live-in-adapters", "src/members/vendor.ts", "pg"],
  ["counting-runs-anywhere", "src/voting/counting/clock.ts", "node:fs"],
  ["no-orphans", "src/shared/lonely.ts", ""],
];

const targets: Record<string, string> = {
  "src/kernen/two.ts": 'import "./one.ts";\nexport const two = 2;\n',
  "src/members/store.ts": "export const store = 1;\n",
  "src/local/postgres.ts": "export const postgres = 1;\n",
  "src/config.ts": "export const config = 1;\n",
  "src/adapters/files/index.ts": "export const files = 1;\n",
};
for (const slice of ["kernen", "members", "proposals", "voting", "summaries", "notifications", "verifier"])
  targets[`src/${slice}/index.ts`] = "export const door = 1;\n";

let planted: string;
const violations = new Map<string, string[]>();

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), "import-rules-"));
  const files = {
    ...targets,
    ...Object.fromEntries(
      breaches.map(([, file, imports]) => [file, imports && `import "${imports}";\nexport const breach = 1;\n`]),
    ),
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(planted, dirname(file)), { recursive: true });
    writeFileSync(join(planted, file), content);
  }
  symlinkSync(join(root, "node_modules"), join(planted, "node_modules"));
  const found = cruise(planted) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  for (const { rule, from } of found.summary.violations) violations.set(rule.name, [...(violations.get(rule.name) ?? []), from]);
});
afterAll(() => rmSync(planted, { recursive: true, force: true }));

function cruise(cwd: string): unknown {
  const command = [
    join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
    "--config",
    join(root, ".dependency-cruiser.mjs"),
  ];
  try {
    return JSON.parse(
      execFileSync("node", [...command, "--output-type", "json", "src"], { cwd, encoding: "utf8", maxBuffer: 1e8 }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

test.each(breaches)("the import rule %s fires on a planted breach", (rule, file) => {
  expect(violations.get(rule)).toContain(file);
});

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const slices = [
  "kernen",
  "members",
  "proposals",
  "meetings",
  "voting",
  "moderation",
  "notifications",
  "summaries",
  "provisioning",
];

const actions = slices.flatMap((slice) =>
  readdirSync(join(source, slice))
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(source, slice, file), "utf8");
      const named = [...text.matchAll(/(?:secretAction|action)\(\{\s*name: "([^"]+)"/g)];
      return named.map(([, name]) => ({ slice, file, name: name ?? "" }));
    }),
);

test("there are actions in every slice that people act in", () => {
  expect(actions.length).toBeGreaterThan(30);
  for (const slice of ["kernen", "members", "proposals", "meetings", "voting", "moderation", "summaries"]) {
    expect(actions.some((found) => found.slice === slice)).toBe(true);
  }
});

test.each(actions.map(({ name, slice, file }) => [name, slice, file]))(
  "the action %s lives where its name says",
  (name, slice, file) => {
    const [home, deed] = name.split(".");
    expect(home).toBe(slice);
    // Twins that differ in direction only ("withdraw-support") may share a file named after what they change.
    const twins = actions.filter((other) => other.slice === slice && other.file === file).length > 1;
    if (!twins) expect(`${deed}.ts`).toBe(basename(file));
  },
);

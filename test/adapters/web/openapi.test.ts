import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { makeRoutes, openApiDocument } from "../../../src/adapters/web/index.ts";
import { webActions } from "../../../src/wiring/actions.ts";

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example?: unknown; schema: { $ref?: string } }> };
  responses: Record<string, unknown>;
  security: unknown[];
}

const routes = makeRoutes(webActions({} as never));
const settings = {
  publicOrigin: "https://kernplein.voorbeeld.example",
  contact: { name: "Kernplein", email: "kernplein@voorbeeld.example", url: "https://kernplein.voorbeeld.example" },
};
const document = openApiDocument(routes, settings) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe("the API's description", () => {
  test("names every route once, by an id of its own", () => {
    expect(operations.length).toBe(routes.length + 2);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  test("says of every route who may ask, and of every part of an address what it is", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { parameters = [], security }] of Object.entries(methods)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const named = parameters.filter((one) => one.in === "path").map(({ name }) => name);
        expect({ path, method, named, said: security.length > 0 }).toEqual({ path, method, named: inPath, said: true });
      }
    }
  });

  test("refers only to parts that are there, and holds no part that nobody uses", () => {
    const text = JSON.stringify(document);
    const used = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  test("shows examples that the actions themselves take", () => {
    for (const { action, example, path, method } of routes) {
      if (!example) continue;
      const uuid = "3f2b8c1e-6a4d-4f7b-9c2e-1d5a7b9e0f31";
      const inPath = {
        kern: "arkel",
        proposal: uuid,
        poll: uuid,
        meeting: uuid,
        joinRequest: uuid,
        comment: uuid,
        person: uuid,
        draft: uuid,
        municipality: "molenlanden",
        serial: "1",
        stack: "1",
        mail: "polls",
      };
      const token = typeof example["token"] === "string" ? { token: example["token"].split(".")[1] } : {};
      const parsed = action.input.safeParse({ ...inPath, ...example, ...token });
      expect({ route: `${method} ${path}`, faults: parsed.error?.issues ?? [] }).toEqual({
        route: `${method} ${path}`,
        faults: [],
      });
    }
  });

  test("uses Dutch words for what there is: plural nouns, or one's own", () => {
    const own = new Set(["ik", "huidige", "bijval", "export", "agenda", "verslag"]);
    for (const path of Object.keys(document.paths)) {
      if (path === "/openapi.json") continue;
      const nouns = path.split("/").filter((part) => part !== "" && !part.startsWith("{") && !own.has(part));
      for (const noun of nouns) expect({ path, noun, plural: /(en|s)$/.test(noun) }).toEqual({ path, noun, plural: true });
    }
  });
});

const ruleset = fileURLToPath(new URL("../../../../shared/contracts/adr-linter.yaml", import.meta.url));
const spectral = fileURLToPath(new URL("../../../node_modules/@stoplight/spectral-cli/dist/index.js", import.meta.url));

// The ruleset of Logius stands beside the checkout where it is available; `npm run lint:api` uses the same.
(existsSync(ruleset) ? test : test.skip)(
  "the NL API Design Rules find no fault",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "kernplein-openapi-"));
    try {
      const file = join(folder, "openapi.json");
      await writeFile(file, JSON.stringify(document));
      const { stdout } = await promisify(execFile)(process.execPath, [
        spectral,
        "lint",
        "--fail-severity",
        "hint",
        "-r",
        ruleset,
        file,
      ]);
      expect(stdout).toContain("No results");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

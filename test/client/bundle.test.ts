import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { builtClient, filesOf, gzippedBytes, kernHome, lastBuild } from "./first-load.ts";

const build = await lastBuild();
const tested = build ? test : test.skip;

tested("the home of a kern takes at most 170 KB of packed JavaScript on a first visit", async () => {
  const bytes = await gzippedBytes(filesOf(build ?? {}, kernHome));
  expect(bytes).toBeLessThanOrEqual(170_000);
});

tested("the map, the Teams library and the rules of the server are not in it", async () => {
  const files = filesOf(build ?? {}, kernHome).filter((file) => file.endsWith(".js"));
  for (const file of files) {
    const content = await readFile(join(builtClient, file), "utf8");
    for (const stranger of ["leaflet-container", "app.initialize", "authentication.getAuthToken", "ZodError", "$ZodType"]) {
      expect([file, stranger, content.includes(stranger)]).toEqual([file, stranger, false]);
    }
  }
});

tested("no file of the build carries the rules of the server", async () => {
  for (const { file } of Object.values(build ?? {})) {
    if (!file.endsWith(".js")) continue;
    const content = await readFile(join(builtClient, file), "utf8");
    expect([file, content.includes("ZodError")]).toEqual([file, false]);
  }
});

tested("every script and style sheet has its packed twins, and the page leaves room for the nonce", async () => {
  for (const { file } of Object.values(build ?? {})) {
    if (!/\.(js|css)$/.test(file)) continue;
    for (const twin of ["gz", "br"]) expect((await readFile(join(builtClient, `${file}.${twin}`))).length).toBeGreaterThan(0);
  }
  const page = await readFile(join(builtClient, "index.html"), "utf8");
  expect(page).toContain('<meta name="csp-nonce" content="__CSP_NONCE__"');
  for (const [tag] of page.matchAll(/<script[^>]*>/g)) expect(tag).toContain('nonce="__CSP_NONCE__"');
  expect(page).not.toMatch(/<style|\son\w+=|javascript:/);
});

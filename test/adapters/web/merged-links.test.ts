import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { redirectOf } from "../../../src/kernen/index.ts";
import { type RunningWeb, runningWeb } from "./running-web.ts";

const merged = [{ municipality: "giessenlanden", into: "molenlanden", kernen: { "hoog-blokland": "hoogblokland" } }];
let web: RunningWeb;
beforeAll(async () => {
  web = await runningWeb({ movedTo: async (path) => redirectOf(path, merged) });
});
afterAll(() => web.close());

const follow = (path: string) => fetch(web.origin + path, { redirect: "manual", headers: { accept: "text/html" } });

test.each([
  ["/giessenlanden/arkel/voorstellen?sort=newest", "/molenlanden/arkel/voorstellen?sort=newest"],
  ["/giessenlanden/hoog-blokland", "/molenlanden/hoogblokland"],
])("the old address %s leads to %s for good", async (from, to) => {
  const answer = await follow(from);
  expect([answer.status, answer.headers.get("location")]).toEqual([308, to]);
});

test("the address of a municipality that never was leads nowhere", async () => {
  expect((await follow("/nergensland/arkel")).headers.get("location")).toBeNull();
});

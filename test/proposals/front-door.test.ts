import { existsSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { diskPhotoStore, makePhotoCleaner } from "../../src/adapters/files/index.ts";
import * as door from "../../src/proposals/index.ts";

const { makeAddPhoto, makeViewPhoto, ...rest } = door;
const store = diskPhotoStore("never-made");
const actions = [
  ...Object.values(rest).filter((one) => typeof one === "object"),
  makeAddPhoto({ store, cleaner: makePhotoCleaner() }),
  makeViewPhoto({ store }),
];

test.each(actions.map((one) => [one.name, one.kind]))("%s (%s) lives in the file of its name", (name) => {
  const [slice, file] = name.split(".");
  expect(slice).toBe("proposals");
  expect(existsSync(new URL(`../../src/proposals/${file}.ts`, import.meta.url))).toBe(true);
});

test("whatever changes something is audited", () => {
  const views = actions.filter(({ kind }) => kind === "view").map(({ name }) => name);
  expect(views.sort()).toEqual([
    "proposals.list-proposals",
    "proposals.similar-proposals",
    "proposals.view-own-words",
    "proposals.view-photo",
    "proposals.view-proposal",
  ]);
  expect(actions).toHaveLength(21);
});

import { existsSync } from "node:fs";
import { expect, test } from "@jest/globals";
import * as door from "../../src/meetings/index.ts";

const actions = Object.values(door).filter((one) => typeof one === "object");

test.each(actions.map((one) => [one.name, one.kind]))("%s (%s) lives in the file of its name", (name) => {
  const [slice, file] = name.split(".");
  expect(slice).toBe("meetings");
  expect(existsSync(new URL(`../../src/meetings/${file}.ts`, import.meta.url))).toBe(true);
});

test("whatever changes something is audited", () => {
  const views = actions.filter(({ kind }) => kind === "view").map(({ name }) => name);
  expect(views.sort()).toEqual([
    "meetings.list-invitations",
    "meetings.list-led-meetings",
    "meetings.list-meetings",
    "meetings.list-my-meetings",
    "meetings.view-coming",
    "meetings.view-kern-calendar",
    "meetings.view-meeting",
    "meetings.view-meeting-calendar",
  ]);
  expect(actions).toHaveLength(15);
});

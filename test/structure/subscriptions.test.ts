import { expect, test } from "@jest/globals";
import type { Reaction } from "../../src/shared/reaction.ts";
import { subscribe, subscriptions } from "../../src/subscriptions.ts";

const names = [...new Set(Object.values(subscriptions).flat())];
const reaction = (name: string): Reaction => ({ name, run: async () => undefined });

test("every fact leads to its reactions, in order", () => {
  const reactionsTo = subscribe(names.map(reaction));
  for (const [fact, expected] of Object.entries(subscriptions))
    expect(reactionsTo({ fact }).map(({ name }) => name)).toEqual(expected);
});

test("a subscribed name that no reaction bears stops the start", () => {
  expect(() => subscribe(names.slice(1).map(reaction))).toThrow(`${names[0]} is subscribed but does not exist`);
});

test("a reaction that nothing names stops the start", () => {
  expect(() => subscribe([...names, "notifications.forgotten"].map(reaction))).toThrow("notifications.forgotten follows no fact");
});

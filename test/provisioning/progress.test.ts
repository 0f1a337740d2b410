import { expect, test } from "@jest/globals";
import type { Step } from "../../src/provisioning/contract.ts";
import { makeAmount } from "../../src/provisioning/progress.ts";

const channel: Step = {
  kern: "arkel",
  do: "make-channel",
  key: "voorstellen",
  name: "Voorstellen",
  description: "",
  first: false,
  text: { nl: "Kanaal Voorstellen maken", en: "Make channel Voorstellen" },
};
const channels = (count: number) => Array.from({ length: count }, () => channel);

test("what kernen need that were not looked at yet is estimated from the others, and exact once all were", () => {
  const amount = makeAmount(3, 0);
  amount.planned(channels(4));
  expect(amount.shown(0)).toMatchObject({ total: 12, kernenDone: 0, kernenTotal: 3 });
  amount.planned(channels(2));
  expect(amount.shown(0).total).toBe(9);
  amount.planned([]);
  expect(amount.shown(0).total).toBe(6);
});

test("the time left goes by what the steps so far took, is null while that is a guess, and 0 when all is done", () => {
  const amount = makeAmount(2, 0);
  amount.planned(channels(4));
  expect(amount.shown(5000).remainingMs).toBeNull();
  for (const step of channels(4)) amount.did(step);
  amount.kernDone();
  expect(amount.shown(10_000)).toMatchObject({ total: 8, kernenDone: 1, remainingMs: 10_000 });
  amount.planned([]);
  amount.kernDone();
  expect(amount.shown(10_000)).toMatchObject({ total: 4, kernenDone: 2, remainingMs: 0 });
});

test("as long as no kern was looked at nothing is promised", () => {
  expect(makeAmount(5, 0).shown(60_000)).toEqual({ total: 0, kernenDone: 0, kernenTotal: 5, remainingMs: null });
});

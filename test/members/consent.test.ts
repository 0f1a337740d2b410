import { expect, test } from "@jest/globals";
import english from "../../src/client/members/texts.en.ts";
import dutch from "../../src/client/members/texts.nl.ts";
import { consentText } from "../../src/members/contract.ts";

const shown = (texts: Record<string, string>) => texts["join.consent.text"];

test("what a newcomer reads beside the box is word for word what is kept with her request", () => {
  expect(shown(dutch)).toBe(consentText.nl);
  expect(shown(english)).toBe(consentText.en);
});

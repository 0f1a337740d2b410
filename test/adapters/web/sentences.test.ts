import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { statusOf } from "../../../src/adapters/web/problems.ts";
import { fieldCode, fieldSentence } from "../../../src/shared/field-sentences.ts";
import { refusalCodes } from "../../../src/shared/refused.ts";
import { type SentenceCode, sentence, titleOf } from "../../../src/shared/sentences.ts";

const codes = Object.keys(statusOf) as SentenceCode[];
const details = {
  closedAt: "2026-12-08T20:00:00Z",
  opensAt: new Date("2026-12-01T08:00:00Z"),
  phone: "088 000 00 00",
  wait: "2 minuten",
  allowed: "GET, HEAD",
  offered: "application/json",
  limit: "64 KB",
  waiting: "mail",
  requestId: "abc-12345",
  name: "Ans Officier",
  number: 250,
  age: 18,
  ballots: 41,
  handedOut: 40,
  closesAt: "2026-12-08T20:00:00Z",
  againAt: "2026-12-08T20:00:00Z",
};

describe("sentences", () => {
  test("every refusal has a status", () => {
    for (const code of refusalCodes) expect(statusOf[code]).toBeGreaterThanOrEqual(400);
  });

  test.each(codes)("%s is said in Dutch and English, whole with and without its values", (code) => {
    for (const language of ["nl", "en"] as const) {
      for (const given of [details, {}]) {
        const said = sentence(code, language, given);
        expect(said).toMatch(/^[A-Z].*[.?!…]$/);
        expect(said).not.toMatch(/[{}[\]]/);
      }
      expect(sentence(code, language, details)).not.toContain("…");
      expect(titleOf(code, language)).toMatch(/^[A-Z].*[^.]$/);
    }
    expect(sentence(code, "nl", details)).not.toBe(sentence(code, "en", details));
  });

  test("are short: fifteen words at most", () => {
    for (const code of codes) {
      for (const language of ["nl", "en"] as const) {
        for (const part of sentence(code, language, details).split(/(?<=[.?!]) /)) {
          expect({ code, part, short: part.split(" ").length <= 15 }).toEqual({ code, part, short: true });
        }
      }
    }
  });

  test("name a time as people do", () => {
    expect(sentence("poll-closed", "nl", details)).toBe(
      "De stemming is gesloten op dinsdag 8 december 2026 om 21:00. Uw stem is niet meegeteld.",
    );
    expect(sentence("poll-closed", "nl")).toBe("De stemming is gesloten. Uw stem is niet meegeteld.");
    expect(sentence("poll-closed", "nl", { closedAt: "onzin" })).toBe("De stemming is gesloten. Uw stem is niet meegeteld.");
  });
});

describe("wrong fields", () => {
  const source = fileURLToPath(new URL("../../../src", import.meta.url));
  const slices = ["kernen", "members", "proposals", "voting", "moderation", "summaries"];
  const texts = slices.flatMap((slice) =>
    readdirSync(join(source, slice))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => ({ name: `${slice}/${name}`, text: readFileSync(join(source, slice, name), "utf8") })),
  );

  test("every message code of the contracts, and of the actions, has a sentence", () => {
    const zodCalls = /\.(?:min|max|regex|email|uuid|literal|pipe)\([^()]*(?:\([^()]*\)[^()]*)*"([a-z]+(?:-[a-z]+)+)"\s*\)/g;
    const found = texts.flatMap(({ name, text }) => [
      ...[...text.matchAll(/message: "([a-z]+(?:-[a-z]+)*)"/g)].map(([, code = ""]) => ({ name, code })),
      ...(name.endsWith("contract.ts") ? [...text.matchAll(zodCalls)].map(([, code = ""]) => ({ name, code })) : []),
    ]);
    expect(found.length).toBeGreaterThan(20);
    for (const { name, code } of found) expect({ name, code, known: fieldCode(code) }).toEqual({ name, code, known: code });
  });

  test.each([
    ["Invalid input: expected string, received undefined", "required"],
    ["Invalid input: expected number, received NaN", "not-a-number"],
    ['Invalid option: expected one of "nl"|"en"', "not-in-the-list"],
    ["Too big: expected string to have <=60 characters", "too-long"],
    ["Too small: expected number to be >=50.7", "too-small"],
    ["Too big: expected array to have <=20 items", "too-many"],
    ["Something zod will say one day", "invalid"],
    ["constructor", "invalid"],
  ])("%j becomes %s", (message, code) => {
    expect(fieldCode(message)).toBe(code);
    expect(fieldSentence(message, "nl")).toMatch(/^[A-Z].*\.$/);
  });
});

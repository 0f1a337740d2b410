import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cut, daysBetween, gistOf, sentencesOf } from "../../src/summaries/rules.ts";

test.each([
  ["De pont vaart niet. Dat is lastig!", ["De pont vaart niet.", "Dat is lastig!"]],
  [
    "Op de Kerkweg (bv. bij nr. 12) is het donker. Graag licht.",
    ["Op de Kerkweg (bv. bij nr. 12) is het donker.", "Graag licht."],
  ],
  ["Eerste regel\n\nTweede regel", ["Eerste regel", "Tweede regel"]],
  ["", []],
])("%j falls apart into sentences", (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));

test.each([
  [
    "Licht bij de brug",
    "Al jaren is het 's avonds donker. Graag twee lantaarns bij de brug, zodat iedereen licht heeft. Mijn man is gevallen.",
    "Graag twee lantaarns bij de brug, zodat iedereen licht heeft.",
  ],
  ["De molen", "De molen draait weer.", "De molen draait weer."],
  ["Niets", "", ""],
])("the gist of %j is the sentence that asks for it", (title, text, gist) => expect(gistOf(title, text)).toBe(gist));

test("a gist stands word for word in the text, apart from the cut", () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 4 }),
      fc.array(fc.lorem({ maxCount: 12 }), { minLength: 1, maxLength: 6 }),
      (title, parts) => {
        const text = parts.map((part) => `${part}.`).join(" ");
        expect(text).toContain(gistOf(title, text).replace(/…$/, ""));
        expect(gistOf(title, text).length).toBeLessThanOrEqual(240);
      },
    ),
  );
});

test("cutting never exceeds the length asked for", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 300 }), (text, most) =>
      expect(cut(text, most).length).toBeLessThanOrEqual(Math.max(most, 1)),
    ),
  );
});

test("days are whole and never negative", () => {
  expect(daysBetween(new Date("2026-11-20T12:00:00Z"), new Date("2026-11-22T11:59:59Z"))).toBe(1);
  expect(daysBetween(new Date("2026-11-22T12:00:00Z"), new Date("2026-11-20T12:00:00Z"))).toBe(0);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  completeLetterCode,
  groupedLetterCode,
  isLetterCode,
  letterAlphabet,
  letterCodeLength,
  randomLetters,
  tidyLetterCode,
} from "../../src/shared/letter-code.ts";

const numbers = fc.array(fc.integer({ min: 0, max: letterAlphabet.length - 1 }), {
  minLength: randomLetters,
  maxLength: randomLetters,
});
const code = numbers.map(completeLetterCode);
const position = fc.integer({ min: 0, max: letterCodeLength - 1 });
const letter = fc.constantFrom(...letterAlphabet);
const withLetter = (text: string, at: number, put: string) => text.slice(0, at) + put + text.slice(at + 1);

describe("the code of a voting letter", () => {
  test("is 13 letters that look like no other, and right", () => {
    expect(letterAlphabet).toHaveLength(19);
    expect(letterAlphabet).not.toMatch(/[ILOQUWY0-9]/);
    fc.assert(
      fc.property(code, (text) => {
        expect(text).toMatch(new RegExp(`^[${letterAlphabet}]{13}$`));
        expect(isLetterCode(text)).toBe(true);
      }),
    );
  });

  test("every single wrong letter is noticed", () => {
    for (const text of fc.sample(code, 20))
      for (let at = 0; at < letterCodeLength; at++)
        for (const put of letterAlphabet) expect(isLetterCode(withLetter(text, at, put))).toBe(put === text[at]);
  });

  test("any two letters that changed places are noticed, neighbours or not", () => {
    fc.assert(
      fc.property(code, position, position, (text, one, other) => {
        const [a = "", b = ""] = [text[one], text[other]];
        const swapped = withLetter(withLetter(text, one, b), other, a);
        expect(isLetterCode(swapped)).toBe(swapped === text);
      }),
      { numRuns: 2000 },
    );
  });

  test("any two wrong letters are noticed", () => {
    fc.assert(
      fc.property(code, position, position, letter, letter, (text, one, other, a, b) => {
        const changed = withLetter(withLetter(text, one, a), other, b);
        expect(isLetterCode(changed)).toBe(changed === text);
      }),
      { numRuns: 2000 },
    );
  });

  test("a letter too many, too few or strange is noticed", () => {
    fc.assert(
      fc.property(code, position, letter, (text, at, put) => {
        expect(isLetterCode(text.slice(0, at) + put + text.slice(at))).toBe(false);
        expect(isLetterCode(withLetter(text, at, ""))).toBe(false);
        for (const strange of ["I", "0", "é", "🎈", " "]) expect(isLetterCode(withLetter(text, at, strange))).toBe(false);
      }),
    );
  });

  test("may be typed in small letters, in groups and with spaces", () => {
    fc.assert(
      fc.property(code, (text) => {
        const printed = groupedLetterCode(text);
        expect(printed).toMatch(/^.{5}-.{5}-.{3}$/);
        expect(tidyLetterCode(` ${printed.toLowerCase().replaceAll("-", " – ")}.`)).toBe(text);
      }),
    );
  });

  test("one in 361 texts of these letters is a code", () => {
    const texts = fc.sample(fc.string({ unit: letter, minLength: 13, maxLength: 13 }), { numRuns: 60_000, seed: 19 });
    const right = texts.filter(isLetterCode).length;
    expect(right).toBeGreaterThan(100);
    expect(right).toBeLessThan(240);
  });
});

/**
 * The codes of voting letters: 11 letters of chance and 2 check letters, out of 19 letters that look like no other on paper or in
 * handwriting (no I, L, O, Q, U, W, Y). Pure; the browser checks with it before it sends anything.
 *
 * The letters are numbers modulo 19, a prime. With c(1) … c(13), a code is right when Σ c(i) ≡ 0 and Σ i·c(i) ≡ 0. One wrong letter
 * makes the first sum differ; two letters that changed places keep the first sum and change the second by (i − j)(c(i) − c(j)), which is not
 * 0 because 19 is prime and larger than 13. Any two wrong letters make one of both sums differ too (a Reed-Solomon code, distance 3).
 * What is wrong in another way passes in 1 of 361 cases.
 */

export const letterAlphabet = "ABCDEFGHJKMNPRSTVXZ";
export const randomLetters = 11;
export const letterCodeLength = 13;
const modulus = letterAlphabet.length;

const numberOf = (letter: string): number => letterAlphabet.indexOf(letter);

/** What somebody typed, without spaces, hyphens and dots, in capitals. */
export function tidyLetterCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-–—.]/g, "");
}

/** Whether this (tidied) text is a code with right check letters. */
export function isLetterCode(text: string): boolean {
  if (text.length !== letterCodeLength) return false;
  let sum = 0;
  let weighted = 0;
  for (const [index, letter] of [...text].entries()) {
    const value = numberOf(letter);
    if (value < 0) return false;
    sum += value;
    weighted += (index + 1) * value;
  }
  return sum % modulus === 0 && weighted % modulus === 0;
}

/**
 * Completes 11 numbers from 0 to 18 with the two check letters. With a = Σ c(i) and b = Σ i·c(i) over the first 11, c(12) + c(13) ≡ −a and
 * 12·c(12) + 13·c(13) ≡ −b, so c(13) ≡ 12a − b and c(12) ≡ b − 13a.
 */
export function completeLetterCode(values: readonly number[]): string {
  if (values.length !== randomLetters) throw new Error(`A letter's code is made of ${randomLetters} numbers.`);
  let a = 0;
  let b = 0;
  for (const [index, value] of values.entries()) {
    a += value;
    b += (index + 1) * value;
  }
  const within = (value: number) => ((value % modulus) + modulus) % modulus;
  return [...values, within(b - 13 * a), within(12 * a - b)].map((value) => letterAlphabet[value]).join("");
}

/** In three groups, as it is printed: "ABCDE-FGHJK-MNP". */
export function groupedLetterCode(code: string): string {
  return [code.slice(0, 5), code.slice(5, 10), code.slice(10)].join("-");
}

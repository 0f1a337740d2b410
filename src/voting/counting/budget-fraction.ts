/** Exact fractions of BigInt, and the two ways they leave the count: as text with a rounded number, and as the nearest double. */
import type { Amount } from "./budget-rules.ts";

/** A number num/den, den > 0, not necessarily in lowest terms. */
export interface Fraction {
  num: bigint;
  den: bigint;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = a < 0n ? [-a, b] : [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** In lowest terms: "25000/21", or "412" when it is whole. */
export function exactText({ num, den }: Fraction): string {
  const divisor = greatestCommonDivisor(num, den);
  return den === divisor ? `${num / den}` : `${num / divisor}/${den / divisor}`;
}

/** A sum of money of zero or more. */
export function amount(value: Fraction): Amount {
  return { exact: exactText(value), rounded: Number((2n * value.num + value.den) / (2n * value.den)) };
}

/** The double nearest to a fraction of zero or more, to one unit in the last place. */
export function toDouble({ num, den }: Fraction): number {
  const shift = Math.max(0, 64 + bits(den) - bits(num));
  return Number((num << BigInt(shift)) / den) * 2 ** -shift;
}

/** Compares two fractions: negative when the first is less. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

import { expect, test } from "@jest/globals";
import { accentNames, accentOf, accents, silhouetteNames } from "../../src/kernen/kern-identity.ts";
import { drawingOf, drawings } from "../../src/kernen/silhouette-drawings.ts";

/** WCAG 2.2, definition of relative luminance, of "#rrggbb". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

test("the contrast formula gives the known extremes", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test.each(accentNames)("accent %s is legible as text and as a band in the light and the dark theme", (name) => {
  const { light, onLight, dark, onDark } = accents[name];
  for (const background of ["#ffffff", "#fafafa", "#f5f5f5"]) expect(contrast(light, background)).toBeGreaterThanOrEqual(4.5);
  for (const background of ["#1f1f1f", "#292929", "#141414"]) expect(contrast(dark, background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
});

test("there are twelve accents, all different, each under its own name", () => {
  expect(accentNames).toHaveLength(12);
  expect(Object.keys(accents)).toEqual([...accentNames]);
  for (const name of accentNames) expect(accentOf(name)).toMatchObject({ name });
  for (const theme of ["light", "dark"] as const) expect(new Set(accentNames.map((name) => accents[name][theme])).size).toBe(12);
});

test("a name of no accent still gives a colour", () => {
  expect(accentOf("purple")).toBe(accents.bark);
  expect(accentOf("constructor")).toBe(accents.bark);
});

test("every silhouette has a drawing and no drawing is left over", () => {
  expect(Object.keys(drawings).sort()).toEqual([...silhouetteNames].sort());
  for (const name of silhouetteNames) expect(drawingOf(name)).toBe(drawings[name]);
  expect(drawingOf("constructor")).toBeUndefined();
});

test.each(silhouetteNames)("the drawing of %s stays within its field of 64 by 32", (name) => {
  for (const path of Object.values(drawings[name])) {
    for (const { x, y } of pointsOf(path)) expect([x >= 0, x <= 64, y >= 0, y <= 32]).toEqual([true, true, true, true]);
  }
});

/** Where each step of an SVG path ends; fails on letters or counts that are no SVG path. */
function pointsOf(path: string): { x: number; y: number }[] {
  const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, z: 0 };
  const at = { x: 0, y: 0 };
  return [...path.matchAll(/([a-z])([^a-z]*)/gi)].flatMap(([, letter = "", rest = ""]) => {
    const kind = letter.toLowerCase();
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const size = takes[kind] ?? Number.NaN;
    expect([letter, size === 0 ? numbers.length : numbers.length % size]).toEqual([letter, 0]);
    const steps =
      size === 0 ? [] : Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(i * size, (i + 1) * size));
    return steps.map((step) => {
      const relative = letter === kind;
      const [x, y] = kind === "v" ? [undefined, step[0]] : kind === "h" ? [step[0], undefined] : step.slice(-2);
      if (x !== undefined) at.x = relative ? at.x + x : x;
      if (y !== undefined) at.y = relative ? at.y + y : y;
      return { ...at };
    });
  });
}

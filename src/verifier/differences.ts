/** The first place where two values differ, in the order of the first. */
import { canonicalJson } from "../voting/counting/canonical.ts";
import type { Path } from "./shape.ts";

export interface Difference {
  path: Path;
  /** Canonical JSON of either side, shortened; empty where there is nothing. */
  stated: string;
  found: string;
}

/** Null when both have the same canonical JSON. List places count from 1. */
export function firstDifference(stated: unknown, found: unknown): Difference | null {
  if (write(stated) === write(found)) return null;
  if (isContainer(stated) && isContainer(found) && Array.isArray(stated) === Array.isArray(found)) {
    const [ours, theirs]: Record<string, unknown>[] = [{ ...stated }, { ...found }];
    for (const name of new Set([...Object.keys({ ...ours }), ...Object.keys({ ...theirs })])) {
      const inside = firstDifference(ours?.[name], theirs?.[name]);
      if (inside) return { ...inside, path: [Array.isArray(stated) ? Number(name) + 1 : name, ...inside.path] };
    }
  }
  return { path: [], stated: shorten(write(stated)), found: shorten(write(found)) };
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
const write = (value: unknown): string => (value === undefined ? "" : canonicalJson(isContainer(value) ? value : scalar(value)));
const scalar = (value: unknown) =>
  typeof value === "number" || typeof value === "boolean" || value === null ? value : String(value);
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

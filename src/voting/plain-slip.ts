/** The shape of a slip with a pass, judged by hand: in the last minute of a poll the schema would take a fifth of the time of each. */
import { z } from "zod";
import { highestVersion, keyShape, mostOptions, optionShape, passShape, saltShape } from "./ballot-schemas.ts";
import type { castWithPassInput } from "./contract.ts";

const pollShape = z.regexes.uuid();

type SlipWithPass = z.output<typeof castWithPassInput>;

/** What `castWithPassInput` makes of it; undefined for whatever is not certainly right. */
export function plainSlip(given: unknown): SlipWithPass | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { municipality, poll, caster, version, key, salt, choice, pass } = given as Record<string, unknown>;
  if (typeof municipality !== "string" || municipality.length < 1 || municipality.length > 60) return undefined;
  if (!isLike(pollShape, poll) || !isLike(keyShape, caster) || !isLike(keyShape, key)) return undefined;
  if (!isLike(saltShape, salt) || !isLike(passShape, pass)) return undefined;
  if (!isWhole(version, 1, highestVersion) || !isPlainChoice(choice)) return undefined;
  return { municipality, poll, caster, version, key, salt, choice, pass };
}

function isLike(shape: RegExp, value: unknown): value is string {
  return typeof value === "string" && shape.test(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isPlainChoice(choice: unknown): choice is SlipWithPass["choice"] {
  if (typeof choice !== "object" || choice === null || Array.isArray(choice)) return false;
  const [entry, ...others] = Object.entries(choice);
  if (entry === undefined || others.length > 0) return false;
  const [name, options] = entry;
  if (name !== "chosen" && name !== "ranking") return false;
  return Array.isArray(options) && options.length <= mostOptions && options.every((option) => isLike(optionShape, option));
}

import type { Verdict } from "../../verifier/index.ts";

/** The label of an option; its id when the file does not know it. */
export function optionNames(poll: Verdict["poll"]): (id: string) => string {
  return (id) => poll?.options.find((option) => option.id === id)?.label || id;
}

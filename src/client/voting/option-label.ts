import { useText } from "../language.ts";

const fixed = ["for", "against", "abstain", "consent", "objection"] as const;
type Fixed = (typeof fixed)[number];
const isFixed = (option: string): option is Fixed => (fixed as readonly string[]).includes(option);

/** The words of an option: our own five in the reader's language, the officer's own options as she wrote them. */
export function useOptionLabel(): (option: { option: string; label: string }) => string {
  const say = useText("voting");
  return ({ option, label }) => (isFixed(option) ? say(`option.${option}`) : label);
}

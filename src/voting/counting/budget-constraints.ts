/** What a budget rules out while it is being spent: more than a theme's cap, and two plans of one exclusive set. */
import type { BudgetRules, Reason } from "./budget-rules.ts";
import type { Option } from "./election.ts";

export interface Constraints {
  /** Forgets all elections. */
  reset(): void;
  elect(plan: number): void;
  /** Whether a plan can no longer win. What is blocked once stays blocked until the reset. */
  blocked(plan: number): boolean;
  /** Why it is blocked, if it is. */
  reason(plan: number): Reason | undefined;
}

export function makeConstraints(options: readonly Option[], rules: BudgetRules): Constraints {
  const themes = Object.entries(rules.themeCaps ?? {});
  const themeOf = options.map(({ theme }) => themes.findIndex(([name]) => name === theme));
  const spent = new Float64Array(themes.length);
  const rivals: number[][] = options.map(() => []);
  for (const set of rules.exclusive ?? []) for (const plan of set) rivals[plan]?.push(...set.filter((other) => other !== plan));
  const excludedBy = new Int32Array(options.length).fill(-1);
  const free = themes.length === 0 && rivals.every((others) => others.length === 0);

  const overTheme = (plan: number): number => {
    const theme = themeOf[plan] ?? -1;
    return theme < 0 ? 0 : (spent[theme] ?? 0) + (options[plan]?.cost ?? 0) - (themes[theme]?.[1] ?? 0);
  };
  return {
    reset: () => {
      spent.fill(0);
      excludedBy.fill(-1);
    },
    elect: (plan) => {
      const theme = themeOf[plan] ?? -1;
      if (theme >= 0) spent[theme] = (spent[theme] ?? 0) + (options[plan]?.cost ?? 0);
      for (const rival of rivals[plan] ?? []) if (excludedBy[rival] === -1) excludedBy[rival] = plan;
    },
    blocked: (plan) => !free && ((excludedBy[plan] ?? -1) >= 0 || overTheme(plan) > 0),
    reason: (plan) => {
      const winner = options[excludedBy[plan] ?? -1];
      if (winner) return { code: "excluded-by", winner: winner.id };
      const missing = overTheme(plan);
      const index = themeOf[plan] ?? -1;
      const [theme, cap] = themes[index] ?? [];
      if (missing <= 0 || theme === undefined || cap === undefined) return undefined;
      return { code: "theme-full", theme, cap, spent: spent[index] ?? 0, missing };
    },
  };
}

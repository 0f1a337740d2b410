/** How near the limits of Microsoft are, as the administrators' page shows it. Pure. */
import type { LimitsView } from "./contract.ts";
import { fullnessSaid, limitSaid } from "./limit-sayings.ts";
import type { MeasuredUse } from "./limit-store.ts";

/**
 * What is near a limit, fullest first; when nothing is, the fullest of all, so that it shows that somebody watches. `nameOf`: what people
 * call a kern. Null when nothing was measured yet.
 */
export function limitsShown(uses: readonly MeasuredUse[], nameOf: (kern: string) => string): LimitsView | null {
  const [fullest, ...others] = [...uses].sort((one, other) => other.used / other.most - one.used / one.most);
  if (!fullest) return null;
  const near = [fullest, ...others].filter(({ threshold }) => threshold > 0);
  return {
    near: near.map((use) => limitSaid(use, nameOf(use.kern))),
    fullest: near.length > 0 ? null : fullnessSaid(fullest, nameOf(fullest.kern)),
    measuredAt: fullest.measuredAt.toISOString(),
  };
}

import { lazy, Suspense } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";

const Drawn = lazy(() => import("./plans-map.tsx").then(({ PlansMap }) => ({ default: PlansMap })));

/** The map's own code is fetched when somebody looks at it. */
export function LazyPlansMap(props: { poll: PublicPollView; plans: readonly OptionView[] }) {
  return (
    <Suspense fallback={null}>
      <Drawn {...props} />
    </Suspense>
  );
}

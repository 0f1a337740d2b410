import { useMemo, useState } from "react";
import type { PublicPollView } from "../../voting/contract.ts";
import type { ChoiceFault } from "../../voting/counting/choices.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { useText } from "../language.ts";
import { faultOf } from "./ballot-of.ts";
import { Basket } from "./basket.tsx";
import { orderSeed } from "./device.ts";
import { fieldOf } from "./field-of.ts";
import { HeartsField } from "./hearts-field.tsx";
import { MarkField } from "./mark-field.tsx";
import { shuffled } from "./own-order.ts";
import styles from "./plans.module.css";
import { RankField } from "./rank-field.tsx";
import { ScoreField } from "./score-field.tsx";
import type { FillingHandle } from "./use-filling.ts";

interface ChooseStepProps {
  poll: PublicPollView;
  handle: FillingHandle;
  /** The second part of a ballot with hearts: dividing them. */
  dividing: boolean;
  /** Seed of the order of the plans, where the device keeps none of its own: each who is helped has hers. */
  order?: string;
  onBack: () => void;
  onward: () => void;
}

/** The ballot paper, in the form of its poll. */
export function ChooseStep({ poll, handle, dividing, order, onBack, onward }: ChooseStepProps) {
  const say = useText("voting");
  const [tried, setTried] = useState(0);
  const plans = useMemo(
    () => shuffled(poll.form, poll.options, order ?? orderSeed(poll.poll)),
    [poll.form, poll.options, poll.poll, order],
  );
  // Before the hearts are divided nothing can be wrong but that nothing was chosen, which one may do.
  const fault = poll.form.kind === "points" && !dividing ? null : faultOf(poll, handle.filling);
  const first = plans[0] ? fieldOf(plans[0].option) : "";
  const shared = { poll, plans, handle };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault) setTried(tried + 1);
        else onward();
      }}
    >
      <ErrorSummary faults={tried > 0 && fault ? [{ field: first, sentence: sentenceOf(fault, say) }] : []} attempt={tried} />
      {poll.form.kind === "ranking" ? (
        <RankField {...shared} />
      ) : poll.form.kind === "score" ? (
        <ScoreField {...shared} max={poll.form.max} />
      ) : dividing ? (
        <HeartsField {...shared} />
      ) : (
        <MarkField {...shared} />
      )}
      <Basket poll={poll} handle={handle} dividing={dividing} onBack={onBack} />
    </form>
  );
}

function sentenceOf(fault: ChoiceFault, say: ReturnType<typeof useText<"voting">>): string {
  if (fault.code === "too-few" && fault.min > 1) return say("fault.too-few", { min: fault.min, given: fault.given });
  if (fault.code === "too-many") return say("hindered.too-many", { max: fault.max });
  return fault.code === "too-few" ? say("choose.none") : say("fault.other");
}

import { Button } from "@fluentui/react-components";
import type { PublicPollView } from "../../voting/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { ballotOf } from "./ballot-of.ts";
import styles from "./basket.module.css";
import { costOf, type Hindrance, namesOne, pointsLeft } from "./filling.ts";
import type { FillingHandle } from "./use-filling.ts";

/** Why the last press changed nothing, in a sentence. */
function useHindrance(): (hindrance: Hindrance) => string {
  const say = useText("voting");
  const language = useLanguage();
  return (hindrance) => {
    switch (hindrance.because) {
      case "too-many":
        return say("hindered.too-many", { max: hindrance.max });
      case "does-not-fit":
        return say("hindered.does-not-fit", {
          left: euros(hindrance.left, language),
          cost: euros(hindrance.cost, language),
        });
      case "no-points-left":
        return say("hindered.no-points-left", { total: hindrance.total });
      case "most-on-one":
        return say("hindered.most-on-one", { most: hindrance.most });
    }
  };
}

/** What one has chosen so far and, where money is spent, what it costs together. */
function Sum({ poll, handle: { filling }, dividing }: Omit<BasketProps, "onBack">) {
  const say = useText("voting");
  const language = useLanguage();
  const ballot = ballotOf(poll);
  if (namesOne(poll.form) || poll.form.kind === "score") return null;
  if (dividing)
    return (
      <p role="status" className={styles.sum}>
        <strong>{say("hearts.left", { count: pointsLeft(poll.form, filling) })}</strong>
      </p>
    );
  const count = filling.chosen.length;
  const cost = costOf(ballot, filling.chosen);
  const { budget } = ballot;
  return (
    <div className={styles.sum}>
      <p role="status">
        <strong>{say("basket.count", { count })}</strong>
        {budget !== null && <> · {say("basket.money", { cost: euros(cost, language), budget: euros(budget, language) })}</>}
      </p>
      {budget !== null && poll.form.kind === "knapsack" && <p>{say("basket.left", { left: euros(budget - cost, language) })}</p>}
      {budget !== null && poll.form.kind !== "knapsack" && cost > budget && <p className="small">{say("basket.over")}</p>}
    </div>
  );
}

interface BasketProps {
  poll: PublicPollView;
  handle: FillingHandle;
  /** Hearts are being divided over what was chosen. */
  dividing: boolean;
  onBack: () => void;
}

/** The bar below the ballot: what is in the basket, one step back, and onward. */
export function Basket({ poll, handle, dividing, onBack }: BasketProps) {
  const say = useText("voting");
  const words = useHindrance();
  return (
    <div className={styles.basket}>
      <div role="alert">
        {handle.hindrance && (
          <p key={handle.times} className={styles.hindrance}>
            <Icon name="info" size={18} /> {words(handle.hindrance)}
          </p>
        )}
      </div>
      <div className={styles.row}>
        <Sum poll={poll} handle={handle} dividing={dividing} />
        <div className={styles.deeds}>
          {handle.mayUndo && (
            <Button size="large" icon={<Icon name="undo" />} aria-label={say("basket.undo")} onClick={handle.undo}>
              <span className={styles.undo}>{say("basket.undo")}</span>
            </Button>
          )}
          <Button size="large" onClick={onBack}>
            {say("back")}
          </Button>
          <Button type="submit" appearance="primary" size="large">
            {say("onward")}
          </Button>
        </div>
      </div>
    </div>
  );
}

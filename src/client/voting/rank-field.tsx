import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { announce } from "../kit/announce.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import { ballotOf } from "./ballot-of.ts";
import { fieldOf } from "./field-of.ts";
import { mostChosen } from "./filling.ts";
import { useOptionLabel } from "./option-label.ts";
import { PlanFacts, PlanPrice } from "./plan-facts.tsx";
import { PlanList } from "./plan-list.tsx";
import styles from "./plans.module.css";
import type { FillingHandle } from "./use-filling.ts";

interface RankFieldProps {
  poll: PublicPollView;
  plans: readonly OptionView[];
  handle: FillingHandle;
}

/** A ranking without dragging: press the plans in order, then move them by buttons. Each change is told and keeps the focus. */
export function RankField({ poll, plans, handle }: RankFieldProps) {
  const say = useText("voting");
  const label = useOptionLabel();
  const { chosen } = handle.filling;
  const most = mostChosen(ballotOf(poll));
  const left = plans.filter(({ option }) => !chosen.includes(option));
  const ranked = chosen.flatMap((id) => plans.find(({ option }) => option === id) ?? []);
  const focusNext = useRef("");
  useEffect(() => {
    if (focusNext.current === "") return;
    const wanted = document.getElementById(focusNext.current) ?? document.getElementById("ranked");
    wanted?.focus();
    focusNext.current = "";
  });

  const name = (plan: OptionView) => label(plan);
  function add(plan: OptionView) {
    const at = left.indexOf(plan);
    const next = left[at + 1] ?? left[at - 1];
    handle.press(plan.option);
    if (chosen.length >= most) return;
    focusNext.current = next ? fieldOf(next.option) : "ranked";
    announce(say("rank.placed", { label: name(plan), place: chosen.length + 1 }));
  }
  function shift(plan: OptionView, by: -1 | 1) {
    const place = chosen.indexOf(plan.option) + by;
    if (place < 0 || place >= chosen.length) {
      announce(say(by < 0 ? "rank.top" : "rank.bottom", { label: name(plan) }));
      return;
    }
    handle.move(plan.option, by);
    focusNext.current = `${fieldOf(plan.option)}-${by < 0 ? "up" : "down"}`;
    announce(say("rank.moved", { label: name(plan), place: place + 1, of: chosen.length }));
  }
  function remove(plan: OptionView) {
    const at = chosen.indexOf(plan.option);
    const next = chosen[at + 1] ?? chosen[at - 1];
    handle.press(plan.option);
    focusNext.current = next ? `${fieldOf(next)}-remove` : "ranked";
    announce(say("rank.removed", { label: name(plan) }));
  }

  return (
    <div className={styles.field}>
      <h2 id="ranked" tabIndex={-1}>
        {say("rank.yours")}
      </h2>
      {ranked.length === 0 && <p>{say("rank.none")}</p>}
      <ol className={styles.ranked}>
        {ranked.map((plan, at) => (
          <li key={plan.option}>
            <span className={styles.place}>{at + 1}</span>
            <span className={styles.title}>{name(plan)}</span>
            <span className={styles.shift}>
              <Button
                id={`${fieldOf(plan.option)}-up`}
                icon={<Icon name="up" />}
                aria-label={say("rank.up", { label: name(plan) })}
                onClick={() => shift(plan, -1)}
              />
              <Button
                id={`${fieldOf(plan.option)}-down`}
                icon={<Icon name="down" />}
                aria-label={say("rank.down", { label: name(plan) })}
                onClick={() => shift(plan, 1)}
              />
              <Button
                id={`${fieldOf(plan.option)}-remove`}
                icon={<Icon name="cross" />}
                aria-label={say("rank.remove", { label: name(plan) })}
                onClick={() => remove(plan)}
              />
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <>
          <h2>{say("rank.left")}</h2>
          <p>{say("rank.how", { most })}</p>
          <PlanList poll={poll} plans={left}>
            {(plan) => (
              <div className={styles.plan}>
                <button id={fieldOf(plan.option)} type="button" className={styles.press} onClick={() => add(plan)}>
                  <span className={styles.place} aria-hidden="true">
                    <Icon name="plus" size={18} />
                  </span>
                  <span className={styles.words}>
                    <span className={styles.title}>{name(plan)}</span>
                    <PlanPrice plan={plan} />
                    <span className="visually-hidden">{say("rank.add", { place: chosen.length + 1 })}</span>
                  </span>
                </button>
                <div className={styles.facts}>
                  <PlanFacts poll={poll} plan={plan} label={name(plan)} />
                </div>
              </div>
            )}
          </PlanList>
        </>
      )}
    </div>
  );
}

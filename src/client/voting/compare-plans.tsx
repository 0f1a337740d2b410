import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { OptionView, PublicPollView } from "../../voting/contract.ts";
import { euros } from "../kit/money.ts";
import { Photo } from "../kit/photo.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useLanguage, useText } from "../language.ts";
import { hasPlans } from "./ballot-of.ts";
import { useOptionLabel } from "./option-label.ts";
import styles from "./plans.module.css";

const mostCompared = 3;

interface Compared {
  plans: readonly OptionView[];
  button: (plan: OptionView) => ReactNode;
  clear: () => void;
}

/** Two or three plans laid beside each other. With more than that the one chosen first makes room. */
export function useCompared(poll: PublicPollView, plans: readonly OptionView[]): Compared {
  const say = useText("voting");
  const label = useOptionLabel();
  const [ids, setIds] = useState<readonly string[]>([]);
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-mostCompared));
  return {
    plans: ids.flatMap((id) => plans.find(({ option }) => option === id) ?? []),
    clear: () => setIds([]),
    button: (plan) => {
      if (!hasPlans(poll) || plans.length < 3) return null;
      const pressed = ids.includes(plan.option);
      const words = say(pressed ? "compare.remove" : "compare.add");
      return (
        <Button
          size="small"
          className={styles.compare ?? ""}
          aria-label={`${words}: ${label(plan)}`}
          appearance={pressed ? "outline" : "subtle"}
          onClick={() => toggle(plan.option)}
        >
          {words}
        </Button>
      );
    },
  };
}

export function ComparePlans({ plans, clear }: Compared) {
  const say = useText("voting");
  const language = useLanguage();
  const label = useOptionLabel();
  const box = useRef<HTMLDivElement>(null);
  const enough = plans.length > 1;
  useEffect(() => {
    if (enough) box.current?.scrollIntoView({ block: "nearest" });
  }, [enough]);
  if (plans.length === 0) return null;
  if (!enough)
    return (
      <p role="status" className={styles.found}>
        {say("compare.one")}
      </p>
    );
  const rows = [
    { name: say("compare.price"), cells: plans.map(({ cost }) => (cost > 0 ? euros(cost, language) : "")) },
    { name: say("plans.theme"), cells: plans.map(({ theme }) => theme ?? "") },
    { name: say("compare.summary"), cells: plans.map(({ summary }) => summary) },
  ].filter(({ cells }) => cells.some((cell) => cell !== ""));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section ref={box} className={styles.compared} aria-label={say("compare")} tabIndex={0}>
      <table>
        <caption>{say("compare")}</caption>
        <thead>
          <tr>
            <td />
            {plans.map((plan) => (
              <th key={plan.option} scope="col">
                {plan.photo && <Photo photo={plan.photo} alt="" className={styles.photo} />}
                {label(plan)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {plans.map(({ option }, at) => (
                <td key={option}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <TextButton onClick={clear}>{say("compare.close")}</TextButton>
    </section>
  );
}

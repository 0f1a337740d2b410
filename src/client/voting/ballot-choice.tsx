import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { PollView } from "../../voting/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./booth.module.css";
import { useOptionLabel } from "./option-label.ts";

interface BallotChoiceProps {
  poll: PollView;
  option: string;
  onChoose: (option: string) => void;
  onBack: () => void;
  onward: () => void;
}

/** The ballot paper: one option, pressed with a thumb. */
export function BallotChoice({ poll, option, onChoose, onBack, onward }: BallotChoiceProps) {
  const say = useText("voting");
  const label = useOptionLabel();
  const [tried, setTried] = useState(false);
  const missing = tried && option === "";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (option !== "") onward();
        else document.getElementById("choice-0")?.focus();
      }}
    >
      <fieldset className={styles.options} aria-describedby={missing ? "choice-fault" : undefined}>
        <legend className={styles.legend}>{say("choose")}</legend>
        {poll.options.map((each, index) => (
          <label key={each.option} className={styles.option}>
            <input
              id={`choice-${index}`}
              type="radio"
              name="option"
              value={each.option}
              checked={option === each.option}
              onChange={() => onChoose(each.option)}
            />
            <span>{label(each)}</span>
          </label>
        ))}
      </fieldset>
      {missing && (
        <p id="choice-fault" role="alert" className={styles.fault}>
          <Icon name="alert" size={18} />
          {say("choose.none")}
        </p>
      )}
      <div className={styles.deeds}>
        <Button type="submit" appearance="primary" size="large">
          {say("onward")}
        </Button>
        <Button size="large" onClick={onBack}>
          {say("back")}
        </Button>
      </div>
    </form>
  );
}

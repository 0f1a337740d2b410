import { Button, Field, Input } from "@fluentui/react-components";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./new-poll-form.module.css";

interface OptionsFieldProps {
  options: string[];
  fault: string | undefined;
  onChange: (options: string[]) => void;
}

const most = 20;

/** Own choices, in the order in which they stand on the ballot paper. */
export function OptionsField({ options, fault, onChange }: OptionsFieldProps) {
  const say = useText("voting");
  return (
    <div className={styles.options}>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place on the ballot paper
        <div key={index} className={styles.option}>
          <Field
            label={say("new.option", { number: index + 1 })}
            validationMessage={index === 0 ? fault : undefined}
            className={styles.grow}
            size="large"
          >
            <Input
              id={index === 0 ? "options" : `options-${index}`}
              value={option}
              maxLength={140}
              onChange={(_, given) => onChange(options.map((each, at) => (at === index ? given.value : each)))}
            />
          </Field>
          {options.length > 2 && (
            <Button
              appearance="subtle"
              icon={<Icon name="cross" size={18} />}
              aria-label={say("new.option.remove", { number: index + 1 })}
              onClick={() => onChange(options.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {options.length < most && (
        <div>
          <Button icon={<Icon name="plus" size={18} />} onClick={() => onChange([...options, ""])}>
            {say("new.option.add")}
          </Button>
        </div>
      )}
    </div>
  );
}

import { Field, Input } from "@fluentui/react-components";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./kern-picker.module.css";

interface KernSearchProps {
  typed: string;
  onType: (typed: string) => void;
  /** How many kernen are shown; said aloud when it changes. */
  found: number;
}

/** One field for a name or a postcode. */
export function KernSearch({ typed, onType, found }: KernSearchProps) {
  const say = useText("kernen");
  return (
    <search className={styles.search}>
      <Field label={say("find.label")} size="large">
        <Input
          type="search"
          autoComplete="postal-code"
          contentBefore={<Icon name="search" />}
          value={typed}
          onChange={(_, given) => onType(given.value)}
        />
      </Field>
      <p className="visually-hidden" role="status">
        {typed && say("find.count", { count: found })}
      </p>
    </search>
  );
}

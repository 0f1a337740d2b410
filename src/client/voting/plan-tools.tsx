import { Button, Field, Input, Select } from "@fluentui/react-components";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import type { Wanted } from "./find-plans.ts";
import styles from "./plans.module.css";

interface PlanToolsProps {
  themes: readonly string[];
  /** Null where there are few enough to read them all. */
  wanted: Wanted | null;
  onWant: (wanted: Wanted) => void;
  found: { shown: number; all: number };
  /** Whether the map is shown; null where there is no choice. */
  map: boolean | null;
  onMap: (shown: boolean) => void;
}

export function PlanTools({ themes, wanted, onWant, found, map, onMap }: PlanToolsProps) {
  const say = useText("voting");
  const seeking = wanted !== null && (wanted.words !== "" || wanted.theme !== "");
  return (
    <div className={styles.tools}>
      {wanted && (
        <Field label={say("plans.search")}>
          <Input
            type="search"
            value={wanted.words}
            maxLength={100}
            contentBefore={<Icon name="search" size={18} />}
            onChange={(_, { value }) => onWant({ ...wanted, words: value })}
          />
        </Field>
      )}
      {wanted && themes.length > 1 && (
        <Field label={say("plans.theme")}>
          <Select value={wanted.theme} onChange={(_, { value }) => onWant({ ...wanted, theme: value })}>
            <option value="">{say("plans.theme.all")}</option>
            {themes.map((theme) => (
              <option key={theme}>{theme}</option>
            ))}
          </Select>
        </Field>
      )}
      {map !== null && (
        <Button icon={<Icon name="pin" size={18} />} aria-expanded={map} onClick={() => onMap(!map)}>
          {say(map ? "plans.map.hide" : "plans.map.show")}
        </Button>
      )}
      <p role="status" className={styles.found}>
        {seeking && say("plans.found", found)}
      </p>
    </div>
  );
}

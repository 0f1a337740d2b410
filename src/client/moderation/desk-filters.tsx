import { Checkbox, Field, Select } from "@fluentui/react-components";
import type { DeskView } from "../../moderation/contract.ts";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { type DeskFilter, kinds } from "./desk-filter.ts";

interface DeskFiltersProps {
  view: DeskView;
  /** How many of all that waits are late. */
  late: number;
  filter: DeskFilter;
  onFilter: (filter: DeskFilter) => void;
}

/** Which kern, which kind, late ones only. */
export function DeskFilters({ view, late, filter, onFilter }: DeskFiltersProps) {
  const say = useText("moderation");
  return (
    <div className={styles.filters}>
      {view.kernen.length > 1 && (
        <Field label={say("kern")}>
          <Select value={filter.kern} onChange={(_, { value }) => onFilter({ ...filter, kern: value })}>
            <option value="">{say("kern.all")}</option>
            {view.kernen.map(({ kern, name, waiting }) => (
              <option key={kern} value={kern}>
                {name} ({waiting})
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={say("kind")}>
        <Select value={filter.kind} onChange={(_, { value }) => onFilter({ ...filter, kind: value as DeskFilter["kind"] })}>
          <option value="">{say("kind.all")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {(late > 0 || filter.lateOnly) && (
        <Checkbox
          label={say("late.only", { count: late })}
          checked={filter.lateOnly}
          onChange={(_, { checked }) => onFilter({ ...filter, lateOnly: checked === true })}
        />
      )}
    </div>
  );
}

import { Field, Select } from "@fluentui/react-components";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useText } from "../language.ts";
import styles from "./reach.module.css";

/** The slug of the kern that the address names; "" for all. */
export function useChosenKern(): string {
  const { kern = "" }: Record<string, string | undefined> = useSearch({ strict: false });
  return kern;
}

/** All of an officer's kernen or one of them; the choice stands in the address. Nothing for who has one. */
export function KernChoice({ kernen }: { kernen: readonly { kern: string; name: string }[] }) {
  const say = useText("reach");
  const router = useRouter();
  const chosen = useChosenKern();
  if (kernen.length < 2) return null;
  return (
    <Field label={say("kern")} className={styles.choice}>
      <Select
        value={chosen}
        onChange={(_, to) =>
          void router.navigate({
            to: ".",
            search: (before: Record<string, unknown>) => ({ ...before, kern: to.value }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        <option value="">{say("kern.all")}</option>
        {kernen.map(({ kern, name }) => (
          <option key={kern} value={kern}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { ElectorateView } from "../../voting/contract.ts";
import { useText } from "../language.ts";
import type { PlanFields } from "./plan.ts";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";

type Who = Pick<PlanFields, "assurance" | "per">;

/** How large the roll would be if it were fixed now; undefined while unknown and for letters, which have not been made. */
export function useElectorate(kern: string, { assurance, per }: Who): ElectorateView | undefined {
  const asked = assurance === "letter" ? "mail" : assurance;
  const { data } = useQuery({
    queryKey: pollingKeys.electorate(kern, asked, per),
    queryFn: () => pollingApi.electorate(kern, asked, per),
    enabled: assurance !== "letter",
  });
  return assurance === "letter" ? undefined : data;
}

/** Whether this goes by letter and no letter has been made: for a new poll none can have been. `poll`: the planned one that is changed. */
export function useNoLetters({ assurance }: Pick<Who, "assurance">, poll: string | null): boolean {
  const byLetter = assurance === "letter";
  const { data } = useQuery({
    queryKey: pollingKeys.roll(poll ?? ""),
    queryFn: () => pollingApi.roll(poll ?? ""),
    enabled: byLetter && poll !== null,
  });
  return byLetter && (poll === null || (data !== undefined && (data.letters?.made ?? 0) === 0));
}

/** The roll in numbers, as far as they may be told. */
export function ElectorateNow({ kern, fields }: { kern: string; fields: Who }) {
  const say = useText("polling");
  const now = useElectorate(kern, fields);
  if (fields.assurance === "letter") return <p className={styles.consequence}>{say("now.letter")}</p>;
  if (!now) return null;
  return (
    <p className={styles.consequence} role="status">
      {say("now.places", { count: now.places })}{" "}
      {now.parts && say("now.parts", { mail: now.parts.mail, address: now.parts.address })}{" "}
      {now.leftOut !== null && now.leftOut > 0 && say("now.leftOut", { count: now.leftOut })} {now.places < 10 && say("now.few")}{" "}
      {say("now.fixed")}
    </p>
  );
}

import type { PeopleCount } from "../../summaries/contract.ts";
import { useText } from "../language.ts";

/** A number of people; "< 10" for fewer, said in words to who cannot see it. */
export function People({ count }: { count: PeopleCount }) {
  const say = useText("summaries");
  if (count !== null) return <>{count}</>;
  return (
    <>
      <span aria-hidden="true">{"< 10"}</span>
      <span className="visually-hidden">{say("fewer")}</span>
    </>
  );
}

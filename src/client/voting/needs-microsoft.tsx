import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { useText } from "../language.ts";

/** To who helps or keeps order but came in by a link in a mail: how she gets to her work. For others nothing. */
export function NeedsMicrosoft({ me }: { me: MeView }) {
  const say = useText("voting");
  if (!me.needsMicrosoft) return null;
  return (
    <p>
      {say("helper.microsoft")}{" "}
      <a href={paths.signInWithMicrosoft(me.municipality, window.location.pathname)}>{say("helper.microsoft.deed")}</a>
    </p>
  );
}

import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { Box } from "../kit/box.tsx";
import { GoButton } from "../kit/go.tsx";
import { useText } from "../language.ts";
import { helps, keepsOrder } from "../polling/roles.ts";
import { NeedsMicrosoft } from "./needs-microsoft.tsx";
import styles from "./poll-page.module.css";

/** The ways to the pages of who keeps order or helps in this kern; for others nothing. */
export function HelperLinks({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("voting");
  if (!helps(me, poll.kern)) return <NeedsMicrosoft me={me} />;
  const { municipality, poll: id } = poll;
  return (
    <Box title={say("helper")} tone="officer">
      <div className={styles.helper}>
        {keepsOrder(me, poll.kern) && <GoButton to={paths.deskPoll(municipality, id)}>{say("helper.desk")}</GoButton>}
        {poll.state === "open" && poll.level > 0 && (
          <GoButton to={paths.deskRoll(municipality, id)}>{say("helper.roll")}</GoButton>
        )}
        {poll.state !== "planned" && poll.level > 0 && (
          <GoButton to={paths.deskPaper(municipality, id)}>{say("helper.paper")}</GoButton>
        )}
      </div>
    </Box>
  );
}

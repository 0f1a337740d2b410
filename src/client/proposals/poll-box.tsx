import { paths } from "../../shared/links.ts";
import type { PollSummary } from "../../voting/contract.ts";
import { Box } from "../kit/box.tsx";
import { GoButton } from "../kit/go.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { useText } from "../language.ts";

/** A poll about this proposal: planned, running or counted. */
export function PollBox({ municipality, poll }: { municipality: string; poll: PollSummary }) {
  const say = useText("proposals");
  const asked = poll.state === "open" && poll.onRoll && !poll.hasVoted;
  return (
    <Box title={say(`poll.${poll.state}`)} tone={asked ? "asked" : "plain"}>
      <p>{poll.question}</p>
      <p className="small muted">
        {poll.state === "open" && (
          <>
            <Left until={poll.closesAt} />, {say("poll.until")}{" "}
          </>
        )}
        <Exactly at={poll.state === "planned" ? poll.opensAt : poll.closesAt} />
      </p>
      {asked ? (
        <GoButton to={paths.booth(municipality, poll.poll)} appearance="primary">
          {say("poll.vote")}
        </GoButton>
      ) : (
        <GoButton to={paths.poll(municipality, poll.poll)}>{say(poll.state === "closed" ? "poll.result" : "poll.see")}</GoButton>
      )}
    </Box>
  );
}

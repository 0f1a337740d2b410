import { paths } from "../../shared/links.ts";
import type { PollSummary } from "../../voting/contract.ts";
import { Go, GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import { useOptionLabel } from "./option-label.ts";
import styles from "./polls-page.module.css";

function State({ poll }: { poll: PollSummary }) {
  const say = useText("voting");
  // With a voting pass of level 2 nobody but her own device knows whether it was used.
  const voted = poll.level === 2 ? "state.pass" : "state.voted";
  const icon = poll.hasVoted ? "check" : poll.state === "planned" ? "clock" : "ballot";
  return (
    <p className={styles.state}>
      <Icon name={icon} size={18} />
      <span>
        {poll.state === "open" && (
          <>
            {say(poll.hasVoted ? voted : poll.onRoll ? "state.open" : "state.open.reading")} · <Left until={poll.closesAt} />
          </>
        )}
        {poll.state === "planned" && say("state.planned")}
        {poll.state === "closed" && say(poll.hasVoted && poll.level < 2 ? "state.closed.voted" : "state.closed")}
      </span>
    </p>
  );
}

/** What came out, in one line: the option with the most votes, or that there is none. */
function Outcome({ poll }: { poll: PollSummary }) {
  const say = useText("voting");
  const label = useOptionLabel();
  if (poll.state !== "closed") return null;
  if (!poll.tally) return <p className={styles.outcome}>{say("result.counting")}</p>;
  const leading = poll.tally.counts.filter((count) => poll.tally?.leading.includes(count.option)).map(label);
  const words =
    leading.length === 0
      ? say("result.nothing")
      : leading.length === 1
        ? say("result.most", { label: leading[0] ?? "" })
        : say("result.tie", { labels: leading.join(" · ") });
  return (
    <p className={styles.outcome}>
      <strong>{words}</strong>{" "}
      <span className="muted">{say("result.turnout", { voters: poll.tally.voters, roll: poll.tally.rollSize })}</span>
    </p>
  );
}

/** One poll in a list. */
export function PollCard({ municipality, poll }: { municipality: string; poll: PollSummary }) {
  const say = useText("voting");
  const asked = poll.state === "open" && poll.onRoll && !poll.hasVoted;
  return (
    <li className={styles.card} data-asked={asked}>
      <div className={styles.words}>
        <State poll={poll} />
        <h3>
          <Go to={paths.poll(municipality, poll.poll)}>{poll.question}</Go>
        </h3>
        <Outcome poll={poll} />
        <p className={styles.when}>
          {say(`when.${poll.state}`)} <Exactly at={poll.state === "planned" ? poll.opensAt : poll.closesAt} />
        </p>
      </div>
      {asked && (
        <GoButton to={paths.booth(municipality, poll.poll)} appearance="primary">
          {say("vote")}
        </GoButton>
      )}
    </li>
  );
}

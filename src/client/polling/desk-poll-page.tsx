import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollView } from "../../voting/contract.ts";
import { addressOf } from "../call.ts";
import { Box } from "../kit/box.tsx";
import { Go, GoButton } from "../kit/go.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import more from "../kit/more.module.css";
import { useText } from "../language.ts";
import { CancelPoll } from "./cancel-poll.tsx";
import { useNoLetters } from "./electorate-now.tsx";
import { ExtendPoll } from "./extend-poll.tsx";
import { NextSteps } from "./next-steps.tsx";
import { PollFrame } from "./poll-frame.tsx";
import styles from "./polling.module.css";
import { keepsOrder } from "./roles.ts";

function Turnout({ poll }: { poll: PollView }) {
  const say = useText("polling");
  if (poll.rollSize === null) return null;
  const { turnout, rollSize } = poll;
  return (
    <p className="numbers">
      {turnout === null ? say("desk.turnout.few", { roll: rollSize }) : say("desk.turnout", { voters: turnout, roll: rollSize })}
      {poll.state === "open" && ` ${say("desk.hidden")}`}
    </p>
  );
}

function Deeds({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const { municipality, poll: id } = poll;
  const noLetters = useNoLetters(poll.electorate, poll.poll);
  if (poll.state === "planned")
    return (
      <>
        {noLetters && (
          <Box title={say("desk.letters")} tone="asked">
            <p>{say("warn.letters")}</p>
            <GoButton to={paths.deskLetters(municipality, id)} appearance="primary">
              {say("letters.make")}
            </GoButton>
          </Box>
        )}
        <Box title={say("desk.planned")} tone="officer">
          <p>{say("desk.planned.body")}</p>
          <div className={styles.row}>
            <GoButton to={paths.changePoll(municipality, id)}>{say("desk.change")}</GoButton>
            <CancelPoll poll={poll} />
          </div>
        </Box>
      </>
    );
  if (poll.state === "open")
    return (
      <details className={more.more}>
        <summary>{say("desk.extend")}</summary>
        <Box tone="officer">
          <ExtendPoll poll={poll} />
        </Box>
      </details>
    );
  return (
    <>
      {poll.waitsForPaper && (
        <Box title={say("desk.waits")} tone="asked">
          <p>{say("desk.waits.body")}</p>
          <GoButton to={paths.deskPaper(municipality, id)}>{say("paper.title")}</GoButton>
        </Box>
      )}
      {poll.tally && <NextSteps poll={poll} />}
    </>
  );
}

function Ways({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const { municipality, poll: id } = poll;
  const secret = poll.level > 0;
  return (
    <ul className={styles.list}>
      <li>
        <Go to={paths.poll(municipality, id)}>{say(poll.state === "closed" ? "ways.result" : "ways.see")}</Go>
      </li>
      <li>
        <Go to={paths.deskRoll(municipality, id)}>{say("roll.title")}</Go>
        <span className={styles.small}>{say("ways.roll")}</span>
      </li>
      {poll.electorate.assurance === "letter" && (
        <li>
          <Go to={paths.deskLetters(municipality, id)}>{say("letters.title")}</Go>
        </li>
      )}
      {secret && poll.state !== "planned" && (
        <li>
          <Go to={paths.deskPaper(municipality, id)}>{say("paper.title")}</Go>
          <span className={styles.small}>{say("ways.paper")}</span>
        </li>
      )}
      {poll.tally && (
        <>
          <li>
            <Go to={paths.deskMinutes(municipality, id)}>{say("minutes.title")}</Go>
          </li>
          {secret && (
            <li>
              <a href={addressOf(`gemeenten/${encodeURIComponent(municipality)}/stemmingen/${encodeURIComponent(id)}/export`)}>
                {say("ways.export")}
              </a>
            </li>
          )}
          {secret && (
            <li>
              <Go to={paths.verify(municipality, id)}>{say("ways.verify")}</Go>
            </li>
          )}
        </>
      )}
    </ul>
  );
}

function Desk({ me, poll }: { me: MeView; poll: PollView }) {
  const say = useText("polling");
  return (
    <>
      <p>
        {poll.state === "open" && (
          <strong>
            <Left until={poll.closesAt} />{" "}
          </strong>
        )}
        {say(`desk.when.${poll.state}`)} <Exactly at={poll.state === "planned" ? poll.opensAt : poll.closesAt} />
        {poll.state === "planned" && (
          <>
            {" "}
            {say("desk.until")} <Exactly at={poll.closesAt} />
          </>
        )}
      </p>
      <Turnout poll={poll} />
      {keepsOrder(me, poll.kern) && <Deeds poll={poll} />}
      <Ways poll={poll} />
      {poll.background.leftOff.length > 0 && (
        <section>
          <h2>{say("plans.left")}</h2>
          <ul>
            {poll.background.leftOff.map(({ label, reason, by }) => (
              <li key={label}>
                {label}: {reason} ({by})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** One poll as its officer has it: what may still be done, never a running count. */
export function DeskPollPage() {
  return <PollFrame title={(poll) => poll.question}>{(poll, me) => <Desk me={me} poll={poll} />}</PollFrame>;
}

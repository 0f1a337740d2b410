import { lazy, Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { ProposalView } from "../../proposals/contract.ts";
import type { PollSummary } from "../../voting/contract.ts";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Ago } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { Photo } from "../kit/photo.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import { WhatTheMunicipalityDoes } from "./answer-box.tsx";
import styles from "./proposal-page.module.css";
import { storyOf } from "./story.ts";
import { StoryLine } from "./story-line.tsx";

const PlaceMap = lazy(() => import("./place-map.tsx").then((module) => ({ default: module.PlaceMap })));

interface ProposalTextProps {
  proposal: ProposalView;
  polls: PollSummary[];
  kern: KernHomeView | undefined;
  /** On the desk the page has a heading of its own, and this is one below it. */
  below?: boolean;
}

function Where({ place, kern }: { place: NonNullable<ProposalView["place"]>; kern: KernHomeView | undefined }) {
  const say = useText("proposals");
  const [shown, setShown] = useState(false);
  return (
    <>
      <p className={styles.place}>
        <Icon name="pin" />
        <span>{place.label || say("place.marked")}</span>
        {kern && (
          <TextButton expanded={shown} onClick={() => setShown(!shown)}>
            {say(shown ? "place.hide" : "place.show")}
          </TextButton>
        )}
      </p>
      {shown && kern && (
        <Suspense>
          <div className={styles.map}>
            <PlaceMap kern={kern} place={place} />
          </div>
        </Suspense>
      )}
    </>
  );
}

/** Title, story line and the municipality's answer when there is one; then what the author wrote: photo, text and place. */
export function ProposalText({ proposal, polls, kern, below = false }: ProposalTextProps) {
  const say = useText("proposals");
  const shell = useText("shell");
  const title = proposal.title || shell("proposal.untitled");
  return (
    <>
      {below ? <h2 className={styles.title}>{title}</h2> : <PageHeading className={styles.title}>{title}</PageHeading>}
      <p className={styles.by}>
        {say("by", { name: proposal.authorName })} · <Ago at={proposal.publishedAt ?? proposal.changedAt} />
      </p>
      <StoryLine steps={storyOf(proposal, polls)} />
      {proposal.state === "published" && <WhatTheMunicipalityDoes proposal={proposal} />}
      {proposal.photo && <Photo photo={proposal.photo} alt={proposal.photoAlt} className={styles.photo} />}
      <Paragraphs text={proposal.body} className={styles.body} />
      {proposal.place && <Where place={proposal.place} kern={kern} />}
      {!below && proposal.state === "published" && <p className={styles.notice}>{say("notFormal")}</p>}
    </>
  );
}

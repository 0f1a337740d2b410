import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MeView } from "../../members/contract.ts";
import type { PollView } from "../../voting/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { NeedsMicrosoft } from "../voting/needs-microsoft.tsx";
import { usePoll } from "../voting/use-poll.ts";
import { helps } from "./roles.ts";

interface PollFrameProps {
  title: (poll: PollView) => string;
  children: (poll: PollView, me: MeView) => ReactNode;
}

function Framed({ me, title, children }: PollFrameProps & { me: MeView }) {
  const say = useText("polling");
  const { id = "" } = useParams({ strict: false });
  const { data: poll, error, refetch } = usePoll(id);
  const kern = useKern(me.municipality, poll?.kern ?? "");
  if (!poll) return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
  return (
    <Narrow>
      <Strip municipality={me.municipality} kern={poll.kern} name={poll.kernName} silhouette={kern?.silhouette} />
      <PageHeading>{title(poll)}</PageHeading>
      {helps(me, poll.kern) ? (
        children(poll, me)
      ) : (
        <>
          <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
          <NeedsMicrosoft me={me} />
        </>
      )}
    </Narrow>
  );
}

/** A page about one poll, for who keeps order or helps in its kern. */
export function PollFrame({ title, children }: PollFrameProps) {
  return (
    <SignedIn>
      {(me) => (
        <Framed me={me} title={title}>
          {children}
        </Framed>
      )}
    </SignedIn>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingView } from "../../meetings/contract.ts";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { NeedsMicrosoft } from "../voting/needs-microsoft.tsx";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

interface LeadFrameProps {
  title: string;
  may: (can: MeetingView["can"]) => boolean;
  /** What is typed here must not be replaced by what the server has: the meeting is asked for once, when the page opens. */
  typing?: boolean;
  children: (given: { meeting: MeetingView; kern: KernHomeView; me: MeView }) => ReactNode;
}

const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 };

function Framed({ me, title, may, typing = false, children }: LeadFrameProps & { me: MeView }) {
  const say = useText("meetings");
  const { id = "" } = useParams({ strict: false });
  const {
    data: meeting,
    error,
    refetch,
  } = useQuery({
    queryKey: typing ? meetingKeys.edited(id) : meetingKeys.one(id),
    queryFn: () => meetingsApi.one(id),
    ...(typing && once),
  });
  const kern = useKern(me.municipality, meeting?.kern ?? "");
  if (!meeting && error) return <ErrorState page fault={error} again={() => void refetch()} />;
  if (!meeting || !kern) return <PageSkeleton />;
  const back = <GoButton to={paths.meeting(me.municipality, id)}>{say("see")}</GoButton>;
  return (
    <>
      <Strip municipality={me.municipality} kern={kern.kern} name={kern.name} silhouette={kern.silhouette} />
      <PageHeading>{title}</PageHeading>
      {may(meeting.can) ? (
        children({ meeting, kern, me })
      ) : (
        <>
          <EmptyState title={say("notYours")} deed={back}>
            {say("notYours.body")}
          </EmptyState>
          <NeedsMicrosoft me={me} />
        </>
      )}
    </>
  );
}

/** A page about one meeting for who leads it. */
export function LeadFrame(props: LeadFrameProps) {
  return (
    <SignedIn>
      {(me) => (
        <Narrow>
          <Framed me={me} {...props} />
        </Narrow>
      )}
    </SignedIn>
  );
}

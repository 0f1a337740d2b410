import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { useKern } from "../kernen/use-kern.ts";
import { announce } from "../kit/announce.tsx";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { EmptyState } from "../kit/error-state.tsx";
import { useGo } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keepsOrder } from "../polling/roles.ts";
import { SignedIn } from "../session.tsx";
import { NeedsMicrosoft } from "../voting/needs-microsoft.tsx";
import { readBegun } from "./begun-meeting.ts";
import { MeetingEditor } from "./meeting-editor.tsx";
import { emptyMeeting } from "./meeting-form.ts";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

/** Made here and kept until it is planned, so that a plan whose answer got lost and is sent again makes one meeting. */
function idOnDevice(name: string): string {
  const id = remembered(name) ?? crypto.randomUUID();
  remember(name, id);
  return id;
}

function Plan({ me }: { me: MeView }) {
  const say = useText("meetings");
  const go = useGo();
  const queries = useQueryClient();
  const { kern: slug = "" } = useParams({ strict: false });
  const kern = useKern(me.municipality, slug);
  const memory = `bijeenkomst.${slug}`;
  const [begun] = useState(() => readBegun(remembered(memory)));
  const [meeting] = useState(() => idOnDevice(`${memory}.id`));
  if (!kern) return <PageSkeleton />;
  return (
    <>
      <Strip municipality={me.municipality} kern={slug} name={kern.name} silhouette={kern.silhouette} />
      <PageHeading>{say("plan.title", { kern: kern.name })}</PageHeading>
      {keepsOrder(me, slug) ? (
        <MeetingEditor
          kern={kern}
          stands={emptyMeeting}
          begun={begun}
          memory={memory}
          send={say("plan")}
          consequence={() => say("plan.next", { kern: kern.name })}
          onSend={async (form) => {
            await meetingsApi.plan(slug, meeting, form);
            forget(`${memory}.id`);
            await queries.invalidateQueries({ queryKey: meetingKeys.all });
            announce(say("plan.done"));
            go(paths.meeting(me.municipality, meeting), { replace: true });
          }}
        />
      ) : (
        <>
          <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
          <NeedsMicrosoft me={me} />
        </>
      )}
    </>
  );
}

/** An officer plans a meeting of her kern. */
export function PlanPage() {
  return (
    <SignedIn>
      {(me) => (
        <Narrow>
          <Plan me={me} />
        </Narrow>
      )}
    </SignedIn>
  );
}

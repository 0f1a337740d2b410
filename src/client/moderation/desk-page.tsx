import { EmptyState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { Desk } from "./desk.tsx";

/** The officer's desk: what waits for her, late ones first, each with what she can do. */
export function DeskPage() {
  const say = useText("moderation");
  return (
    <SignedIn>
      {(me) =>
        me.can.moderate ? (
          <Desk me={me} />
        ) : (
          <Narrow>
            <PageHeading>{say("desk")}</PageHeading>
            <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
          </Narrow>
        )
      }
    </SignedIn>
  );
}

import type { ReactNode } from "react";
import type { MeView } from "../../members/contract.ts";
import { EmptyState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { SignedIn } from "../session.tsx";

interface ForOfficersProps {
  /** The page's heading, for who may not see it. */
  title: string;
  children: (me: MeView) => ReactNode;
}

/** Shows its content to officers, and tells others whose page this is. */
export function ForOfficers({ title, children }: ForOfficersProps) {
  const say = useText("reach");
  return (
    <SignedIn>
      {(me) =>
        me.can.moderate ? (
          children(me)
        ) : (
          <Narrow>
            <PageHeading>{title}</PageHeading>
            <EmptyState title={say("notYours")}>{say("notYours.body")}</EmptyState>
          </Narrow>
        )
      }
    </SignedIn>
  );
}

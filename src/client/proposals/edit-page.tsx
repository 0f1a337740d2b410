import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { Box } from "../kit/box.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Wide } from "../kit/layout.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import styles from "./editor.module.css";
import { Editor } from "./editor.tsx";

function Edit({ me }: { me: MeView }) {
  const say = useText("proposals");
  const { id = "" } = useParams({ strict: false });
  // What is being typed must not be replaced by what the server had: asked once, never again while this page is open.
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.proposal(id), "edit"],
    queryFn: () => api.proposal(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const kern = useKern(me.municipality, data?.kern ?? "");
  if (error) return <ErrorState page fault={error} again={() => void refetch()} />;
  if (!data || !kern) return <PageSkeleton />;
  const toProposal = <GoButton to={paths.proposal(me.municipality, id)}>{say("edit.see")}</GoButton>;
  return (
    <>
      <Strip municipality={me.municipality} kern={kern.kern} name={kern.name} silhouette={kern.silhouette} />
      <div className={styles.form}>
        <PageHeading>{say(data.state === "returned" ? "edit.returned" : "edit.title")}</PageHeading>
        {data.state === "returned" && data.reason && (
          <Box title={say("edit.question", { name: kern.contact.name })} tone="asked">
            <Paragraphs text={data.reason} />
          </Box>
        )}
        {data.can.edit ? (
          <Editor municipality={me.municipality} kern={kern} written={{ proposal: id, kern: data.kern, known: data }} />
        ) : (
          <EmptyState title={say("edit.closed")} deed={toProposal} />
        )}
      </div>
    </>
  );
}

/** Going on with a draft, or adding to a proposal that came back with a question. */
export function EditPage() {
  return (
    <SignedIn>
      {(me) => (
        <Wide>
          <Edit me={me} />
        </Wide>
      )}
    </SignedIn>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { ProposalView } from "../../proposals/contract.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Wide } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import { Problem } from "../problem.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { clearBegunText, takeBegunText } from "./begun-text.ts";
import styles from "./editor.module.css";
import { Editor } from "./editor.tsx";

interface Begun {
  proposal: string;
  /** True when an earlier visit began it, so that the server may have some of it. */
  earlier: boolean;
}

/**
 * The proposal this device was writing for the kern, or a new one. Its id is made here: a repeated first save makes one draft. `fresh`:
 * the one that has just come from a chat.
 */
function begin(kern: string, fresh: string | null = null): Begun {
  const known = remembered(`nieuw.${kern}`);
  const proposal = known ?? crypto.randomUUID();
  remember(`nieuw.${kern}`, proposal);
  return { proposal, earlier: known !== null && known !== fresh };
}

async function ifThere(proposal: string): Promise<ProposalView | null> {
  try {
    return await api.proposal(proposal);
  } catch (fault) {
    if (fault instanceof Problem && (fault.status === 404 || fault.status === 403)) return null;
    throw fault;
  }
}

function Writing({ me, slug, fresh }: { me: MeView; slug: string; fresh: string | null }) {
  const say = useText("proposals");
  const kern = useKern(me.municipality, slug);
  const [begun, setBegun] = useState(() => begin(slug, fresh));
  const anew = () => {
    forget(`nieuw.${slug}`);
    forget(`concept.${begun.proposal}`);
    setBegun(begin(slug));
  };
  const { data: known, error } = useQuery({
    queryKey: [...keys.proposal(begun.proposal), "begun"],
    queryFn: () => ifThere(begun.proposal),
    enabled: begun.earlier,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // Handed in meanwhile, on another device: this one starts afresh.
  const over = Boolean(known && !known.can.edit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew is made at each drawing; only that it is over matters
  useEffect(() => {
    if (over) anew();
  }, [over]);
  if (error) return <ErrorState page fault={error} />;
  if (over || !kern || (begun.earlier && known === undefined)) return <PageSkeleton />;
  const open = known?.can.edit ? known : undefined;
  return (
    <>
      {open && (
        <p className={styles.earlier}>
          {say("earlier")} <TextButton onClick={anew}>{say("earlier.anew")}</TextButton>
        </p>
      )}
      <Editor
        key={begun.proposal}
        municipality={me.municipality}
        kern={kern}
        written={{ proposal: begun.proposal, kern: slug, ...(open && { known: open }) }}
      />
    </>
  );
}

function New({ me, fresh }: { me: MeView; fresh: string | null }) {
  const say = useText("proposals");
  const { kern: slug = "" } = useParams({ strict: false });
  const kern = useKern(me.municipality, slug);
  return (
    <Wide>
      <Strip municipality={me.municipality} kern={slug} name={kern?.name ?? ""} silhouette={kern?.silhouette} />
      <div className={styles.form}>
        <PageHeading>{say("new.title", { kern: kern?.name ?? "" })}</PageHeading>
        <Writing key={slug} me={me} slug={slug} fresh={fresh} />
      </div>
    </Wide>
  );
}

/** A new proposal for a kern. */
export function NewPage() {
  const { kern = "" } = useParams({ strict: false });
  const [fresh] = useState(() => takeBegunText(kern));
  useEffect(clearBegunText, []);
  return <SignedIn>{(me) => <New me={me} fresh={fresh} />}</SignedIn>;
}

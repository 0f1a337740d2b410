import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { keys } from "../queries.ts";
import { type Newcomer, WhichKern, WhoAreYou, YourConsent } from "./join-steps.tsx";
import { MailSent } from "./mail-sent.tsx";

type Step = "kern" | "naam" | "akkoord" | "mail";
const isStep = (given: unknown): given is Step => ["kern", "naam", "akkoord", "mail"].includes(String(given));

/** The step stands in the address, so that "back" of the browser goes one question back; what was filled in stays. */
function useJoinStep(): { step: Step | undefined; municipality: string | undefined; kern: string | undefined; goTo: GoTo } {
  const router = useRouter();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const goTo: GoTo = (step, chosen) => {
    const kern = chosen ? { gemeente: chosen.municipality, kern: chosen.kern } : { gemeente: search.gemeente, kern: search.kern };
    void router.navigate({ to: ".", search: { ...kern, stap: step } });
  };
  return { step: isStep(search.stap) ? search.stap : undefined, municipality: search.gemeente, kern: search.kern, goTo };
}
type GoTo = (step: Step, chosen?: KernView) => void;

/** Taking part: which village, who you are, what you agree to; then a mail. One question at a time. */
export function JoinPage() {
  const { step, municipality, kern: slug, goTo } = useJoinStep();
  const [who, setWho] = useState<Newcomer>({ name: "", email: "" });
  const { data, error, refetch } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const kern = data?.kernen.find((each) => each.municipality === municipality && each.kern === slug);
  useKern(kern?.municipality ?? "", kern?.kern ?? "");
  if (!data) return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
  if (!kern || step === "kern") {
    const offered = data.kernen.filter((each) => !municipality || kern || each.municipality === municipality);
    return (
      <Narrow>
        <WhichKern kernen={offered} onPick={(chosen) => goTo("naam", chosen)} />
      </Narrow>
    );
  }
  // Somebody who opens a later step from a bookmark has filled in nothing yet.
  const filled = who.name !== "" && who.email !== "";
  return (
    <Narrow>
      {step === "mail" && filled ? (
        <MailSent email={who.email} purpose="join" onOther={() => goTo("naam")} />
      ) : step === "akkoord" && filled ? (
        <YourConsent kern={kern} who={who} onBack={() => goTo("naam")} onSent={() => goTo("mail")} />
      ) : (
        <WhoAreYou
          kern={kern}
          who={who}
          onOtherKern={() => goTo("kern")}
          onDone={(given) => {
            setWho(given);
            goTo("akkoord");
          }}
        />
      )}
    </Narrow>
  );
}

import { Field, Select } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { api } from "../api.ts";
import { useKern } from "../kernen/use-kern.ts";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import { NewPollForm } from "./new-poll-form.tsx";

/** The kernen in which this person keeps order; an officer without a kern in her role keeps order in all. */
function useKernenOf(me: MeView): { kern: string; name: string }[] {
  const { data } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const roles = me.roles.filter((role) => role.role === "officer" || role.role === "admin");
  const everywhere = roles.some((role) => role.kern === null);
  const own = data?.kernen.filter((kern) => kern.municipality === me.municipality) ?? [];
  return own.filter((kern) => everywhere || roles.some((role) => role.kern === kern.kern));
}

function New({ me }: { me: MeView }) {
  const say = useText("voting");
  const asked: { kern?: string; voorstel?: string } = useSearch({ strict: false });
  const kernen = useKernenOf(me);
  const [chosen, setChosen] = useState(asked.kern ?? "");
  const slug = chosen || kernen[0]?.kern || "";
  const kern = useKern(me.municipality, slug);
  const { data: proposal, isLoading } = useQuery({
    queryKey: keys.proposal(asked.voorstel ?? ""),
    queryFn: () => api.proposal(asked.voorstel ?? ""),
    enabled: Boolean(asked.voorstel),
  });
  if (!kern || isLoading) return <PageSkeleton />;
  return (
    <Narrow>
      <Strip municipality={me.municipality} kern={kern.kern} name={kern.name} silhouette={kern.silhouette} />
      <PageHeading>{say("new.title")}</PageHeading>
      {!asked.kern && (
        <Field label={say("new.kern")} size="large">
          <Select id="kern" value={slug} onChange={(_, given) => setChosen(given.value)}>
            {kernen.map((each) => (
              <option key={each.kern} value={each.kern}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {proposal && <p>{say("new.about", { title: proposal.title })}</p>}
      <NewPollForm key={proposal?.proposal ?? ""} municipality={me.municipality} kern={slug} proposal={proposal} />
    </Narrow>
  );
}

/** Putting a question to the vote, from a proposal or from scratch. */
export function NewPollPage() {
  return <SignedIn>{(me) => <New me={me} />}</SignedIn>;
}

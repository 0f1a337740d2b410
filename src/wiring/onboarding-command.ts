/** `kernplein onboarding`: what a municipality's administrator has to do in her own tenant, and what of it is done. */
import permissions from "../../infra/entra/permissions.json" with { type: "json" };
import { checkGraph } from "../adapters/graph/index.ts";
import { withMeans } from "./provision-command.ts";
import { teamsApp } from "./teams-app.ts";

export interface OnboardingOptions {
  municipality?: string;
  json?: boolean;
}

/**
 * Prints per municipality the link with which an administrator gives consent, and every step with whether it is done and what to do.
 * Sends and changes nothing. Gives the exit code: 1 when a step is left.
 */
export async function showOnboarding({ municipality, json }: OnboardingOptions): Promise<number> {
  return withMeans(async ({ config, files, workplace, publicUrl }) => {
    const { externalId } = teamsApp(config, permissions.resourceSpecific);
    const wanted = permissions.application.map(({ name }) => name);
    const found = [];
    for (const { slug, name, entraTenantId } of files.filter(
      (file) => municipality === undefined || file.slug === municipality,
    )) {
      const consent = new URL(`${config.ENTRA_AUTHORITY}/${entraTenantId}/adminconsent`);
      consent.search = new URLSearchParams({ client_id: externalId, redirect_uri: `${publicUrl}/` }).toString();
      const steps = await checkGraph(workplace.graph, { tenant: entraTenantId, permissions: wanted, externalId });
      found.push({ municipality: slug, name, consent: consent.href, steps });
    }
    if (found.length === 0) throw new Error(`There is no municipality file for ${municipality}.`);
    const lines = found.flatMap(({ name, consent, steps }) => [
      name,
      `  consent: ${consent}`,
      ...steps.map(({ ok, name: step, detail }) => `  ${ok ? "done" : "to do"}: ${step} · ${detail}`),
    ]);
    console.log(json ? JSON.stringify(found, null, 2) : lines.join("\n"));
    return found.every(({ steps }) => steps.every(({ ok }) => ok)) ? 0 : 1;
  });
}

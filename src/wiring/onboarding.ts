/** What a municipality's administrator has to do in her own tenant, and what of it is done. */
import permissions from "../../infra/entra/permissions.json" with { type: "json" };
import { checkGraph } from "../adapters/graph/index.ts";
import type { MunicipalityFile } from "../kernen/index.ts";
import type { OnboardingCheck } from "../provisioning/contract.ts";
import { findEvidence, onboardingChecks } from "../provisioning/index.ts";
import type { ProvisionMeans } from "./provision.ts";
import { teamsApp } from "./teams-app.ts";

export interface Onboarding {
  consentLink: string;
  checks: OnboardingCheck[];
}

/** Only reads: Microsoft, and what the record tells of what has worked already. */
export async function onboardingOf(
  { config, workplace, workshop, publicUrl }: ProvisionMeans,
  { slug, entraTenantId }: MunicipalityFile,
): Promise<Onboarding> {
  const { externalId } = teamsApp(config, permissions.resourceSpecific);
  const consent = new URL(`${config.ENTRA_AUTHORITY}/${entraTenantId}/adminconsent`);
  consent.search = new URLSearchParams({ client_id: externalId, redirect_uri: `${publicUrl}/` }).toString();
  const wanted = permissions.application.map(({ name }) => name);
  const checked = await checkGraph(workplace.graph, { tenant: entraTenantId, permissions: wanted, externalId });
  const okOf = (name: (typeof checked)[number]["name"]) => checked.find((one) => one.name === name)?.ok ?? null;
  const evidence = await workshop.inMunicipality(slug, findEvidence);
  const checks = onboardingChecks({
    reachable: okOf("reachable"),
    token: okOf("token") === true,
    missing: checked.flatMap(({ missing = [] }) => missing),
    appInCatalogue: okOf("app-in-catalogue"),
    ...evidence,
    consentLink: consent.href,
  });
  return { consentLink: consent.href, checks };
}

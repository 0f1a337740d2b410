/** `kernplein onboarding`: what a municipality's administrator has to do in her own tenant, and what of it is done. */
import { onboardingOf } from "./onboarding.ts";
import { withMeans } from "./provision-command.ts";

export interface OnboardingOptions {
  municipality?: string;
  json?: boolean;
}

const stateWords = { done: "done", "to-do": "to do", unseen: "look yourself" };

/**
 * Prints per municipality the link with which an administrator gives consent, and every step with whether it is done and what to do.
 * Sends and changes nothing. Gives the exit code: 1 when a step is left; what Kernplein cannot see does not count.
 */
export async function showOnboarding({ municipality, json }: OnboardingOptions): Promise<number> {
  return withMeans(async (means) => {
    const chosen = means.files.filter((file) => municipality === undefined || file.slug === municipality);
    if (chosen.length === 0) throw new Error(`There is no municipality file for ${municipality}.`);
    const found = [];
    for (const file of chosen) {
      const { consentLink, checks } = await onboardingOf(means, file);
      found.push({ municipality: file.slug, name: file.name, consent: consentLink, checks });
    }
    const lines = found.flatMap(({ name, consent, checks }) => [
      name,
      `  consent: ${consent}`,
      ...checks.map(({ state, name: step, text }) => `  ${stateWords[state]}: ${step} · ${text.en}`),
    ]);
    console.log(json ? JSON.stringify(found, null, 2) : lines.join("\n"));
    return found.every(({ checks }) => checks.every(({ state }) => state !== "to-do")) ? 0 : 1;
  });
}

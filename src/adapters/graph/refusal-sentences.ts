/** What a refusal of Graph means to the people who have to put it right. Pure. */
import type { Said } from "../../shared/said.ts";

export interface Refusal {
  tenant: string;
  path: string;
  status: number;
  code: string;
  /** Graph's own words, which name missing permissions. */
  message: string;
}

/** A sentence in both languages that says what is the matter and what to do. */
export function sentenceFor(refusal: Refusal): Said {
  const { tenant, path, status, code, message } = refusal;
  if (status === 401) {
    return {
      nl: `Microsoft neemt het toegangsbewijs voor tenant ${tenant} niet aan: het is verlopen of voor een andere tenant. Controleer de klok van de server en de app-registratie.`,
      en: `Microsoft does not take the token for tenant ${tenant}: it has expired or is for another tenant. Check the server's clock and the app registration.`,
    };
  }
  if (status === 403 && /role permissions|insufficient privileges|RequestDenied/i.test(`${code} ${message}`)) {
    return {
      nl: `De gemeente (tenant ${tenant}) heeft hiervoor geen toestemming gegeven. Laat de beheerder opnieuw toestemming geven met de link van kernplein onboarding.`,
      en: `The municipality (tenant ${tenant}) has not given consent for this. Let the administrator give consent again with the link of kernplein onboarding.`,
    };
  }
  if (status === 403) return { nl: "Microsoft staat dit niet toe.", en: "Microsoft does not allow this." };
  if (status === 404 && /^\/teams\/[^/]+/.test(path)) {
    return {
      nl: "Dit team (of wat erin zat) is er niet meer: iemand heeft het verwijderd. Een verwijderd team kan de beheerder 30 dagen lang terugzetten; anders maakt apply het opnieuw.",
      en: "This team (or what was in it) is not there any more: somebody deleted it. An administrator can restore a deleted team for 30 days; otherwise apply makes it anew.",
    };
  }
  if (status === 404) return { nl: "Microsoft kent dit niet (meer).", en: "Microsoft does not know this (any more)." };
  if (status === 429) {
    return {
      nl: "Microsoft vraagt te wachten: er komen te veel verzoeken. Probeer het later opnieuw.",
      en: "Microsoft asks to wait: too many requests. Try again later.",
    };
  }
  if (status === 507) {
    return {
      nl: "De schijf is vol of niet beschrijfbaar. Er is niets veranderd; maak ruimte en probeer het opnieuw.",
      en: "The disk is full or cannot be written. Nothing was changed; make room and try again.",
    };
  }
  if (status >= 500) {
    return { nl: "Microsoft heeft een storing. Probeer het later opnieuw.", en: "Microsoft has a breakdown. Try again later." };
  }
  return { nl: "Microsoft weigert dit.", en: "Microsoft refuses this." };
}

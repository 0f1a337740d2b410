/** What a municipality's own administrator has to do before its teams can be made, each with what to click. Pure. */
import type { OnboardingCheck, Said } from "./contract.ts";

export interface TenantFacts {
  /** Whether Microsoft answers; null when that could not be tried. */
  reachable: boolean | null;
  /** Whether there is a token, and application permissions that it lacks. */
  token: boolean;
  missing: readonly string[];
  /** Null when the catalogue could not be read. */
  appInCatalogue: boolean | null;
  /** The app was put into a team with its own permissions. */
  appInTeam: boolean;
  guestInvited: boolean;
  consentLink: string;
}

type Wording = Record<OnboardingCheck["name"], Record<OnboardingCheck["state"], Said>>;

const only = (text: Said) => ({ "to-do": text, unseen: text });

const words: Wording = {
  reachable: {
    done: { nl: "Microsoft antwoordt.", en: "Microsoft answers." },
    ...only({
      nl: "Microsoft antwoordt niet. Probeer het later opnieuw.",
      en: "Microsoft does not answer. Please try again later.",
    }),
  },
  consent: {
    done: { nl: "De gemeente gaf Kernplein toestemming.", en: "The municipality has given Kernplein consent." },
    ...only({
      nl: "Geef Kernplein toestemming. Dat doet de beheerder van Microsoft 365 met deze link.",
      en: "Give Kernplein consent. The administrator of Microsoft 365 does that with this link.",
    }),
  },
  "app-in-catalogue": {
    done: { nl: "De app Kernplein staat in de app-catalogus.", en: "The Kernplein app is in the app catalogue." },
    "to-do": {
      nl: "Upload het app-pakket in het Teams-beheercentrum: Teams-apps, Apps beheren, Uploaden. Het duurt soms uren voor Kernplein het ziet.",
      en: "Upload the app package in the Teams admin centre: Teams apps, Manage apps, Upload. It can take hours before Kernplein sees it.",
    },
    unseen: {
      nl: "De app-catalogus is pas te zien na de toestemming.",
      en: "The app catalogue can be seen only after consent.",
    },
  },
  "app-permissions": {
    done: {
      nl: "De app mag in een team werken: dat is al gelukt.",
      en: "The app may work in a team: that has worked already.",
    },
    ...only({
      nl: "Nog geen team gebruikt de app. Vraag met Microsoft Graph PowerShell op: Get-MgBetaTeamRscConfiguration. Staat er DisabledForAllApps, dan laat uw organisatie de app niet toe in teams. Staat er EnabledForPreApprovedAppsOnly, keur Kernplein dan eerst goed.",
      en: "No team uses the app yet. Ask with Microsoft Graph PowerShell: Get-MgBetaTeamRscConfiguration. If it says DisabledForAllApps, your organisation does not let the app into teams. If it says EnabledForPreApprovedAppsOnly, approve Kernplein first.",
    }),
  },
  "guest-invitations": {
    done: {
      nl: "Gasten uitnodigen mag: er is al een inwoner uitgenodigd.",
      en: "Guests may be invited: a resident has been invited already.",
    },
    ...only({
      nl: "Er is nog niemand uitgenodigd. Kijk in het Entra-beheercentrum: Externe identiteiten, Instellingen voor externe samenwerking. Uitnodigen mag niet uit staan of alleen voor beheerders zijn, en adressen van inwoners mogen niet geweerd zijn.",
      en: "Nobody has been invited yet. Look in the Entra admin centre: External Identities, External collaboration settings. Inviting must not be off or for administrators only, nor may residents' addresses be barred.",
    }),
  },
  "one-time-passcode": {
    done: { nl: "Inwoners krijgen een code per e-mail.", en: "Residents get a code by e-mail." },
    ...only({
      nl: "Kernplein kan dit niet zien. Kijk in het Entra-beheercentrum: Externe identiteiten, Alle id-providers, Ingebouwd, Eenmalige wachtwoordcode via e-mail. Die staat voor gasten op Ja; anders heeft elke inwoner een Microsoft-account nodig.",
      en: "Kernplein cannot see this. Look in the Entra admin centre: External Identities, All identity providers, Built-in, Email one-time passcode. For guests it must be Yes; otherwise every resident needs a Microsoft account.",
    }),
  },
};

/**
 * Where Microsoft's own documents send an administrator: "Manage your apps in Teams admin center", "Preapproval of RSC permissions" (consent
 * inside teams has no page in an admin centre any more), "Configure external collaboration settings" and "Email one-time passcode
 * authentication". The last two name only the clicks; the address of the one stands in Microsoft's Zero Trust Assessment, that of the other
 * in the Blueprint for Secure Cloud of the Australian government.
 */
const links = {
  "app-in-catalogue": "https://admin.teams.microsoft.com/policies/manage-apps",
  "app-permissions": "https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/preapproval-instruction-docs",
  "guest-invitations": "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/CompanyRelationshipsMenuBlade/~/Settings",
  "one-time-passcode": "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/CompanyRelationshipsMenuBlade/~/IdentityProviders",
};

/** In the order in which they are done. What Kernplein has no right to read is told by what has worked, else it is "unseen". */
export function onboardingChecks(facts: TenantFacts): OnboardingCheck[] {
  const { reachable, token, missing, appInCatalogue, appInTeam, guestInvited, consentLink } = facts;
  const consented = token && missing.length === 0;
  const check = (name: OnboardingCheck["name"], state: OnboardingCheck["state"], link: string | null): OnboardingCheck => ({
    name,
    state,
    text: words[name][state],
    link: state === "done" ? null : link,
  });
  const consent = check("consent", consented ? "done" : "to-do", consentLink);
  return [
    missing.length === 0 ? consent : { ...consent, text: withNames(consent.text, missing) },
    ...(reachable === false ? [check("reachable", "to-do", null)] : []),
    check(
      "app-in-catalogue",
      appInCatalogue === null ? "unseen" : appInCatalogue ? "done" : "to-do",
      appInCatalogue === null ? null : links["app-in-catalogue"],
    ),
    check("app-permissions", appInTeam ? "done" : "unseen", links["app-permissions"]),
    check("guest-invitations", guestInvited ? "done" : "unseen", links["guest-invitations"]),
    check("one-time-passcode", "unseen", links["one-time-passcode"]),
  ];
}

function withNames({ nl, en }: Said, missing: readonly string[]): Said {
  const names = missing.join(", ");
  return { nl: `${nl} Er ontbreekt: ${names}.`, en: `${en} Missing: ${names}.` };
}

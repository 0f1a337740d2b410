/** Letters about Microsoft Teams itself: a team that was changed by hand, a partner from outside who is invited. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

export interface DriftNews {
  name: string;
  kernName: string;
  /** What differs, a sentence each in the reader's language. */
  differences: readonly string[];
  url: string;
}

export function teamDrifted(language: Language, { name, kernName, differences, url }: DriftNews): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? `Het team van ${kernName} is veranderd` : `The team of ${kernName} was changed`,
    heading: nl ? `Het team van ${kernName} is veranderd` : `The team of ${kernName} was changed`,
    paragraphs: [
      greeting(name, language),
      nl ? "In Microsoft Teams is iets met de hand veranderd:" : "Something was changed by hand in Microsoft Teams:",
    ],
    quote: differences.join("\n"),
    button: { label: nl ? "Naar uw werkplek" : "Go to your desk", url },
    after: [nl ? "Is dit de bedoeling? Dan hoeft u niets te doen." : "Is this intended? Then you need not do anything."],
    why: nl
      ? `U krijgt deze mail omdat u contactpersoon van ${kernName} bent.`
      : `You get this mail because you are the contact person of ${kernName}.`,
  };
}

export interface LimitNews {
  name: string;
  /** A sentence or two each, in the reader's language. */
  limits: readonly string[];
  url: string;
}

export function limitNears(language: Language, { name, limits, url }: LimitNews): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? "Microsoft Teams raakt vol" : "Microsoft Teams is filling up",
    heading: nl ? "Microsoft Teams raakt vol" : "Microsoft Teams is filling up",
    paragraphs: [
      greeting(name, language),
      nl
        ? "Microsoft stelt grenzen aan teams. Uw gemeente komt in de buurt van een grens:"
        : "Microsoft sets limits to teams. Your municipality comes near one:",
    ],
    quote: limits.join("\n"),
    button: { label: nl ? "Naar uw werkplek" : "Go to your desk", url },
    after: [
      nl
        ? "Alles werkt nu nog. U hoort het weer als het voller wordt."
        : "Everything still works. You will hear again when it fills up further.",
    ],
    why: nl ? "U krijgt deze mail omdat u beheerder van Kernplein bent." : "You get this mail because you administer Kernplein.",
  };
}

export interface PartnerNews {
  name: string;
  team: string;
  url: string;
}

export function partnerInvited(language: Language, { name, team, url }: PartnerNews): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? `U bent uitgenodigd voor ${team}` : `You are invited to ${team}`,
    heading: nl ? `Denk mee over ${team}` : `Think along about ${team}`,
    paragraphs: [
      greeting(name, language),
      nl
        ? `De gemeente maakte een team in Microsoft Teams over ${team}. U bent uitgenodigd om mee te denken.`
        : `The municipality made a team in Microsoft Teams about ${team}. You are invited to think along.`,
      nl
        ? "De eerste keer vraagt Microsoft om een code. Die code krijgt u per mail."
        : "The first time Microsoft asks for a code. You get that code by e-mail.",
    ],
    button: { label: nl ? "Uitnodiging aannemen" : "Accept the invitation", url },
    why: nl
      ? "U krijgt deze mail omdat de gemeente u voor dit team heeft gevraagd."
      : "You get this mail because the municipality asked you for this team.",
  };
}

/** Letters to officers about what people ask them to look at. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

export interface ReportedMessage {
  name: string;
  kernName: string;
  text: string;
  why: string;
  url: string;
}

export function messageReported(language: Language, { name, kernName, text, why, url }: ReportedMessage): Letter {
  const nl = language === "nl";
  return {
    subject: nl ? `Melding over een bericht in ${kernName}` : `A message in ${kernName} was reported`,
    heading: nl ? "Wilt u naar dit bericht kijken?" : "Will you look at this message?",
    paragraphs: [
      greeting(name, language),
      nl
        ? `Iemand die meedoet in ${kernName} meldt dit bericht aan u:`
        : `Somebody who takes part in ${kernName} reports this message to you:`,
    ],
    quote: text,
    button: { label: nl ? "Open het bericht" : "Open the message", url },
    after: [
      why === "" ? (nl ? "Er is geen reden bij gezet." : "No reason was given.") : nl ? `De reden: ${why}` : `The reason: ${why}`,
      nl ? "Wie het meldde, zeggen we niet." : "We do not tell who reported it.",
    ],
    why: nl
      ? `U krijgt deze mail omdat u kerncontactfunctionaris van ${kernName} bent.`
      : `You get this mail because you are liaison officer of ${kernName}.`,
  };
}

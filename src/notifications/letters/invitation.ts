/** Letters to who was asked in by an officer: the invitation in our own words instead of Microsoft's, and what follows it. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

export interface Invitation {
  kernName: string;
  name: string;
  /** Who asks her in. */
  officerName: string;
  /** The kern's page on the web. */
  url: string;
  /** Accepts Microsoft's invitation and opens the kern's team; null when there is none for her. */
  teamUrl: string | null;
  /** Microsoft does not take the address: by web page and mail only. */
  webOnly: boolean;
  /** Her own page, where she can stop. */
  meUrl: string;
  /** Where she asks for a new invitation. */
  accountUrl: string;
}

const firstTime: Readonly<Record<Language, string[]>> = {
  nl: [
    "De eerste keer gaat het zo. U drukt op de knop. Microsoft vraagt om een code; die komt per mail en werkt 30 minuten. " +
      "Daarna vraagt Microsoft of de gemeente uw naam en e-mailadres mag zien. Druk op Accepteren. Dan opent Teams.",
    "Hebt u al een account bij Microsoft met dit e-mailadres? Dan gebruikt u uw eigen wachtwoord.",
  ],
  en: [
    "The first time goes like this. You press the button. Microsoft asks for a code; it comes by mail and works for 30 minutes. " +
      "Then Microsoft asks whether the municipality may see your name and e-mail address. Press Accept. Teams then opens.",
    "Do you have a Microsoft account with this e-mail address? Then you use your own password.",
  ],
};

const expired: Readonly<Record<Language, (url: string) => string>> = {
  nl: (url) => `Werkt de uitnodiging niet meer? Vraag zelf een nieuwe: ${url}`,
  en: (url) => `Does the invitation no longer work? Ask for a new one yourself: ${url}`,
};

const why: Readonly<Record<Language, (officer: string) => string>> = {
  nl: (officer) => `U krijgt deze mail omdat ${officer} u heeft uitgenodigd.`,
  en: (officer) => `You get this mail because ${officer} invited you.`,
};

const stop: Readonly<Record<Language, string>> = { nl: "Ik wil niet meedoen", en: "I do not want to take part" };

/** The door: Teams when there is a link for her, else the page, with the page as the second way. */
function doors(
  language: Language,
  { kernName, url, teamUrl, accountUrl }: Pick<Invitation, "kernName" | "url" | "teamUrl" | "accountUrl">,
) {
  const page = language === "nl" ? `Naar ${kernName}` : `Go to ${kernName}`;
  if (teamUrl === null) return { button: { label: page, url } };
  return {
    button: { label: language === "nl" ? `${kernName} openen in Teams` : `Open ${kernName} in Teams`, url: teamUrl },
    after: [...firstTime[language], expired[language](accountUrl)],
    link: { before: language === "nl" ? "Liever zonder Teams?" : "Rather without Teams?", label: page, url },
  };
}

export function invitation(language: Language, given: Invitation): Letter {
  const { kernName, name, officerName, webOnly, meUrl } = given;
  const paragraphs =
    language === "nl"
      ? [
          greeting(name, language),
          `${officerName} nodigt u uit voor het dorpsplein van ${kernName}. U leest er voorstellen van uw buren. U kunt er zelf een doen, en stemmen.`,
          ...(webOnly ? ["Microsoft Teams neemt uw e-mailadres niet aan. U mist niets: alles werkt ook op de webpagina."] : []),
        ]
      : [
          greeting(name, language),
          `${officerName} invites you to the village square of ${kernName}. You read your neighbours' proposals there. You can make one yourself, and vote.`,
          ...(webOnly
            ? ["Microsoft Teams does not accept your e-mail address. You miss nothing: everything works on the web page as well."]
            : []),
        ];
  const heading = language === "nl" ? `Doe mee in ${kernName}` : `Take part in ${kernName}`;
  const stopping = { label: stop[language], url: meUrl };
  return { subject: heading, heading, paragraphs, ...doors(language, given), why: why[language](officerName), stop: stopping };
}

/** `last`: nothing follows this one. */
export function invitationReminder(language: Language, { last, ...given }: Invitation & { last: boolean }): Letter {
  const { kernName, name, officerName, meUrl } = given;
  const words =
    language === "nl"
      ? {
          heading: `Uw uitnodiging voor ${kernName} ligt nog klaar`,
          body: `${officerName} nodigde u uit voor het dorpsplein van ${kernName}. Uw plek is er nog.`,
          end: "Dit is de laatste keer dat we u hieraan herinneren.",
        }
      : {
          heading: `Your invitation to ${kernName} is still there`,
          body: `${officerName} invited you to the village square of ${kernName}. Your place is still there.`,
          end: "This is the last time we remind you.",
        };
  return {
    subject: words.heading,
    heading: words.heading,
    paragraphs: [greeting(name, language), words.body, ...(last ? [words.end] : [])],
    ...doors(language, given),
    why: why[language](officerName),
    stop: { label: stop[language], url: meUrl },
  };
}

/** She asked for it herself. */
export function renewedInvitation(
  language: Language,
  given: Omit<Invitation, "officerName" | "webOnly" | "teamUrl"> & { teamUrl: string },
): Letter {
  const { kernName, name, meUrl } = given;
  const nl = language === "nl";
  const heading = nl ? `Uw nieuwe uitnodiging voor ${kernName}` : `Your new invitation to ${kernName}`;
  return {
    subject: heading,
    heading,
    paragraphs: [
      greeting(name, language),
      nl ? "Hier is de nieuwe uitnodiging die u vroeg." : "Here is the new invitation you asked for.",
    ],
    ...doors(language, given),
    why: nl
      ? "U krijgt deze mail omdat u een nieuwe uitnodiging vroeg."
      : "You get this mail because you asked for a new invitation.",
    stop: { label: nl ? "Stoppen met meedoen" : "Stop taking part", url: meUrl },
  };
}

/** The first mail to a new member: where the square is. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

export interface Welcome {
  kernName: string;
  name: string;
  /** The kern's page on the web: for everybody. */
  url: string;
  /** Accepts Microsoft's invitation and opens the kern's team; null when there is none. */
  teamUrl: string | null;
  /** Microsoft does not take the address: by web page and mail only. */
  webOnly: boolean;
  /** Her own page, where she can stop. */
  meUrl: string;
}

export function welcome(language: Language, given: Welcome): Letter {
  const { kernName, name, url, teamUrl, webOnly, meUrl } = given;
  if (language === "en") {
    return {
      subject: `Welcome to ${kernName}`,
      heading: `Welcome to ${kernName}`,
      paragraphs: [
        greeting(name, language),
        "You take part from now on. You can read proposals, make one yourself, and vote.",
        ...(webOnly
          ? ["Microsoft Teams does not accept your e-mail address. You miss nothing: everything works on the web page as well."]
          : []),
      ],
      button: { label: `Go to ${kernName}`, url },
      ...(teamUrl ? { link: { before: "Rather in Microsoft Teams?", label: `Open ${kernName} in Teams`, url: teamUrl } } : {}),
      why: `You get this mail because you take part in ${kernName}.`,
      stop: { label: "Stop taking part", url: meUrl },
    };
  }
  return {
    subject: `Welkom in ${kernName}`,
    heading: `Welkom in ${kernName}`,
    paragraphs: [
      greeting(name, language),
      "U doet vanaf nu mee. U kunt voorstellen lezen, er zelf een doen, en stemmen.",
      ...(webOnly ? ["Microsoft Teams neemt uw e-mailadres niet aan. U mist niets: alles werkt ook op de webpagina."] : []),
    ],
    button: { label: `Naar ${kernName}`, url },
    ...(teamUrl ? { link: { before: "Liever in Microsoft Teams?", label: `Open ${kernName} in Teams`, url: teamUrl } } : {}),
    why: `U krijgt deze mail omdat u meedoet in ${kernName}.`,
    stop: { label: "Stoppen met meedoen", url: meUrl },
  };
}

/** To who was welcomed before her kern had a team. */
export function nowInTeams(language: Language, given: Omit<Welcome, "webOnly" | "teamUrl"> & { teamUrl: string }): Letter {
  const { kernName, name, url, teamUrl, meUrl } = given;
  if (language === "en") {
    return {
      subject: `${kernName} is now in Microsoft Teams`,
      heading: `${kernName} is now in Microsoft Teams`,
      paragraphs: [greeting(name, language), "You can take part in Teams as well now. You need not: the web page stays."],
      button: { label: `Open ${kernName} in Teams`, url: teamUrl },
      link: { before: "Rather on the web page?", label: `Go to ${kernName}`, url },
      why: `You get this mail because you take part in ${kernName}.`,
      stop: { label: "Stop taking part", url: meUrl },
    };
  }
  return {
    subject: `${kernName} zit nu ook in Microsoft Teams`,
    heading: `${kernName} zit nu ook in Microsoft Teams`,
    paragraphs: [greeting(name, language), "U kunt nu ook meedoen in Teams. Het hoeft niet: de webpagina blijft."],
    button: { label: `Open ${kernName} in Teams`, url: teamUrl },
    link: { before: "Liever op de webpagina?", label: `Naar ${kernName}`, url },
    why: `U krijgt deze mail omdat u meedoet in ${kernName}.`,
    stop: { label: "Stoppen met meedoen", url: meUrl },
  };
}

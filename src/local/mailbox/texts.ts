import type { Language } from "../../shared/work.ts";

export interface MailboxTexts {
  title: string;
  explanation: string;
  search: string;
  find: string;
  showAll: string;
  recipients: string;
  mails(count: number): string;
  more(count: number): string;
  none: string;
  nothingFound: string;
  choose: string;
  back: string;
  to: string;
  from: string;
  answerTo: string;
  received: string;
  content: string;
  links: string;
  plainText: string;
  gone: string;
  refresh: string;
  otherLanguage: string;
}

export const texts: Readonly<Record<Language, MailboxTexts>> = {
  nl: {
    title: "Postvak",
    explanation: "Alle mails die Kernplein op deze computer verstuurt. Er gaat niets naar buiten.",
    search: "Zoek op adres, naam of onderwerp",
    find: "Zoeken",
    showAll: "Toon alles",
    recipients: "Laatste ontvangers",
    mails: (count) => (count === 1 ? "1 mail" : `${count} mails`),
    more: (count) => `En nog ${count} oudere. Zoek op adres om ze te zien.`,
    none: "Nog geen mails. Meld u aan als inwoner: de eerste komt hier binnen.",
    nothingFound: "Geen mail gevonden met deze woorden.",
    choose: "Kies een mail om hem te lezen.",
    back: "Terug naar alle mails",
    to: "Aan",
    from: "Van",
    answerTo: "Antwoord aan",
    received: "Ontvangen",
    content: "Inhoud van de mail",
    links: "Links in deze mail",
    plainText: "Als gewone tekst",
    gone: "Deze mail is er niet (meer).",
    refresh: "Vernieuwen",
    otherLanguage: "English",
  },
  en: {
    title: "Mailbox",
    explanation: "Every mail that Kernplein sends on this computer. Nothing leaves it.",
    search: "Search address, name or subject",
    find: "Search",
    showAll: "Show all",
    recipients: "Latest recipients",
    mails: (count) => (count === 1 ? "1 mail" : `${count} mails`),
    more: (count) => `And ${count} older ones. Search for an address to see them.`,
    none: "No mails yet. Sign up as a resident: the first one arrives here.",
    nothingFound: "No mail found with these words.",
    choose: "Choose a mail to read it.",
    back: "Back to all mails",
    to: "To",
    from: "From",
    answerTo: "Reply to",
    received: "Received",
    content: "Content of the mail",
    links: "Links in this mail",
    plainText: "As plain text",
    gone: "This mail is not here (any more).",
    refresh: "Refresh",
    otherLanguage: "Nederlands",
  },
};

/** From a letter to the mail of one person: in her language, within the frame of her kern. */
import { contactOf, kernOf, municipalityOf } from "../kernen/index.ts";
import { officersOf } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { Language, Tx } from "../shared/work.ts";
import type { Frame, Letter } from "./letter.ts";
import { mailHtml } from "./mail-html.ts";
import type { MailKind } from "./mail-setting-contract.ts";
import { mailText } from "./mail-text.ts";
import type { Mail } from "./post-office.ts";
import type { Desk } from "./send-once.ts";
import { stopToken } from "./stop-token.ts";

/** A frame before the reader's language is known, and where her answer goes. */
export interface Setting extends Omit<Frame, "language"> {
  replyTo: string | null;
}

/** The frame of a kern; of the whole municipality when `kern` is null or no longer there. */
export async function settingOf(tx: Tx, kern: string | null): Promise<Setting> {
  const municipality = await municipalityOf(tx);
  const place = kern === null ? undefined : await kernOf(tx, kern);
  if (!place) {
    const contact = { name: `gemeente ${municipality.name}`, phone: municipality.phone };
    return { municipalityName: municipality.name, place: municipality.name, accent: "", contact, replyTo: null };
  }
  const contact = await contactOf(tx, place.kern);
  const officer = (await officersOf(tx, place.kern)).find(({ name }) => name === contact.name);
  return {
    municipalityName: municipality.name,
    place: place.name,
    accent: place.accent,
    contact: { ...contact, photo: officer?.photo ?? null },
    replyTo: officer?.email ?? null,
  };
}

export interface Addressee {
  name: string;
  email: string;
  language: Language;
}

/** Where somebody stops one kind of mail: a page for her, an address for her mail program. */
export interface Stops {
  page: string;
  atOnce: string;
}

export function stopsOf({ publicUrl, vault }: Desk, municipality: string, person: string, mail: MailKind): Stops {
  const token = `${municipality}.${stopToken(vault, person, mail)}`;
  return { page: `${publicUrl}${paths.stopMails(token)}`, atOnce: `${publicUrl}${paths.stopMailsAtOnce(token)}` };
}

const stopWords: Readonly<Record<Language, string>> = { nl: "Deze mails stoppen", en: "Stop these mails" };

/** `stops`: null for a mail that always comes. */
export function composeMail(
  to: Addressee,
  letter: Letter,
  { replyTo, ...setting }: Setting,
  stops: Stops | null = null,
): Omit<Mail, "id"> {
  const frame: Frame = { ...setting, language: to.language };
  const whole = stops === null ? letter : { ...letter, stop: { label: stopWords[to.language], url: stops.page } };
  return {
    fromName: `Kernplein ${setting.municipalityName}`,
    to: { name: to.name, email: to.email },
    replyTo,
    language: to.language,
    subject: letter.subject,
    stopUrl: stops?.atOnce ?? null,
    html: mailHtml(whole, frame),
    text: mailText(whole, frame),
    ...(letter.calendar ? { calendar: letter.calendar } : {}),
  };
}

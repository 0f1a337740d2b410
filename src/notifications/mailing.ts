/** From a letter to the mail of one person: in her language, within the frame of her kern. */
import { contactOf, kernOf, municipalityOf } from "../kernen/index.ts";
import { officersOf } from "../members/index.ts";
import type { Language, Tx } from "../shared/work.ts";
import type { Frame, Letter } from "./letter.ts";
import { mailHtml } from "./mail-html.ts";
import { mailText } from "./mail-text.ts";
import type { Mail } from "./post-office.ts";

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

export function composeMail(to: Addressee, letter: Letter, { replyTo, ...setting }: Setting): Omit<Mail, "id"> {
  const frame: Frame = { ...setting, language: to.language };
  return {
    fromName: `Kernplein ${setting.municipalityName}`,
    to: { name: to.name, email: to.email },
    replyTo,
    language: to.language,
    subject: letter.subject,
    html: mailHtml(letter, frame),
    text: mailText(letter, frame),
    ...(letter.calendar ? { calendar: letter.calendar } : {}),
  };
}

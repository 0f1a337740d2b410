/** What is said about one wrong field of an input: message codes of the contracts, and what zod says by itself. */
import type { InBoth } from "./said.ts";
import type { Language } from "./work.ts";

/** What a field's message code means; the codes stand in the contracts, the last ones are made of zod's own messages. */
const fieldSentences = {
  "invalid-kern": { nl: "Kies een kern uit de lijst.", en: "Choose a village from the list." },
  "invalid-municipality": { nl: "Kies een gemeente uit de lijst.", en: "Choose a municipality from the list." },
  "municipality-required": { nl: "Zeg om welke gemeente het gaat.", en: "Say which municipality this is about." },
  "invalid-postcode": { nl: "Een postcode heeft vier cijfers, zoals 4241.", en: "A postcode has four digits, such as 4241." },
  "invalid-email": {
    nl: "Dit is geen e-mailadres. Voorbeeld: naam@voorbeeld.nl.",
    en: "This is not an e-mail address. Example: name@example.com.",
  },
  "invalid-link": {
    nl: "Deze link is niet compleet. Open hem opnieuw vanuit de mail.",
    en: "This link is incomplete. Open it again from the mail.",
  },
  "finished-already": {
    nl: "Dit voorstel is al afgerond. De gemeente kan niet meer nee zeggen.",
    en: "This proposal is already done. The municipality can no longer say no.",
  },
  "invalid-session": {
    nl: "Deze aanmelding klopt niet. Meld u opnieuw aan.",
    en: "This session is not right. Please sign in again.",
  },
  "invalid-id": { nl: "Dit nummer klopt niet.", en: "This number is not right." },
  "invalid-date": { nl: "Vul een datum in.", en: "Fill in a date." },
  "invalid-time": { nl: "Vul een datum en een tijd in.", en: "Fill in a date and a time." },
  "invalid-proof": { nl: "Het stembewijs van dit apparaat klopt niet.", en: "The voting proof of this device is not right." },
  "consent-required": { nl: "Zet een vinkje als u het ermee eens bent.", en: "Tick the box if you agree." },
  "reason-required": { nl: "Schrijf waarom, in ten minste één zin.", en: "Write why, in at least one sentence." },
  "too-short": { nl: "Dit is te kort.", en: "This is too short." },
  "too-long": { nl: "Dit is te lang.", en: "This is too long." },
  "too-many-rows": {
    nl: "Dit zijn te veel regels. Een bestand mag 2.000 mensen hebben. Maak er meer bestanden van. Er is niets verstuurd.",
    en: "These are too many rows. A file may hold 2,000 people. Make several files of it. Nothing was sent.",
  },
  "columns-missing": {
    nl: "Op de eerste regel staan de kolommen naam en e-mail. Die vinden we niet.",
    en: "The first line names the columns naam and e-mail (or name and email). We cannot find them.",
  },
  "empty-file": { nl: "Er staan geen mensen in dit bestand.", en: "There are no people in this file." },
  "in-the-past": { nl: "Kies een moment in de toekomst.", en: "Choose a moment in the future." },
  "too-many": { nl: "Dit zijn er te veel.", en: "These are too many." },
  "closes-before-it-opens": {
    nl: "De stemming moet later sluiten dan ze opent.",
    en: "The poll must close later than it opens.",
  },
  "closes-in-the-past": { nl: "De stemming moet in de toekomst sluiten.", en: "The poll must close in the future." },
  "two-options-needed": { nl: "Geef ten minste twee keuzes.", en: "Give at least two choices." },
  "options-must-differ": { nl: "Elke keuze moet anders zijn.", en: "Every choice must be different." },
  "choose-one": { nl: "Maak een keuze.", en: "Make a choice." },
  "invalid-full-postcode": {
    nl: "Een postcode heeft vier cijfers en twee letters, zoals 4241 AB.",
    en: "A postcode has four digits and two letters, such as 4241 AB.",
  },
  "invalid-house-number": { nl: "Vul een huisnummer in, zonder letters.", en: "Fill in a house number, without letters." },
  "postcode-elsewhere": {
    nl: "Deze postcode ligt niet in uw kern. Klopt dat niet? Bel de gemeente.",
    en: "This postcode is not in your village. Is that wrong? Call the municipality.",
  },
  "invalid-letter-code": {
    nl: "Deze code klopt niet. Kijk of u elke letter goed hebt overgenomen.",
    en: "This code is not right. Check that you copied every letter.",
  },
  "number-or-file": {
    nl: "Geef een aantal brieven, of een bestand met adressen.",
    en: "Give a number of letters, or a file of addresses.",
  },
  "address-columns-missing": {
    nl: "Op de eerste regel staan de kolommen postcode en huisnummer. Die vinden we niet.",
    en: "The first line names the columns postcode and huisnummer. We cannot find them.",
  },
  "too-many-letters": {
    nl: "Dit zijn te veel brieven. Meer dan 100.000 kan niet.",
    en: "These are too many letters. More than 100,000 is not possible.",
  },
  "no-letters-here": { nl: "Bij deze stemming horen geen stembrieven.", en: "No voting letters belong to this poll." },
  "letters-need-time": {
    nl: "Stembrieven maakt u voor de opening. Kies een later moment.",
    en: "Voting letters are made before the opening. Choose a later moment.",
  },
  "electorate-needs-secret": { nl: "Dit kan alleen bij een geheime stemming.", en: "This is possible only in a secret poll." },
  "household-needs-address": {
    nl: "Eén stem per huishouden kan alleen als mensen hun adres opgeven of een brief krijgen.",
    en: "One vote per household is possible only when people give their address or get a letter.",
  },
  "member-by-too-late": { nl: "Kies een moment voor de opening.", en: "Choose a moment before the opening." },
  "wrong-paper-code": {
    nl: "Deze letters horen niet bij deze stemming. Kijk of er biljetten van een andere stemming tussen liggen.",
    en: "These letters do not belong to this poll. Check for ballots of another poll in the stack.",
  },
  "settle-the-differences": { nl: "Vul elk biljet dat verschilt één keer in.", en: "Fill in every ballot that differs once." },
  "invalid-ballot": {
    nl: "Dit stembiljet klopt niet. Er is niets verloren: begin opnieuw.",
    en: "This ballot is not right. Nothing was lost: please start again.",
  },
  "invalid-pass": {
    nl: "Deze stempas klopt niet, of hoort bij een andere stemming.",
    en: "This voting pass is not right, or belongs to another poll.",
  },
  "invalid-option": { nl: "Deze keuze hoort niet bij de stemming.", en: "This choice does not belong to the poll." },
  "unknown-option": { nl: "Deze keuze hoort niet bij de stemming.", en: "This choice does not belong to the poll." },
  "unknown-theme": { nl: "Dit thema komt bij geen enkel plan voor.", en: "No plan has this theme." },
  "option-twice": { nl: "Een keuze staat er twee keer in.", en: "A choice is in it twice." },
  "wrong-order": {
    nl: "De keuzes staan niet in de volgorde van het stembiljet.",
    en: "The choices are not in the order of the ballot.",
  },
  "wrong-shape": { nl: "Dit past niet bij dit soort stemming.", en: "This does not fit this kind of poll." },
  "too-few": { nl: "Kies er meer.", en: "Choose more." },
  "over-budget": { nl: "Deze plannen kosten samen meer dan het budget.", en: "Together these plans cost more than the budget." },
  "wrong-points": { nl: "Dit aantal punten kan niet.", en: "This number of points is not possible." },
  "over-total": { nl: "Dit zijn samen te veel punten.", en: "Together these are too many points." },
  "too-much": { nl: "Dit bedrag is te hoog.", en: "This amount is too high." },
  "whole-cents": { nl: "Vul een bedrag in hele centen in.", en: "Fill in an amount in whole cents." },
  "budget-needed": { nl: "Vul het budget in.", en: "Fill in the budget." },
  "cost-needed": { nl: "Vul in wat dit plan kost.", en: "Fill in what this plan costs." },
  "cost-without-budget": { nl: "Bij deze stemming horen geen kosten.", en: "No costs belong to this poll." },
  "rule-does-not-fit": {
    nl: "Deze manier van tellen past niet bij dit stembiljet.",
    en: "This way of counting does not fit this ballot.",
  },
  "wrong-number": { nl: "Dit aantal klopt niet.", en: "This number is not right." },
  "names-only-in-open-polls": {
    nl: "Namen laten zien kan alleen bij een peiling met één keuze.",
    en: "Names can be shown only in an open poll with one choice.",
  },
  "only-later": { nl: "De stemming kan alleen later sluiten, niet eerder.", en: "The poll can only close later, not earlier." },
  required: { nl: "Vul dit in.", en: "Fill this in." },
  "invalid-web-address": {
    nl: "Vul een webadres in dat begint met https://",
    en: "Fill in a web address that begins with https://",
  },
  "where-required": {
    nl: "Zeg waar het is: een zaal of een link om online mee te doen.",
    en: "Say where it is: a hall, or a link to take part online.",
  },
  "ends-before-it-starts": { nl: "Het einde moet na het begin liggen.", en: "The end must come after the beginning." },
  "lasts-too-long": { nl: "Een bijeenkomst duurt hooguit een week.", en: "A meeting lasts a week at most." },
  "too-far-ahead": { nl: "Deze datum ligt te ver weg. Klopt het jaar?", en: "This date is too far away. Is the year right?" },
  "unknown-proposal": {
    nl: "Kies voorstellen uit deze kern die op het plein staan.",
    en: "Choose proposals of this village that are on the square.",
  },
  "not-a-number": { nl: "Vul een getal in.", en: "Fill in a number." },
  "not-in-the-list": { nl: "Kies iets uit de lijst.", en: "Choose something from the list." },
  "too-small": { nl: "Dit getal is te klein.", en: "This number is too small." },
  "too-large": { nl: "Dit getal is te groot.", en: "This number is too large." },
  "given-twice": { nl: "Dit staat er meer dan één keer.", en: "This is given more than once." },
  invalid: { nl: "Dit klopt niet.", en: "This is not right." },
} satisfies Record<string, InBoth<string>>;

export type FieldCode = keyof typeof fieldSentences;

/** Zod speaks English and of types; people get one of our own codes instead. First match wins. */
const zodMessages: readonly (readonly [RegExp, FieldCode])[] = [
  [/^Invalid input: .*received undefined/, "required"],
  [/^Invalid input: expected (number|int)/, "not-a-number"],
  [/^Invalid option/, "not-in-the-list"],
  [/^Too small: expected string|^Too small: expected array/, "too-short"],
  [/^Too big: expected string/, "too-long"],
  [/^Too big: expected array/, "too-many"],
  [/^Too small/, "too-small"],
  [/^Too big/, "too-large"],
  [/^Invalid (UUID|uuid|GUID)/, "invalid-id"],
  [/^Invalid email/, "invalid-email"],
  [/^Invalid ISO/, "invalid-time"],
];

/** The code of a wrong field: the contract's own, or one of ours for what zod says by itself. Never zod's English. */
export function fieldCode(message: string): FieldCode {
  if (Object.hasOwn(fieldSentences, message)) return message as FieldCode;
  return zodMessages.find(([pattern]) => pattern.test(message))?.[1] ?? "invalid";
}

/** One sentence for a wrong field. `message`: a message code of a contract, or what zod made of it. */
export function fieldSentence(message: string, language: Language): string {
  return fieldSentences[fieldCode(message)][language];
}

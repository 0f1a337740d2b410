/** Forms in a card or dialog: a proposal, and a message for the officer to look at. */
import type { IChoiceSetInput, ITextInput, IToggleInput } from "@microsoft/teams.cards";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, heading, literal, open, press, say, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";
import { doorWords } from "./words-doors.ts";

export interface FormOptions {
  language: Language;
  links: Links;
  /** Where it may go; more than one leaves the choice. */
  kernen: readonly { kern: string; name: string }[];
}

export interface ProposalForm {
  /** Made with the form, so that handing in twice makes one proposal. */
  proposal: string;
  kern: string | null;
  title: string;
  body: string;
  /** Who wrote the message it was made of, when that was somebody else; named only when she agrees. */
  writer: string | null;
}

/** A card holds less than the page does. */
export const longestInForm = 3000;

export function proposalForm(form: ProposalForm, { language, links, kernen }: FormOptions, fault?: string): Card {
  const own = doorWords[language];
  const { proposal, title, body, writer } = form;
  const kern = chosenOf(kernen, form.kern);
  const page = links.newProposal(kern, { title, body });
  return card(
    language,
    own.formTitle,
    [
      heading(own.formTitle),
      ...(fault === undefined ? [] : [say(fault, { color: "Attention", weight: "Bolder" })]),
      chooseKern(kernen, kern, own.kern),
      text("title", own.title, title, 140, own.titleWanted),
      { ...text("body", own.body, body, longestInForm, own.bodyWanted), isMultiline: true },
      ...(writer === null ? [] : [consent(own.named(literal(writer, 60)))]),
      say(words[language].writeProposalNext, { size: "Small", isSubtle: true }),
    ],
    [
      { ...press(own.handIn, "submit-proposal", { proposal, ...(writer === null ? {} : { writer }) }, page), style: "positive" },
      open(own.onThePage, page),
    ],
  );
}

export function handedInCard(proposal: string, { language, links }: FormOptions): Card {
  const own = doorWords[language];
  const next = words[language].writeProposalNext;
  return card(
    language,
    `${own.handedIn} ${next}`,
    [heading(own.handedIn), say(next)],
    [open(own.seeMine, links.proposal(proposal))],
  );
}

export interface ReportForm {
  report: string;
  kern: string | null;
  text: string;
  why: string;
  link: string | null;
}

export function reportForm(form: ReportForm, { language, links, kernen }: FormOptions, fault?: string): Card {
  const own = doorWords[language];
  const { report, link } = form;
  const kern = chosenOf(kernen, form.kern);
  const why: ITextInput = {
    type: "Input.Text",
    id: "why",
    label: own.reportWhy,
    value: form.why,
    maxLength: 500,
    isMultiline: true,
  };
  return card(
    language,
    own.reportTitle,
    [
      heading(own.reportTitle),
      ...(fault === undefined ? [] : [say(fault, { color: "Attention", weight: "Bolder" })]),
      chooseKern(kernen, kern, own.kern),
      // What was chosen in Teams is sent as it stands there; only without a message one writes it.
      ...(link === null
        ? [{ ...text("text", own.reportText, form.text, 2000, own.reportWanted), isMultiline: true }]
        : [wrote(form.text, 400)]),
      why,
      say(own.reportPrivacy, { size: "Small", isSubtle: true }),
    ],
    [
      {
        ...press(own.send, "send-report", { report, ...(link === null ? {} : { link, text: form.text }) }, links.home()),
        style: "positive",
      },
    ],
  );
}

function text(id: string, label: string, value: string, maxLength: number, errorMessage: string): ITextInput {
  const given = value.toWellFormed().slice(0, maxLength).toWellFormed();
  return { type: "Input.Text", id, label, value: given, maxLength, isRequired: true, errorMessage };
}

function chosenOf(kernen: FormOptions["kernen"], wanted: string | null): string {
  return (kernen.find(({ kern }) => kern === wanted) ?? kernen[0])?.kern ?? "";
}

/** With one kern there is nothing to choose, but it shows where this goes. */
function chooseKern(kernen: FormOptions["kernen"], chosen: string, label: string): IChoiceSetInput {
  const choices = kernen.map(({ kern, name }) => ({ title: literal(name, 80), value: kern }));
  return {
    type: "Input.ChoiceSet",
    id: "kern",
    label,
    style: "compact",
    choices,
    value: chosen,
    isRequired: true,
    errorMessage: label,
  };
}

function consent(title: string): IToggleInput {
  return { type: "Input.Toggle", id: "named", title, value: "false", wrap: true };
}

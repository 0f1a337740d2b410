/** Buttons of a proposal: supporting it, writing one. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refused } from "../../shared/refused.ts";
import { handedInCard, longestInForm, type ProposalForm, proposalForm } from "./cards/form-cards.ts";
import { helpCard, joinCard, noticeCard } from "./cards/help-cards.ts";
import { proposalCard } from "./cards/proposal-card.ts";
import { words } from "./cards/words.ts";
import { doorWords } from "./cards/words-doors.ts";
import type { Deed, Press } from "./deed.ts";
import { proposalForCard } from "./for-card.ts";
import { kernenToChoose } from "./scope.ts";

const supportData = z.looseObject({ proposal: z.string().max(60) });

/** A card may outlive its proposal: then what is refused is no longer there, not yet to come. */
export const support: Deed = async ({ means: { bot }, asker, data, receivedAt }) => {
  const asked = supportData.safeParse(data).data;
  if (!asked) return null;
  const { actor, language, links } = asker;
  const { proposal } = asked;
  try {
    await bot.perform(bot.actions.supportProposal, actor, { proposal }, { receivedAt });
    const view = await bot.perform(bot.actions.viewProposal, actor, { proposal });
    return proposalCard(proposalForCard(bot, actor.municipality, view), { language, links, notice: words[language].youSupport });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "not-found" || error.code === "not-published") return noticeCard(words[language].proposalGone, language);
    throw error;
  }
};

const begunData = z.looseObject({
  kern: z.string().max(60).nullish(),
  title: z.string().max(longestInForm).nullish(),
  body: z.string().max(8000).nullish(),
  writer: z.string().max(100).nullish(),
});

export const openProposalForm: Deed = async (press) => {
  const begun = begunData.safeParse(press.data ?? {}).data;
  if (!begun) return null;
  const { kern = null, title, body, writer = null } = begun;
  return formFor(press, { proposal: randomUUID(), kern, title: title ?? "", body: body ?? "", writer });
};

async function formFor({ means, asker }: Press, form: ProposalForm, fault?: string) {
  const { language, links, help } = asker;
  const kernen = await kernenToChoose(means, asker);
  if (kernen === null) return helpCard("help", help);
  if (kernen.length === 0) return joinCard(help);
  return proposalForm(form, { language, links, kernen }, fault);
}

const filledIn = z.looseObject({
  proposal: z.uuid(),
  kern: z.string().max(60),
  title: z.string().max(longestInForm).default(""),
  body: z
    .string()
    .max(longestInForm * 2)
    .default(""),
  writer: z.string().max(100).optional(),
  named: z.string().max(5).optional(),
});

/** The form as it was filled in goes the way of the page: a draft, handed in. What is missing brings the form back with what was written. */
export const submitProposal: Deed = async (press) => {
  const form = filledIn.safeParse(press.data).data;
  if (!form) return null;
  const { means, asker, receivedAt } = press;
  const { bot } = means;
  const { actor, language, links } = asker;
  const own = doorWords[language];
  const { proposal, kern, title, writer, named } = form;
  const body = writer && named === "true" ? `${form.body.trimEnd()}\n\n${own.afterMessageOf(writer)}` : form.body;
  try {
    await bot.perform(bot.actions.saveDraft, actor, { proposal, kern, title, body }, { receivedAt });
  } catch (error) {
    // Pressed twice: it was handed in, and handing in again changes nothing.
    if (!(error instanceof Refused && error.code === "already-decided")) return faultsOf(error);
  }
  try {
    await bot.perform(bot.actions.submitProposal, actor, { proposal }, { receivedAt });
  } catch (error) {
    return faultsOf(error);
  }
  return handedInCard(proposal, { language, links, kernen: [] });

  async function faultsOf(error: unknown) {
    if (!(error instanceof Refused && error.code === "invalid-input")) throw error;
    const paths = (error.details.fields ?? []).map(({ path }) => path);
    const fault = [...(paths.includes("title") ? [own.titleWanted] : []), ...(paths.includes("body") ? [own.bodyWanted] : [])];
    return formFor(press, { ...form, writer: writer ?? null } as ProposalForm, fault.join(" ") || own.titleWanted);
  }
};

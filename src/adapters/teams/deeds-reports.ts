/** Buttons to ask the officer to look at a message. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refused } from "../../shared/refused.ts";
import { type ReportForm, reportForm } from "./cards/form-cards.ts";
import { helpCard, joinCard, noticeCard } from "./cards/help-cards.ts";
import { doorWords } from "./cards/words-doors.ts";
import type { Deed, Press } from "./deed.ts";
import type { Card } from "./engine.ts";
import { kernenToChoose } from "./scope.ts";

/** As long as the action takes. */
const longestText = 2000;
const begunData = z.looseObject({ text: z.string().max(8000).nullish(), link: z.string().max(2000).nullish() });

export const openReportForm: Deed = async (press) => {
  const begun = begunData.safeParse(press.data ?? {}).data;
  if (!begun) return null;
  const text = (begun.text ?? "").slice(0, longestText).toWellFormed();
  // A message of pictures alone has no text; then it is told what it is about.
  const link = text.length > 1 ? (begun.link ?? null) : null;
  return formFor(press, { report: randomUUID(), kern: null, text, why: "", link });
};

async function formFor({ means, asker }: Press, form: ReportForm, fault?: string): Promise<Card> {
  const { language, links, help, here } = asker;
  const own = await kernenToChoose(means, asker);
  const kernen = here ? [{ kern: here.kern, name: here.name }] : own;
  if (kernen === null) return helpCard("help", help);
  if (kernen.length === 0) return joinCard(help);
  return reportForm(form, { language, links, kernen }, fault);
}

const filledIn = z.looseObject({
  report: z.uuid(),
  kern: z.string().max(60),
  text: z.string().max(longestText).default(""),
  why: z.string().max(500).default(""),
  link: z.string().max(2000).nullable().default(null),
});

export const sendReport: Deed = async (press) => {
  const form = filledIn.safeParse(press.data).data;
  if (!form) return null;
  const { means, asker, receivedAt } = press;
  const { perform, actions } = means.bot;
  const { report, kern, text, why, link } = form;
  const own = doorWords[asker.language];
  try {
    await perform(actions.reportMessage, asker.actor, { report, kern, text, why, link }, { receivedAt });
    return noticeCard(own.reported, asker.language);
  } catch (error) {
    if (!(error instanceof Refused && error.code === "invalid-input")) throw error;
    return formFor(press, { ...form, link: null }, own.reportWanted);
  }
};

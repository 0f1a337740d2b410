/** Buttons of the officer's tasks. */
import { z } from "zod";
import type { DeskItem } from "../../moderation/contract.ts";
import { Refused } from "../../shared/refused.ts";
import { joinCard, noticeCard } from "./cards/help-cards.ts";
import { doneCard, taskCard, taskNameOf, tasksCard } from "./cards/task-cards.ts";
import { doorWords } from "./cards/words-doors.ts";
import type { Deed, Press } from "./deed.ts";
import type { Card } from "./engine.ts";

/** What waits for this officer, oldest first; null for who is none. */
async function itemsOf({ means: { bot }, asker, receivedAt }: Press): Promise<DeskItem[] | null> {
  try {
    return (await bot.perform(bot.actions.viewDesk, asker.actor, {}, { receivedAt })).items;
  } catch (error) {
    if (error instanceof Refused && error.code === "not-allowed") return null;
    throw error;
  }
}

const notAnOfficer = ({ asker: { language } }: Press): Card => noticeCard(doorWords[language].notAnOfficer, language);

export const showTasks: Deed = async (press) => {
  const { known, help, language, links } = press.asker;
  if (!known) return joinCard(help);
  const items = await itemsOf(press);
  return items ? tasksCard(items, { language, links }) : notAnOfficer(press);
};

const taskData = z.looseObject({ task: z.enum(["proposal", "answer", "join-request"]), id: z.string().max(60) });

export const showTask: Deed = async (press) => {
  const asked = taskData.safeParse(press.data).data;
  return asked ? oneTask(press, asked.id) : null;
};

async function oneTask(press: Press, id: string, fault?: string): Promise<Card> {
  const { means, asker } = press;
  const { language, links, actor } = asker;
  const items = await itemsOf(press);
  if (!items) return notAnOfficer(press);
  const item = items.find((one) => taskNameOf(one).id === id);
  if (!item) return doneCard(doorWords[language].alreadyDone, { language, links });
  const { bot } = means;
  const text = item.kind === "join-request" ? "" : (await bot.perform(bot.actions.viewProposal, actor, { proposal: id })).body;
  return taskCard(item, text, { language, links }, fault);
}

/** Without a reason that the other person can read the task is shown again; what somebody did before is not done again. */
async function decided(press: Press, id: string, sentence: string, decide: () => Promise<unknown>): Promise<Card> {
  const { language, links } = press.asker;
  const own = doorWords[language];
  try {
    await decide();
    return doneCard(sentence, { language, links });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "invalid-input" || error.code === "reason-required") return oneTask(press, id, own.reason);
    if (error.code === "already-decided") return doneCard(own.alreadyDone, { language, links });
    throw error;
  }
}

const aboutProposal = z.looseObject({ proposal: z.string().max(60), reason: z.string().max(1000).default("") });

export const publish: Deed = async (press) => {
  const asked = aboutProposal.safeParse(press.data).data;
  if (!asked) return null;
  const { means, asker, receivedAt } = press;
  const { perform, actions } = means.bot;
  const { proposal } = asked;
  return decided(press, proposal, doorWords[asker.language].published, () =>
    perform(actions.publishProposal, asker.actor, { proposal }, { receivedAt }),
  );
};

export const giveBack: Deed = async (press) => {
  const asked = aboutProposal.safeParse(press.data).data;
  if (!asked) return null;
  const { means, asker, receivedAt } = press;
  const { perform, actions } = means.bot;
  const { proposal, reason } = asked;
  return decided(press, proposal, doorWords[asker.language].returned, () =>
    perform(actions.returnProposal, asker.actor, { proposal, reason }, { receivedAt }),
  );
};

const aboutRequest = z.looseObject({ joinRequest: z.string().max(60), reason: z.string().max(500).default("") });

function decidesRequest(decision: "accepted" | "refused"): Deed {
  return async (press) => {
    const asked = aboutRequest.safeParse(press.data).data;
    if (!asked) return null;
    const { means, asker, receivedAt } = press;
    const { perform, actions } = means.bot;
    const own = doorWords[asker.language];
    const { joinRequest, reason } = asked;
    return decided(press, joinRequest, decision === "accepted" ? own.accepted : own.turnedDown, () =>
      perform(actions.decideJoinRequest, asker.actor, { joinRequest, decision, reason }, { receivedAt }),
    );
  };
}

export const accept = decidesRequest("accepted");
export const turnDown = decidesRequest("refused");

/** Buttons of a meeting: what there is to go to, and saying that one comes or not. */
import { z } from "zod";
import { invitationAnswer } from "../../meetings/contract.ts";
import { Refused } from "../../shared/refused.ts";
import { meetingsAnswer } from "./answer-meetings.ts";
import { noticeCard } from "./cards/help-cards.ts";
import { meetingCard } from "./cards/meeting-card.ts";
import { meetingWords } from "./cards/words-meetings.ts";
import type { Deed } from "./deed.ts";
import { meetingForCard } from "./for-card.ts";

export const showMeetings: Deed = ({ means, asker }) => meetingsAnswer(means, asker);

const answerData = z.looseObject({ meeting: z.string().max(60), answer: invitationAnswer });

/** A card may outlive its meeting: one that is off or over is shown as it is now, with why. */
export const answerMeeting: Deed = async ({ means: { bot }, asker, data, receivedAt }) => {
  const asked = answerData.safeParse(data).data;
  if (!asked) return null;
  const { actor, language, links } = asker;
  const { meeting, answer } = asked;
  const view = () => bot.perform(bot.actions.viewMeeting, actor, { meeting });
  try {
    const answered = await bot.perform(bot.actions.answerInvitation, actor, { meeting, answer }, { receivedAt });
    return meetingCard(meetingForCard(await view()), { language, links, answered });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "not-found") return noticeCard(meetingWords[language].gone, language);
    const now = error.code === "not-allowed" || error.code === "not-a-member" ? null : await view();
    if (!now || now.state === "planned") throw error;
    return meetingCard(meetingForCard(now), { language, links });
  }
};

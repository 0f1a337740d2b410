/** Buttons of a meeting: what there is to go to, and saying that one comes or not. */
import { z } from "zod";
import { invitationAnswer } from "../../meetings/contract.ts";
import { type RefusalCode, Refused } from "../../shared/refused.ts";
import { meetingsAnswer } from "./answer-meetings.ts";
import { noticeCard } from "./cards/help-cards.ts";
import { meetingCard } from "./cards/meeting-card.ts";
import { meetingWords } from "./cards/words-meetings.ts";
import type { Deed } from "./deed.ts";
import { meetingForCard } from "./for-card.ts";

export const showMeetings: Deed = ({ means, asker, receivedAt }) => meetingsAnswer(means, asker, receivedAt);

const answerData = z.looseObject({ meeting: z.string().max(60), answer: invitationAnswer });

const tooLate: ReadonlySet<RefusalCode> = new Set(["meeting-cancelled", "meeting-begun"]);

/** A card may outlive its meeting: one that is off or has begun is shown as it is now. */
export const answerMeeting: Deed = async ({ means: { bot }, asker, data, receivedAt }) => {
  const asked = answerData.safeParse(data).data;
  if (!asked) return null;
  const { actor, language, links } = asker;
  const { meeting, answer } = asked;
  const viewed = () => bot.perform(bot.actions.viewMeeting, actor, { meeting });
  try {
    const answered = await bot.perform(bot.actions.answerInvitation, actor, { meeting, answer }, { receivedAt });
    return meetingCard(meetingForCard(await viewed(), receivedAt), { language, links, answered });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "not-found") return noticeCard(meetingWords[language].gone, language);
    if (!tooLate.has(error.code)) throw error;
    return meetingCard(meetingForCard(await viewed(), receivedAt), { language, links });
  }
};

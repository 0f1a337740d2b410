import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Work } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { putStanding, standingOfPerson, waitingBefore } from "./attendee-store.ts";
import { type AnswerToInvitation, answerInvitationInput, type InvitationAnswer } from "./contract.ts";
import { loadToChange } from "./load.ts";
import { refuseAnswer, standingOf } from "./rules.ts";
import { type Line, settle } from "./settle.ts";
import type { StoredMeeting } from "./store.ts";

/**
 * "I come" or "I do not come", for who takes part in the kern. When it is full, coming means waiting, in the order in which people
 * answered; a place that frees goes to the first of them in the same transaction. The same answer again changes nothing, and who waits
 * keeps her place. Refuses who takes no part there, and a meeting that was cancelled or has begun.
 */
export const answerInvitation = action({
  name: "meetings.answer-invitation",
  kind: "change",
  input: answerInvitationInput,
  async run(work, { meeting, answer }): Promise<AnswerToInvitation> {
    const { tx, actor, now, concerns } = work;
    const person = signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseAnswer(found, asker, now);
    if (refusal) throw new Refused(refusal);
    const line = await change(work, found, person, answer);
    const own = await standingOfPerson(tx, meeting, person);
    if (!own) throw new Refused("not-found");
    const placeInLine = own.standing === "waiting" ? (await waitingBefore(tx, meeting, own.place)) + 1 : null;
    return { meeting, mine: own.standing, placeInLine, ...line, capacity: found.capacity };
  },
});

async function change(work: Work, found: StoredMeeting, person: string, answer: InvitationAnswer): Promise<Line> {
  const { tx, actor, now } = work;
  const { meeting, nextPlace: place, coming, waiting } = found;
  const before = await standingOfPerson(tx, meeting, person);
  const same = before !== undefined && (answer === "not-coming") === (before.standing === "not-coming");
  if (same) return { coming, waiting };
  const standing = answer === "coming" ? standingOf(found) : answer;
  const attendee = before?.attendee ?? newId();
  await putStanding(tx, { municipality: actor.municipality, meeting, attendee, who: { person }, standing, place, at: now });
  return settle(work, found, place + 1);
}

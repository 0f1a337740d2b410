/** Plans the demo meetings, with answers, guests and minutes, by the very actions people use, each at its own time in the past. */
import { addGuest, answerInvitation, cancelMeeting, planMeeting, writeMinutes } from "../../meetings/index.ts";
import { after, dateOf, days, hours } from "../../shared/time.ts";
import { localHour } from "../../shared/working-days.ts";
import type { DemoMeeting } from "./demo-content.ts";
import type { DemoTools, Village } from "./load-demo.ts";

const plannedBeforeMs = days(20);
const lastsMs = hours(2);
/** No card, no mail: this village life lies behind us, or is told by the pages. */
const quiet = () => true;

export async function holdMeeting(
  { perform, now }: DemoTools,
  demo: DemoMeeting,
  { members, officer }: Village,
  proposals: ReadonlyMap<string, string>,
): Promise<void> {
  const day = new Date(`${dateOf(after(now, days(demo.inDays)))}T00:00:00Z`);
  const startsAt = localHour(day, demo.hour);
  const planned = after(startsAt < now ? startsAt : now, -plannedBeforeMs);
  const at = (receivedAt: Date) => ({ receivedAt, quiet });
  const { kern, title, text, hall, address, online = null, capacity = null, place } = demo;
  const times = { startsAt: startsAt.toISOString(), endsAt: after(startsAt, lastsMs).toISOString() };
  const position = place ? { latitude: place.latitude, longitude: place.longitude } : null;
  const about = (demo.proposalKeys ?? []).flatMap((key) => proposals.get(key) ?? []);
  const plan = { kern, title, text, hall, address, online, capacity, position, ...times, proposals: about };
  const { meeting } = await perform(planMeeting, officer, plan, at(planned));
  for (const name of demo.guests ?? []) await perform(addGuest, officer, { meeting, name }, at(after(planned, hours(1))));
  // The longest members stand ready at the sign-in and were not asked yet.
  const answering = members.slice(-(demo.coming + demo.notComing)).reverse();
  for (const [number, member] of answering.entries()) {
    const answer = number < demo.coming ? "coming" : "not-coming";
    await perform(answerInvitation, member, { meeting, answer }, at(after(planned, hours(6 * (number + 1)))));
  }
  if (demo.cancelReason) await perform(cancelMeeting, officer, { meeting, reason: demo.cancelReason }, at(after(now, -days(1))));
  if (demo.minutes) await perform(writeMinutes, officer, { meeting, ...demo.minutes }, at(after(startsAt, days(2))));
}

import type { Tx } from "../shared/work.ts";
import { attendeesOf, type StoredAttendee } from "./attendee-store.ts";
import type { AttendeeView, ComingView } from "./contract.ts";
import type { StoredMeeting } from "./store.ts";

const collator = new Intl.Collator("nl");
const byName = (one: AttendeeView, other: AttendeeView): number => {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
  return collator.compare(one.name, other.name);
};

/** Who comes and who waits, with their names. That the asker may see them, the caller has checked. */
export async function comingView(tx: Tx, { meeting, title, startsAt, capacity }: StoredMeeting): Promise<ComingView> {
  const attendees = await attendeesOf(tx, meeting);
  const standing = (wanted: StoredAttendee["standing"]) => attendees.filter((one) => one.standing === wanted);
  return {
    meeting,
    title,
    startsAt: startsAt.toISOString(),
    capacity,
    coming: standing("coming").map(shown).sort(byName),
    waiting: standing("waiting").map(shown),
    notComing: standing("not-coming").length,
  };
}

function shown({ attendee, name, guest, at }: StoredAttendee): AttendeeView {
  return { attendee, name, guest, at: at.toISOString() };
}

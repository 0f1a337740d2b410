/** The card of a meeting in the kern's channel: posted when it is planned, and kept right until after its minutes. */
import type { MeetingsFact } from "../meetings/contract.ts";
import type { Event, Reaction } from "../shared/reaction.ts";
import { after, minutes } from "../shared/time.ts";
import type { Fact, Tx } from "../shared/work.ts";
import { type CardDesk, nextUpdateAt } from "./card-desk.ts";
import type { MeetingForCard, Square } from "./square.ts";

/** As it is at `now`; undefined for one that is no more. */
export type ReadMeeting = (tx: Tx, meeting: string, now: Date) => Promise<MeetingForCard | undefined>;

interface MeetingMeans {
  square: Square;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  clock(): Date;
  desk: CardDesk;
  read: ReadMeeting;
  /** In which lane and queue cards leave. */
  inOrder: Pick<Reaction, "lane" | "queue">;
}

type Planned = Extract<MeetingsFact, { startsAt: string }>;

const meetingOf = (event: Event) => (event.fact as Extract<MeetingsFact, { meeting: string }>).meeting;

export function makeMeetingReactions({ square, inMunicipality, clock, desk, read, inOrder }: MeetingMeans) {
  const postMeeting: Reaction = {
    name: "notifications.post-meeting-card",
    ...inOrder,
    async run(event) {
      const { municipality } = event;
      const meeting = await inMunicipality(municipality, (tx) => read(tx, meetingOf(event), clock()));
      if (meeting?.state !== "planned") return;
      await desk.post(municipality, { object: `meeting ${meeting.meeting}`, kern: meeting.kern }, meeting, () =>
        square.announceMeeting(municipality, meeting),
      );
    },
  };
  const updateMeeting: Reaction = {
    name: "notifications.update-meeting-card",
    ...inOrder,
    due: () => nextUpdateAt(clock()),
    // A window has its own job: one that kept being put off by new answers would never run.
    key: (event) => `card meeting ${event.municipality} ${meetingOf(event)} ${nextUpdateAt(clock()).getTime()}`,
    async run(event) {
      const { municipality } = event;
      const id = meetingOf(event);
      await desk.update(
        municipality,
        `meeting ${id}`,
        (tx) => read(tx, id, clock()),
        (card, meeting) => square.updateMeeting(municipality, card, meeting),
      );
    },
  };
  const closeMeeting: Reaction = {
    ...updateMeeting,
    name: "notifications.close-meeting-card",
    // A minute late rather than early: the queue's clock is PostgreSQL's.
    due: (fact) => after(new Date((fact as Fact & Planned).startsAt), minutes(1)),
    key: (event) => `card meeting begins ${event.municipality} ${meetingOf(event)}`,
  };
  return { postMeeting, updateMeeting, closeMeeting };
}

import { municipalityOf } from "../kernen/index.ts";
import { action } from "../shared/work.ts";
import { type CalendarView, viewMeetingInput } from "./contract.ts";
import { loadMeeting } from "./load.ts";
import { calendarMeeting } from "./show.ts";

/** One meeting for somebody's own calendar; for everybody, for a calendar signs in nowhere. Names nobody. */
export const viewMeetingCalendar = action({
  name: "meetings.view-meeting-calendar",
  kind: "view",
  input: viewMeetingInput,
  async run({ tx, actor }, { meeting }): Promise<CalendarView> {
    const { municipality } = await municipalityOf(tx);
    const { found } = await loadMeeting(tx, actor, meeting);
    return { municipality, name: found.title, file: "bijeenkomst", meetings: [calendarMeeting(found)] };
  },
});

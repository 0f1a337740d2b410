import { kernOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { after, days } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { type CalendarView, viewKernCalendarInput } from "./contract.ts";
import { ofKernSince } from "./list-store.ts";
import { calendarMeeting } from "./show.ts";

/** What a calendar that follows the kern keeps of the past. */
const keptMs = days(93);
const most = 500;

/** All meetings of a kern, for people's own calendars; for everybody, for a calendar signs in nowhere. Names nobody. */
export const viewKernCalendar = action({
  name: "meetings.view-kern-calendar",
  kind: "view",
  input: viewKernCalendarInput,
  async run({ tx, now }, { kern }): Promise<CalendarView> {
    const place = await kernOf(tx, kern);
    if (!place) throw new Refused("not-found");
    const found = await ofKernSince(tx, kern, after(now, -keptMs), most);
    return {
      municipality: place.municipality,
      name: `Bijeenkomsten in ${place.name}`,
      file: `bijeenkomsten-${kern}`,
      meetings: found.map(calendarMeeting),
    };
  },
});

import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type ComingView, viewMeetingInput } from "./contract.ts";
import { loadMeeting } from "./load.ts";
import { comingView } from "./show-coming.ts";

/** The names of who comes and who waits, for officers of the kern alone; also to print and lay at the door. */
export const viewComing = action({
  name: "meetings.view-coming",
  kind: "view",
  input: viewMeetingInput,
  async run({ tx, actor }, { meeting }): Promise<ComingView> {
    signedIn(actor);
    const { found, asker } = await loadMeeting(tx, actor, meeting);
    if (!asker.officer) throw new Refused("not-allowed");
    return comingView(tx, found);
  },
});

import { allKernen } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type JoinRequestsView, listJoinRequestsInput } from "./contract.ts";
import { waitingJoinRequests } from "./reads.ts";
import { officerKernen } from "./rules.ts";

/** What waits for the officer, longest waiting first; for one kern or all of hers. Refuses who is no officer there. */
export const listJoinRequests = action({
  name: "members.list-join-requests",
  kind: "view",
  input: listJoinRequestsInput,
  async run({ tx, actor }, { kern }): Promise<JoinRequestsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const asked = kern === undefined ? (await allKernen(tx)).map((one) => one.kern) : [kern];
    const kernen = officerKernen(actor, asked);
    if (kernen.length === 0) throw new Refused("not-allowed");
    return { joinRequests: await waitingJoinRequests(tx, kernen) };
  },
});

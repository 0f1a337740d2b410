import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type KernHomeView, viewKernInput } from "./contract.ts";
import { kernView } from "./list-kernen.ts";
import { contactOf } from "./reads.ts";
import { countMembers, findKern } from "./store.ts";

/** One kern for everybody, with the person to call. Refuses a kern this municipality does not have. */
export const viewKern = action({
  name: "kernen.view-kern",
  kind: "view",
  input: viewKernInput,
  async run({ tx, actor }, { kern }): Promise<KernHomeView> {
    const found = await findKern(tx, kern);
    if (!found) throw new Refused("not-found");
    const members = await countMembers(tx, kern);
    return {
      ...kernView(found, members.get(kern) ?? 0),
      contact: await contactOf(tx, kern),
      teamUrl: actor.person === null ? null : found.teamUrl,
    };
  },
});

import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type AddressView, nothing } from "./contract.ts";
import { findAddress } from "./declared-address-store.ts";

/** One's own declared address; null without. */
export const viewAddress = action({
  name: "members.view-address",
  kind: "view",
  input: nothing,
  async run({ tx, actor }): Promise<AddressView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    return { address: await findAddress(tx, actor.person) };
  },
});

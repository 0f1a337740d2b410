import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type AddressView, nothing } from "./contract.ts";
import { deleteAddress } from "./declared-address-store.ts";

/** Takes one's declared address back; it is erased. Rolls that are fixed keep the place, which holds no address. */
export const withdrawAddress = action({
  name: "members.withdraw-address",
  kind: "change",
  input: nothing,
  async run({ tx, actor, concerns }): Promise<AddressView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`person ${actor.person}`);
    await deleteAddress(tx, actor.person);
    return { address: null };
  },
});

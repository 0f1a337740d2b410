import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type AddressView, declareAddressInput } from "./contract.ts";
import { liesInOwnKern, saveAddress } from "./declared-address-store.ts";

/**
 * A member says where she lives, for polls whose roll asks it; a new address replaces the old one. Nobody checks it against a register.
 * Refuses a postcode outside the kernen in which she takes part. A roll that is fixed already does not change.
 */
export const declareAddress = action({
  name: "members.declare-address",
  kind: "change",
  input: declareAddressInput,
  async run({ tx, actor, now, concerns }, address): Promise<AddressView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`person ${actor.person}`);
    if (!(await liesInOwnKern(tx, actor.person, address.postcode)))
      throw new Refused("invalid-input", { fields: [{ path: "postcode", message: "postcode-elsewhere" }] });
    await saveAddress(tx, actor.person, address, now);
    return { address };
  },
});

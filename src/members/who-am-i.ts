import { municipalityOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MeView, nothing } from "./contract.ts";
import { mayAdminister, mayModerate, mayReadOverview } from "./rules.ts";
import { findKernenOf, findPerson, hasStaffRole } from "./store.ts";

/** The person who is signed in, her kernen, and what she may do in this session. */
export const whoAmI = action({
  name: "members.who-am-i",
  kind: "view",
  input: nothing,
  async run({ tx, actor }): Promise<MeView> {
    const person = actor.person === null ? undefined : await findPerson(tx, actor.person);
    if (!person) throw new Refused("not-signed-in");
    const municipality = await municipalityOf(tx);
    return {
      person: person.person,
      name: person.name,
      email: person.email,
      language: person.language,
      municipality: municipality.municipality,
      municipalityName: municipality.name,
      phone: municipality.phone,
      kernen: await findKernenOf(tx, person.person),
      roles: [...actor.roles],
      webOnly: person.webOnlyReason !== null,
      needsMicrosoft: actor.roles.every(({ role }) => role === "resident") && (await hasStaffRole(tx, person.person)),
      can: { moderate: mayModerate(actor), readOverview: mayReadOverview(actor), administer: mayAdminister(actor) },
    };
  },
});

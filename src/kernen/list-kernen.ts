import { action } from "../shared/work.ts";
import { type Kern, type KernenView, type KernView, listKernenInput } from "./contract.ts";
import { shownPeople } from "./rules.ts";
import { countMembers, findKernen } from "./store.ts";

/** All kernen of the municipality by name, for everybody; with a postcode only those it suggests. */
export const listKernen = action({
  name: "kernen.list-kernen",
  kind: "view",
  input: listKernenInput,
  async run({ tx }, { postcode }): Promise<KernenView> {
    const kernen = await findKernen(tx, postcode === undefined ? {} : { postcode });
    const members = await countMembers(tx);
    return { kernen: kernen.map((kern) => kernView(kern, members.get(kern.kern) ?? 0)) };
  },
});

/** A kern as it is shown: without its team's address, and no number of members that could single someone out. */
export function kernView({ teamUrl: _, ...kern }: Kern, members: number): KernView {
  return { ...kern, members: shownPeople(members) };
}

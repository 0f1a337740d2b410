import { kernOf } from "../kernen/index.ts";
import { isOfficerOf, mayReadOverview, memberCount } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type ElectorateView, previewElectorateInput } from "./contract.ts";
import { shownParts } from "./roll-rules.ts";
import { rollSizeNow } from "./roll-store.ts";
import { shownTurnout } from "./rules.ts";

/** How large a roll of this kind would be if it were fixed now, for who plans a poll and for councillors. */
export const previewElectorate = action({
  name: "voting.preview-electorate",
  kind: "view",
  input: previewElectorateInput,
  async run({ tx, actor }, { kern, assurance, per, memberBy }): Promise<ElectorateView> {
    if (!isOfficerOf(actor, kern) && !mayReadOverview(actor)) throw new Refused("not-allowed");
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    const { places, parts } = await rollSizeNow(tx, null, kern, {
      assurance,
      per,
      minAge: null,
      ...(memberBy ? { memberBy } : {}),
    });
    const people = parts.mail + parts.address;
    const leftOut = (await memberCount(tx, kern)) - people;
    return { places, people, parts: shownParts(parts), leftOut: leftOut === 0 ? 0 : shownTurnout(leftOut) };
  },
});

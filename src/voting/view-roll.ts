import { isHelperOf, mayReadOverview } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type RollView, viewRollInput } from "./contract.ts";
import { countLetters } from "./letter-store.ts";
import { rollPartsOf } from "./roll-reads.ts";
import { shownParts } from "./roll-rules.ts";
import { rollNumbers, rollSizeNow } from "./roll-store.ts";
import { shownTurnout } from "./rules.ts";
import { findPoll } from "./store.ts";

/** The numbers of a roll for who helps in the kern and for councillors: how many by which assurance, how many voted by which way. */
export const viewRoll = action({
  name: "voting.view-roll",
  kind: "view",
  input: viewRollInput,
  async run({ tx, actor }, { poll }): Promise<RollView> {
    const found = await findPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    if (!mayReadOverview(actor) && !isHelperOf(actor, found.kern)) throw new Refused("not-allowed");
    const { kern, electorate, state } = found;
    const letters = electorate.assurance === "letter" ? await countLetters(tx, poll) : null;
    if (state === "planned") {
      const { places, parts } = await rollSizeNow(tx, poll, kern, electorate);
      const nobody = { all: null, paper: null, assisted: null };
      return { places, parts: shownParts(parts), fixed: false, marked: nobody, letters };
    }
    const parts = await rollPartsOf(tx, poll);
    const { marked, paper, assisted } = await rollNumbers(tx, poll);
    return {
      places: found.rollSize ?? 0,
      parts: parts && shownParts(parts),
      fixed: true,
      marked: { all: shownTurnout(marked), paper: shownTurnout(paper), assisted: shownTurnout(assisted) },
      letters,
    };
  },
});

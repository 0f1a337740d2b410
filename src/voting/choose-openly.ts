import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { keepNamed } from "./ballot-store.ts";
import { chooseOpenlyInput, type OpenChoiceView } from "./contract.ts";
import { budgetOf, refuseChoice } from "./counting/choices.ts";
import { refuseUndeclaredAge } from "./issue-pass.ts";
import { markNamed } from "./roll-store.ts";
import { definedOption, stateAt } from "./rules.ts";
import { holdOpen, optionsOf } from "./store.ts";

/**
 * Chooses in an opinion poll (level 0), with one's name; a later choice replaces it until the poll closes. Refuses who is not on the
 * roll, and a choice that breaks the form.
 */
export const chooseOpenly = action({
  name: "voting.choose-openly",
  kind: "change",
  input: chooseOpenlyInput,
  async run({ tx, actor, now, concerns }, { poll, choice, oldEnough }): Promise<OpenChoiceView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await holdOpen(tx, poll);
    if (found?.level !== 0) throw new Refused("not-found");
    const times = { opensAt: found.opensAt.toISOString(), closedAt: found.closesAt.toISOString() };
    const state = stateAt(found, now);
    if (state === "planned") throw new Refused("poll-not-open", times);
    if (state === "closed") throw new Refused("poll-closed", times);
    refuseUndeclaredAge(found, oldEnough);
    const options = (await optionsOf(tx, poll)).map(definedOption);
    const wrong = refuseChoice(found.form, options, budgetOf(found.count), choice);
    if (wrong) throw new Refused("invalid-input", { fields: [{ path: "choice", message: wrong.code }] });
    if (!(await markNamed(tx, poll, actor.person))) throw new Refused("not-on-the-roll");
    return { replaced: await keepNamed(tx, poll, actor.person, choice) };
  },
});

import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type LetterReplaced, replaceLetterInput } from "./contract.ts";
import { lockLetters, lockMark, swapLetters } from "./letter-store.ts";
import { stateAt } from "./rules.ts";
import { holdOpen } from "./store.ts";

/**
 * Gives the place of a lost letter to a spare one; the lost one's code is void from now on. Only the kern's officer, until the poll closes.
 * Refuses "letter-used" when somebody voted with the lost letter, "letter-unknown" for a number that is no letter with a place, or no
 * spare that is left.
 */
export const replaceLetter = action({
  name: "voting.replace-letter",
  kind: "change",
  input: replaceLetterInput,
  async run({ tx, actor, now, concerns }, { poll, serial, spare }): Promise<LetterReplaced> {
    concerns(`poll ${poll}, letter ${serial} by spare ${spare}`);
    const found = await holdOpen(tx, poll);
    if (!found) throw new Refused("not-found");
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    if (stateAt(found, now) === "closed") throw new Refused("poll-closed", { closedAt: found.closesAt.toISOString() });
    const letters = await lockLetters(tx, poll, [serial, spare]);
    const lost = letters.find((letter) => letter.serial === serial);
    const fresh = letters.find((letter) => letter.serial === spare);
    if (!lost || lost.place === null || !fresh || fresh.isVoid || fresh.place !== null) throw new Refused("letter-unknown");
    if (await lockMark(tx, poll, lost.place)) throw new Refused("letter-used");
    await swapLetters(tx, poll, serial, spare, lost.place);
    return { serial, spare };
  },
});

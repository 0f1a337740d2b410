/** Checks 8 and 9: the numbers against the roll, and the batches of paper ballots. */
import { byCodeUnits, canonicalJson } from "../voting/counting/canonical.ts";
import { budgetOf, refuseChoice } from "../voting/counting/choices.ts";
import { countedSlips, type Scene } from "./scene.ts";
import { isSigned } from "./signatures.ts";
import { type Figures, Found } from "./verdict.ts";

export async function checkRoll(scene: Scene): Promise<Figures> {
  const { definition, result, paper } = scene.file;
  const { size, marked, online, paper: onPaper, assisted } = result.roll;
  const sum = online + onPaper + assisted;
  const roll = (key: string) => ({ part: "result", path: ["roll", key] }) as const;
  if (size !== definition.rollSize) throw new Found(roll("size"), figure(size, definition.rollSize));
  if (marked !== sum) throw new Found(roll("marked"), figure(marked, sum));
  if (marked > size) throw new Found(roll("marked"), { code: "more-than-marked", found: marked, marked: size });
  const handedIn = paper.reduce((all, { ballots, spoiled }) => all + ballots + spoiled, 0);
  if (handedIn > onPaper) throw new Found(roll("paper"), { code: "more-than-marked", found: handedIn, marked: onPaper });
  const slips = countedSlips(scene)?.length;
  if (slips === undefined) return { size, marked };
  if (slips > online + assisted)
    throw new Found(roll("online"), { code: "more-than-marked", found: slips, marked: online + assisted });
  if (definition.level === 1 && slips !== online + assisted)
    throw new Found(roll("online"), { code: "not-as-marked", found: slips, marked: online + assisted });
  return { size, marked, slips };
}

export async function checkPaper({ file }: Scene): Promise<Figures> {
  const { definition, paper } = file;
  const { poll, signKey, form, options, count } = definition;
  let [ballots, spoiled] = [0, 0];
  for (const [at, given] of paper.entries()) {
    const place = { part: "paper", entry: at + 1 } as const;
    const { signature, ...batch } = given;
    if (batch.batch !== at + 1) throw new Found(place, { code: "batch-number", stated: batch.batch, expected: at + 1 });
    if (batch.ballots + batch.spoiled === 0) throw new Found(place, { code: "batch-empty" });
    if (batch.choices !== null && batch.choices.length !== batch.ballots)
      throw new Found(place, { code: "choices-number", stated: batch.ballots, found: batch.choices.length });
    let last = "";
    for (const [index, choice] of (batch.choices ?? []).entries()) {
      const fault = refuseChoice(form, options, budgetOf(count), choice);
      if (fault) throw new Found({ ...place, choice: index + 1 }, { code: "choice", fault });
      const text = canonicalJson(choice);
      if (byCodeUnits(text, last) < 0) throw new Found({ ...place, choice: index + 1 }, { code: "not-sorted" });
      last = text;
    }
    if (!isSigned(signKey, "paper", { ...batch, poll }, signature)) throw new Found(place, { code: "not-signed" });
    ballots += batch.ballots;
    spoiled += batch.spoiled;
  }
  return { batches: paper.length, ballots, spoiled };
}

const figure = (stated: number, found: number) => ({ code: "figure", stated: String(stated), found: String(found) }) as const;

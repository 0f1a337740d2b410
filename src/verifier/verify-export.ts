/** Checks the public export of a secret poll from the file alone: docs/ballot-format.md, section 11. */
import { checkBrought } from "./check-brought.ts";
import { checkDefinition, checkForm } from "./check-definition.ts";
import { checkLog } from "./check-log.ts";
import { checkPaper, checkRoll } from "./check-paper.ts";
import { checkResult } from "./check-result.ts";
import { checkChoices, checkCommitments, checkKeys, checkPasses, refusePasses } from "./check-slips.ts";
import { type ExportFile, exportShape } from "./export-shape.ts";
import { makeScene, type Scene } from "./scene.ts";
import {
  type Brought,
  type CheckName,
  type CheckResult,
  checkNames,
  type Figures,
  Found,
  type OnProgress,
  type Verdict,
  type WhyNot,
} from "./verdict.ts";

type Check = (scene: Scene) => Promise<Figures>;

const checks: Readonly<Record<Exclude<CheckName, "form">, Check>> = {
  definition: checkDefinition,
  log: checkLog,
  commitments: checkCommitments,
  keys: checkKeys,
  passes: checkPasses,
  choices: checkChoices,
  roll: checkRoll,
  paper: checkPaper,
  result: checkResult,
  brought: checkBrought,
};

/**
 * `file`: the export as JSON.parse gave it, of any shape. `brought`: heads and receipts that the person checking kept herself. Gives the
 * checks in their order; never throws for what is wrong with the file. Stops at the first fault: the rest is "not checked".
 */
export async function verifyExport(file: unknown, brought: Brought = {}, onProgress: OnProgress = () => {}): Promise<Verdict> {
  const verdict: Verdict = { sound: true, checks: [], fault: null, poll: null, published: null, recounted: null };
  let scene: Scene | undefined;
  for (const check of checkNames) verdict.checks.push(await outcomeOf(check));
  if (scene) verdict.recounted = scene.recounted;
  return verdict;

  async function outcomeOf(check: CheckName): Promise<CheckResult> {
    const why = scene || check === "form" ? whyNot(check, scene) : "earlier-fault";
    if (verdict.fault) return { check, state: "not-checked", why: "earlier-fault" };
    if (why) return { check, state: "not-checked", why };
    try {
      onProgress({ check, done: 0, total: 1 });
      if (check === "form") return { check, state: "passed", figures: open() };
      const figures = scene ? await checks[check](scene) : {};
      const partly = scene?.file.slips === null && ["roll", "paper", "result"].includes(check);
      return { check, state: "passed", figures, ...(partly && { partly: "fewer-than-ten" }) };
    } catch (error) {
      if (!(error instanceof Found)) throw error;
      verdict.fault = { check, place: error.place, detail: error.detail };
      verdict.sound = false;
      return { check, state: "failed", fault: verdict.fault };
    }
  }

  function open(): Figures {
    const fault = exportShape.fault(file);
    if (fault) throw new Found({ part: "file", path: fault.path }, { code: "wrong-form", expected: fault.expected });
    const shaped = file as ExportFile;
    verdict.poll = shaped.definition;
    verdict.published = shaped.result;
    scene = makeScene(shaped, brought, () => checkNames[verdict.checks.length] ?? "form", onProgress);
    checkForm(shaped);
    if (shaped.definition.level === 1) refusePasses(scene);
    return { slips: shaped.slips?.length ?? 0 };
  }
}

function whyNot(check: CheckName, scene: Scene | undefined): WhyNot | null {
  if (check === "passes" && scene?.file.definition.level === 1) return "level-1";
  if (["commitments", "keys", "passes", "choices"].includes(check) && scene?.file.slips === null) return "fewer-than-ten";
  if (check === "brought" && !scene?.brought.heads?.length && !scene?.brought.receipts?.length) return "nothing-brought";
  return null;
}

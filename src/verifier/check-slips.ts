/** Checks 4 to 7: every slip's fingerprint, keys, pass and choice. Only where slips are published. */
import { budgetOf, refuseChoice } from "../voting/counting/choices.ts";
import { bytesOfBase64url } from "./encode.ts";
import type { Scene } from "./scene.ts";
import { passJudge } from "./signatures.ts";
import { commitmentOf, keyFits, numberOf } from "./slip.ts";
import { type Figures, Found, type Place } from "./verdict.ts";

function placeOf({ file }: Scene, at: number): Place {
  return { part: "slip", entry: at + 1, number: numberOf(file.log[at] ?? "") };
}

export async function checkCommitments(scene: Scene): Promise<Figures> {
  const { slips, log, definition } = scene.file;
  if (slips?.length !== log.length)
    throw new Found({ part: "file", path: ["slips"] }, { code: "slips-and-log", slips: slips?.length ?? 0, log: log.length });
  await scene.walk(slips.length, (at) => {
    const slip = slips[at];
    const found = slip && commitmentOf(definition.poll, slip);
    if (found !== log[at]) throw new Found(placeOf(scene, at), { code: "commitment", found: found ?? "" });
  });
  return { slips: slips.length };
}

/** Also notes which slips were replaced. */
export async function checkKeys(scene: Scene): Promise<Figures> {
  const slips = scene.file.slips ?? [];
  const byCaster = new Map<string, number[]>();
  await scene.walk(slips.length, (at) => {
    const slip = slips[at];
    if (!slip) return;
    if (!keyFits(slip)) throw new Found(placeOf(scene, at), { code: "key" });
    const same = byCaster.get(slip.caster);
    if (same) same.push(at);
    else byCaster.set(slip.caster, [at]);
  });
  const replaced = new Uint8Array(slips.length);
  for (const same of byCaster.values()) if (same.length > 1) checkVersions(scene, same, replaced);
  scene.replaced = replaced;
  return { casters: byCaster.size, replaced: slips.length - byCaster.size };
}

/** `same`: the places of one caster's slips, in the order of the log. */
function checkVersions(scene: Scene, same: readonly number[], replaced: Uint8Array): void {
  const versionOf = (at: number) => scene.file.slips?.[at]?.version ?? 0;
  const byVersion = [...same].sort((a, b) => versionOf(a) - versionOf(b));
  for (const [index, at] of byVersion.entries()) {
    const before = byVersion[index - 1];
    if (before === undefined) continue;
    const about = { version: versionOf(at), other: before + 1 };
    if (versionOf(before) === versionOf(at)) throw new Found(placeOf(scene, at), { code: "version-twice", ...about });
    if ((scene.batchOf[at] ?? 0) < (scene.batchOf[before] ?? 0))
      throw new Found(placeOf(scene, at), { code: "version-too-early", ...about });
    replaced[before] = 1;
  }
}

export async function checkPasses(scene: Scene): Promise<Figures> {
  const { slips, definition } = scene.file;
  const judge = definition.passKey && (await passJudge(definition.passKey));
  if (!judge) throw new Found({ part: "definition" }, { code: "pass-key" });
  await scene.walk(slips?.length ?? 0, async (at) => {
    const slip = slips?.[at];
    const [caster, pass] = [bytesOfBase64url(slip?.caster ?? ""), bytesOfBase64url(slip?.pass ?? "")];
    if (!slip?.pass) throw new Found(placeOf(scene, at), { code: "pass-missing" });
    if (!caster || !pass || !(await judge(caster, pass))) throw new Found(placeOf(scene, at), { code: "pass" });
  });
  return { passes: slips?.length ?? 0 };
}

/** At level 1 there are no passes, so none may stand in the file. */
export function refusePasses(scene: Scene): void {
  const at = scene.file.slips?.findIndex(({ pass }) => pass !== null) ?? -1;
  if (at >= 0) throw new Found(placeOf(scene, at), { code: "pass-at-level-1" });
}

export async function checkChoices(scene: Scene): Promise<Figures> {
  const { slips, definition } = scene.file;
  const budget = budgetOf(definition.count);
  await scene.walk(slips?.length ?? 0, (at) => {
    const slip = slips?.[at];
    const fault = slip && refuseChoice(definition.form, definition.options, budget, slip.choice);
    if (fault) throw new Found(placeOf(scene, at), { code: "choice", fault });
  });
  return { choices: slips?.length ?? 0 };
}

/** Checks 1 (what the form alone cannot say) and 2: the definition, its hash, and the extensions. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { formFits } from "../voting/counting/choices.ts";
import { hashOf } from "./encode.ts";
import type { ExportFile } from "./export-shape.ts";
import type { Scene } from "./scene.ts";
import { isSigned } from "./signatures.ts";
import { type Figures, Found } from "./verdict.ts";

const fixedOptions: Readonly<Record<string, string>> = {
  "for-against-abstain": "for,against,abstain",
  consent: "consent,objection,abstain",
};

type DefinitionFault =
  | "level-and-pass-key"
  | "form-and-rule"
  | "options-of-form"
  | "option-twice"
  | "unknown-in-exclusive"
  | "min-above-max"
  | "closes-before-opening";

/** The first thing in the definition, or between it and the rest of the file, that section 2, 3 or 8 does not allow. */
export function checkForm(file: ExportFile): void {
  const { level, passKey, form, count, options, opensAt, closesAt } = file.definition;
  const ids = new Set(options.map(({ id }) => id));
  const refuse = (code: DefinitionFault): never => {
    throw new Found({ part: "definition" }, { code });
  };
  if ((level === 2) !== (passKey !== null)) refuse("level-and-pass-key");
  if (!formFits(form, count)) refuse("form-and-rule");
  if (ids.size !== options.length) refuse("option-twice");
  const fixed = fixedOptions[form.kind];
  if (fixed !== undefined && [...ids].join() !== fixed) refuse("options-of-form");
  if (form.kind === "multiple" && form.min > form.max) refuse("min-above-max");
  if ("exclusive" in count && count.exclusive.flat().some((id) => !ids.has(id))) refuse("unknown-in-exclusive");
  if (opensAt >= closesAt) refuse("closes-before-opening");
  const withheld = file.slips === null;
  for (const [at, { choices, ballots }] of file.paper.entries()) {
    if ((choices === null) !== withheld)
      throw new Found({ part: "paper", entry: at + 1 }, { code: withheld ? "not-withheld" : "withheld", ballots });
  }
}

export async function checkDefinition({ file }: Scene): Promise<Figures> {
  const { definition, extensions } = file;
  const found = bytesToHex(hashOf(definition));
  if (found !== file.frozenHash) throw new Found({ part: "definition" }, { code: "frozen-hash", stated: file.frozenHash, found });
  let last = definition.closesAt;
  for (const [at, { closesAt, reason, signature }] of extensions.entries()) {
    const place = { part: "extension", entry: at + 1 } as const;
    if (closesAt <= last) throw new Found(place, { code: "not-later" });
    if (!isSigned(definition.signKey, "extension", { poll: definition.poll, closesAt, reason }, signature))
      throw new Found(place, { code: "not-signed" });
    last = closesAt;
  }
  return { options: definition.options.length, extensions: extensions.length };
}

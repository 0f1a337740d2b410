/** Makes exports of secret polls, written from docs/ballot-format.md alone: it shares no code with server or verifier. */
import { constants, createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { countPoll, publishable } from "../../src/voting/counting/count-poll.ts";
import type { BallotForm, Choice, CountingRule, DefinedOption, PollDefinition } from "../../src/voting/counting/poll.ts";

/** Sorted keys, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
}

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
export const signingText = (kind: string, thing: unknown): Buffer => Buffer.from(`kernplein-${kind}-v1\n${canonical(thing)}`);

/** RFC 9162, 2.1.1, as it is written there: recursive. */
export function treeRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256("");
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0] ?? "");
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), treeRoot(leaves.slice(0, split)), treeRoot(leaves.slice(split)));
}

/** A voter's device. `seed`: any text, so that an export can be made twice the same. */
export function makeDevice(seed: string): { caster: string; key: (version: number) => string } {
  const chain: Buffer[] = [sha256(`seed ${seed}`)];
  for (let step = 0; step < 1000; step++) chain.push(sha256(chain[step] ?? ""));
  const link = (at: number) => (chain[at] ?? Buffer.alloc(0)).toString("base64url");
  return { caster: link(1000), key: (version) => link(1000 - version) };
}

export interface Keys {
  sign: { privateKey: KeyObject; publicKey: KeyObject };
  pass: { privateKey: KeyObject; publicKey: KeyObject };
}
export const makeKeys = (): Keys => ({
  sign: generateKeyPairSync("ed25519"),
  pass: generateKeyPairSync("rsa", { modulusLength: 2048 }),
});

export interface Wanted {
  keys: Keys;
  level: 1 | 2;
  form: BallotForm;
  count: CountingRule;
  options: readonly DefinedOption[];
  /** Per batch the slips: which voter, which version, what. */
  batches: readonly (readonly { voter: string; version?: number; choice: Choice }[])[];
  paper?: readonly { choices: readonly Choice[]; spoiled: number }[];
  extensions?: readonly { closesAt: string; reason: string }[];
  rollSize?: number;
  /** A voter's pass, when it comes about in another way than the signer signing the caster unblinded. */
  passOf?: (caster: string) => string;
}

export const poll = "3f0c6f1e-6a0e-4b8e-9d5e-0a6f6f3f7c21";

export function makeExport(wanted: Wanted) {
  const { keys, level } = wanted;
  const signed = (kind: string, thing: unknown) =>
    sign(null, signingText(kind, thing), keys.sign.privateKey).toString("base64url");
  const passKey = keys.pass.publicKey.export({ format: "jwk" });
  const passOf =
    wanted.passOf ??
    ((caster: string) =>
      sign("sha384", Buffer.from(caster, "base64url"), {
        key: keys.pass.privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 48,
      }).toString("base64url"));

  const entries: { leaf: string; slip: Record<string, unknown> & { caster: string; version: number; choice: Choice } }[] = [];
  const heads: Record<string, unknown>[] = [];
  for (const [at, batch] of wanted.batches.entries()) {
    const made = batch.map(({ voter, version = 1, choice }) => {
      const device = makeDevice(voter);
      const salt = sha256(`salt ${voter} ${version}`).subarray(0, 16).toString("base64url");
      const slip = { caster: device.caster, version, key: device.key(version), salt, choice };
      const leaf = sha256(signingText("ballot", { poll, ...slip })).toString("hex");
      return { leaf, slip: { ...slip, pass: level === 2 ? passOf(device.caster) : null } };
    });
    entries.push(...made.sort((a, b) => (a.leaf < b.leaf ? -1 : 1)));
    const root = treeRoot(entries.map(({ leaf }) => Buffer.from(leaf, "hex"))).toString("hex");
    const head = { batch: at + 1, size: entries.length, root };
    heads.push({ ...head, signature: signed("head", { poll, ...head }) });
  }

  const latest = new Map<string, { version: number; choice: Choice }>();
  for (const { slip } of entries) if ((latest.get(slip.caster)?.version ?? 0) < slip.version) latest.set(slip.caster, slip);
  const onPaper = wanted.paper ?? [];
  const choices = [...[...latest.values()].map(({ choice }) => choice), ...onPaper.flatMap((batch) => batch.choices)];
  const few = choices.length < 10;

  const handedIn = onPaper.reduce((sum, batch) => sum + batch.choices.length + batch.spoiled, 0);
  const rollSize = wanted.rollSize ?? 200;
  const definition: PollDefinition = {
    format: "kernplein-poll/1",
    poll,
    municipality: "molenlanden",
    kern: "arkel",
    question: "Wat doen we met het dorpsbudget?",
    explanation: "Er is geld. “Ja”, echt: € 10.000.",
    level,
    opensAt: "2026-12-01T08:00:00.000Z",
    closesAt: "2026-12-08T20:00:00.000Z",
    rollSize,
    form: wanted.form,
    count: wanted.count,
    options: wanted.options,
    signKey: keys.sign.publicKey.export({ format: "jwk" }).x ?? "",
    passKey: level === 2 ? { n: passKey.n ?? "", e: passKey.e ?? "" } : null,
  };
  const frozenHash = sha256(canonical(definition)).toString("hex");
  const paper = onPaper.map(({ choices: given, spoiled }, at) => {
    const sorted = [...given].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
    const batch = { batch: at + 1, ballots: given.length, choices: few ? null : sorted, spoiled };
    return { ...batch, signature: signed("paper", { poll, ...batch }) };
  });
  const casters = latest.size;
  const result = {
    poll,
    frozenHash,
    extensions: wanted.extensions?.length ?? 0,
    logSize: entries.length,
    logRoot: treeRoot(entries.map(({ leaf }) => Buffer.from(leaf, "hex"))).toString("hex"),
    paperBatches: paper.length,
    ballots: choices.length,
    spoiled: onPaper.reduce((sum, { spoiled }) => sum + spoiled, 0),
    roll: {
      size: rollSize,
      marked: casters + handedIn,
      online: casters - Math.min(1, casters),
      paper: handedIn,
      assisted: Math.min(1, casters),
    },
    ...publishable(countPoll(definition, choices), choices.length),
  };
  const file = {
    format: "kernplein-export/1",
    definition,
    frozenHash,
    extensions: (wanted.extensions ?? []).map((extension) => ({
      ...extension,
      signature: signed("extension", { poll, ...extension }),
    })),
    heads,
    log: entries.map(({ leaf }) => leaf),
    slips: few ? null : entries.map(({ slip }) => slip),
    paper,
    result,
    resultSignature: signed("result", result),
  };
  const receiptFor = (commitment: string) => ({ poll, commitment, signature: signed("receipt", { poll, commitment }) });
  // As a reader gets it: through the wire.
  return { file: JSON.parse(JSON.stringify(file)) as typeof file, receiptFor, signed };
}

export const option = (id: string, cost = 0, theme: string | null = null): DefinedOption => ({
  id,
  label: `Plan ${id}`,
  summary: "",
  cost,
  theme,
});

/** Polls and filled-in ballots for benches: made here, with the keys of the stage, so that only the server is measured. */
import { constants, createPrivateKey, type KeyObject, randomBytes, randomUUID, sign } from "node:crypto";
import { makeVault } from "../../src/shared/vault.ts";
import { canonicalJson } from "../../src/voting/counting/canonical.ts";
import type { PollDefinition } from "../../src/voting/counting/poll.ts";
import { makePollKeys } from "../../src/voting/poll-keys.ts";
import { frozenHash } from "../../src/voting/rules.ts";
import { commitmentOf, type Slip, sha256 } from "../../src/voting/signing.ts";
import { benchSecret, municipality, type Stage } from "./stage.ts";

export interface BenchPoll {
  poll: string;
  /** Level 2 only. */
  passKey: KeyObject | null;
}

export interface FilledIn extends Slip {
  pass: string | null;
  commitment: string;
}

/** An open poll with everybody who takes part in the kern on its roll. */
export async function makeOpenPoll({ owner }: Pick<Stage, "owner">, kern: string, level: 1 | 2): Promise<BenchPoll> {
  const poll = randomUUID();
  const vault = makeVault(benchSecret);
  const keys = await makePollKeys(poll, level, vault);
  const options = ["for", "against", "abstain"];
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from membership where municipality_id = $1 and kern_id = $2",
    [municipality, kern],
  );
  const rollSize = rows[0]?.n ?? 0;
  const [opensAt, closesAt] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
  const form = { kind: "for-against-abstain" } as const;
  const count = { rule: "majority", share: "half", of: "votes", quorum: 0 } as const;
  const definition: PollDefinition = {
    format: "kernplein-poll/1",
    poll,
    municipality,
    kern,
    question: "Een bankje?",
    explanation: "",
    level,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    rollSize,
    form,
    count,
    options: options.map((id) => ({ id, label: id, summary: "", cost: 0, theme: null })),
    signKey: keys.signKey,
    passKey: keys.passKey,
  };
  const electorate = { assurance: "mail", per: "person", minAge: null };
  await owner.query(
    `insert into poll (municipality_id, poll_id, kern_id, question, level, form, count, electorate, opens_at, closes_at, state, opened_by, roll_size, definition, frozen_hash)
      values ($1, $2, $3, 'Een bankje?', $4, $5, $6, $7, $8, $9, 'open', gen_random_uuid(), $10, $11, $12)`,
    [
      municipality,
      poll,
      kern,
      level,
      form,
      count,
      electorate,
      opensAt,
      closesAt,
      rollSize,
      canonicalJson(definition),
      frozenHash(definition),
    ],
  );
  await owner.query(
    "insert into poll_option (municipality_id, poll_id, option_id, position, label) select $1, $2, option, n, option from unnest($3::text[]) with ordinality o (option, n)",
    [municipality, poll, options],
  );
  await owner.query(
    `insert into roll select $1, $2, person_id, row_number() over (order by gen_random_uuid()) - 1 from membership where municipality_id = $1 and kern_id = $3`,
    [municipality, poll, kern],
  );
  const none = "0".repeat(Math.max(1, rollSize));
  await owner.query("insert into roll_marks (municipality_id, poll_id, marks, paper, assisted) values ($1, $2, $3, $3, $3)", [
    municipality,
    poll,
    none,
  ]);
  await owner.query("insert into poll_key values ($1, $2, $3, $4, $5)", [
    municipality,
    poll,
    keys.signKey,
    keys.signPrivate,
    keys.passPrivate,
  ]);
  await owner.query("insert into poll_log (municipality_id, poll_id, last_at) values ($1, $2, $3)", [
    municipality,
    poll,
    opensAt,
  ]);
  const der = keys.passPrivate && vault.open(keys.passPrivate, `poll-pass-key ${poll}`);
  return { poll, passKey: der && createPrivateKey({ key: der, type: "pkcs8", format: "der" }) };
}

/** Another closing time, as if it had been planned so. Before the server has read the poll, or for what it reads anew. */
export async function moveClosing({ owner }: Pick<Stage, "owner">, { poll }: BenchPoll, closesAt: Date): Promise<void> {
  const { rows } = await owner.query<{ definition: string }>("select definition from poll where poll_id = $1", [poll]);
  const definition: PollDefinition = { ...JSON.parse(rows[0]?.definition ?? "{}"), closesAt: closesAt.toISOString() };
  await owner.query("update poll set closes_at = $2, definition = $3, frozen_hash = $4 where poll_id = $1", [
    poll,
    closesAt,
    canonicalJson(definition),
    frozenHash(definition),
  ]);
}

/** First slips of `amount` casters. A pass without blinding is the same signature as one with: RFC 9474, section 4.4. */
export function fillIn({ poll, passKey }: BenchPoll, amount: number): FilledIn[] {
  return Array.from({ length: amount }, (_, number) => {
    const key = randomBytes(32);
    const caster = sha256(key);
    const slip: Slip = {
      poll,
      caster: caster.toString("base64url"),
      version: 1,
      key: key.toString("base64url"),
      salt: randomBytes(16).toString("base64url"),
      choice: { chosen: [["for", "against", "abstain"][number % 3] ?? "for"] },
    };
    const pass =
      passKey &&
      sign("sha384", caster, { key: passKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }).toString("base64url");
    return { ...slip, pass, commitment: commitmentOf(slip) };
  });
}

export const bodyOf = ({ caster, version, key, salt, choice, pass }: FilledIn): string =>
  JSON.stringify({ caster, version, key, salt, choice, ...(pass === null ? {} : { pass }) });

export const boxOf = (poll: string): string => `/v1/gemeenten/${municipality}/stembussen/${poll}/stembiljetten`;

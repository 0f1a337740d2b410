/** Polls and voters for tests: made by the very actions people use, with the device's own code. */

import { gunzipSync } from "node:zlib";
import { afterHighest, type KeptBallot, newBallot, withReceipt, withSlip } from "../../src/client/voting/kept.ts";
import { blindAsk, finishPass } from "../../src/client/voting/pass.ts";
import type { Slip } from "../../src/client/voting/slip.ts";
import { after, minutes } from "../../src/shared/time.ts";
import { type Actor, itself, type Perform } from "../../src/shared/work.ts";
import type { Choice, PublicPollView } from "../../src/voting/contract.ts";
import {
  castBallot,
  castWithPass,
  closePoll,
  getPass,
  openPoll,
  planPoll,
  viewExport,
  viewPublicPoll,
} from "../../src/voting/index.ts";
import { closingGraceMs } from "../../src/voting/rules.ts";
import type { TestDatabase } from "./database.ts";

export type Person = Actor & { person: string };
export interface OpenPoll {
  poll: string;
  opensAt: Date;
  closesAt: Date;
  view: PublicPollView;
}

const municipality = "molenlanden";
export const visitor: Actor = { municipality, person: null, roles: [], channel: "web", language: "nl" };

/** Plans a poll in Arkel for an hour (or `minutesOpen`) and opens it. */
export async function anOpenPoll(
  { perform, clock }: TestDatabase,
  officer: Person,
  plan: Record<string, unknown> = {},
  minutesOpen = 60,
): Promise<OpenPoll> {
  const opensAt = clock.now;
  const closesAt = after(opensAt, minutes(minutesOpen));
  const { poll } = await perform(planPoll, officer, {
    kern: "arkel",
    question: "Een bankje?",
    form: { kind: "for-against-abstain" },
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...plan,
  });
  await perform(openPoll, itself(municipality), { poll });
  return { poll, opensAt, closesAt, view: await perform(viewPublicPoll, visitor, { poll }) };
}

/** Votes on a poll as a device does; `kept` is what it remembers. */
export interface Device {
  kept: KeptBallot;
  takePass(who: Actor, receivedAt?: Date): Promise<void>;
  /** Casts a new choice, or the same once more. Gives the slip and its receipt. */
  cast(who: Actor, choice: Choice, receivedAt?: Date): Promise<{ slip: Slip; receipt: string }>;
  catchUp(highest: number): void;
}

export function aDevice(perform: Perform, { view }: Pick<OpenPoll, "view">, kept: KeptBallot = newBallot()): Device {
  const { poll, level, definition } = view;
  const passKey = definition?.passKey;
  const device: Device = {
    kept,
    async takePass(who, receivedAt) {
      if (!passKey) return;
      const ask = blindAsk(device.kept.seed, passKey);
      const options = receivedAt ? { receivedAt } : {};
      const { blindSignature } = await perform(getPass, who, { poll, blinded: ask.blinded }, options);
      device.kept = { ...device.kept, pass: await finishPass(device.kept.seed, passKey, ask, blindSignature) };
    },
    async cast(who, choice, receivedAt) {
      const { unsent: slip, ...rest } = withSlip(device.kept, choice);
      device.kept = { ...rest, unsent: slip };
      const options = receivedAt ? { receivedAt } : {};
      const { receipt } =
        level === 2
          ? await perform(castWithPass, visitor, { municipality, poll, ...slip, pass: device.kept.pass ?? "" }, options)
          : await perform(castBallot, who, { poll, ...slip }, options);
      device.kept = withReceipt(device.kept, poll, receipt);
      return { slip, receipt };
    },
    catchUp(highest) {
      device.kept = afterHighest(device.kept, highest);
    },
  };
  return device;
}

/** A new device for this voter: takes the pass where the level asks for one, and casts. */
export async function vote(perform: Perform, open: OpenPoll, who: Actor, choice: Choice, receivedAt?: Date): Promise<Device> {
  const device = aDevice(perform, open);
  await device.takePass(who, receivedAt);
  await device.cast(who, choice, receivedAt);
  return device;
}

/** Votes for one option of an open poll with a new device. */
export async function voteIn(perform: Perform, poll: string, who: Actor, option: string): Promise<void> {
  const view = await perform(viewPublicPoll, who, { poll });
  const device = aDevice(perform, { view });
  await device.takePass(who);
  await device.cast(who, { chosen: [option] });
}

/** Counts the poll when its closing time and the grace have passed; gives what anybody may then see. */
export async function closeAndCount(
  { perform }: TestDatabase,
  { poll, closesAt }: OpenPoll,
  atLatest = closesAt,
): Promise<PublicPollView> {
  await perform(closePoll, itself(municipality), { poll }, { receivedAt: after(atLatest, closingGraceMs) });
  return perform(viewPublicPoll, visitor, { poll });
}

/** The public export as JSON. */
export async function exportOf(perform: Perform, poll: string): Promise<unknown> {
  const { gzip } = await perform(viewExport, visitor, { poll });
  return JSON.parse(gunzipSync(gzip).toString("utf8"));
}

/** The code of the refusal, or "done". */
export const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

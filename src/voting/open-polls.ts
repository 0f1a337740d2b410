/**
 * Polls that are being voted in, as this process remembers them: what is frozen, the keys that sign receipts and check passes, and
 * which slips wait for the log. Nothing of a person.
 */
import { type KeyObject, randomInt } from "node:crypto";
import type { Vault } from "../shared/vault.ts";
import type { InMunicipality } from "../shared/work.ts";
import { waitingSlips } from "./ballot-store.ts";
import { budgetOf } from "./counting/choices.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { keysOf } from "./log-store.ts";
import { openSignKey, publicPassKey } from "./poll-keys.ts";
import { ageToDeclare } from "./roll-rules.ts";
import { findPoll } from "./store.ts";

export interface OpenPoll {
  municipality: string;
  definition: PollDefinition;
  /** Cents; null without. */
  budget: number | null;
  /** Of whoever marks a place on the roll while casting; null asks nothing. */
  ageToDeclare: number | null;
  signKey: KeyObject;
  /** Level 2 only. */
  passKey: KeyObject | null;
  waiting: WaitingSlips;
}

/** Each transaction writes this many slips at least, as far as they wait: a new one cannot be told from the others by its row. */
const crowd = 33;

/** Commitments (hex) that wait for the log, in an order of chance. */
export class WaitingSlips {
  #commitments: string[];
  /** Batches the log had when this was read. */
  #sealed: number | null = null;
  #reread: Promise<void> | undefined;
  readonly #read: () => Promise<string[]>;

  constructor(commitments: string[], read: () => Promise<string[]>) {
    this.#commitments = commitments;
    this.#read = read;
  }

  add(commitment: string): void {
    const at = randomInt(this.#commitments.length + 1);
    const moved = this.#commitments[at];
    if (moved !== undefined) this.#commitments.push(moved);
    this.#commitments[at] = commitment;
  }

  /** Different ones, each as likely as any other: what `fresh` new slips lack to a crowd. */
  toMixWith(fresh: number): string[] {
    const all = this.#commitments;
    const wanted = Math.max(0, crowd - fresh);
    if (all.length <= wanted) return [...all];
    const picked = new Set<number>();
    while (picked.size < wanted) picked.add(randomInt(all.length));
    return [...picked].map((at) => all[at] ?? "");
  }

  /** To be told after every transaction how many batches the log has: a new one has taken these slips away. */
  async keepUp(sealed: number | null): Promise<void> {
    if (this.#sealed === null) this.#sealed = sealed;
    if (this.#sealed === sealed) return;
    this.#sealed = sealed;
    this.#reread ??= this.#read().then((left) => {
      this.#commitments = left;
      this.#reread = undefined;
    });
    await this.#reread;
  }
}

const remembered = new Map<string, Promise<OpenPoll | undefined>>();
const most = 1000;
/** A poll may be closed by another instance, which this one does not hear: no key stays longer than this. */
const longestRememberedMs = 15 * 60_000;

/** Undefined when the poll is not open (or of level 0, or does not exist). What is frozen cannot change, so it is read once in a while. */
export function openPollOf(
  inMunicipality: InMunicipality,
  vault: Vault,
  municipality: string,
  poll: string,
): Promise<OpenPoll | undefined> {
  const key = `${municipality}/${poll}`;
  const known = remembered.get(key);
  if (known) return known;
  const reading = read(inMunicipality, vault, municipality, poll);
  if (remembered.size >= most) remembered.clear();
  remembered.set(key, reading);
  const forget = () => {
    if (remembered.get(key) === reading) remembered.delete(key);
  };
  reading.then((open) => {
    if (open) setTimeout(forget, longestRememberedMs).unref();
    else forget();
  }, forget);
  return reading;
}

async function read(
  inMunicipality: InMunicipality,
  vault: Vault,
  municipality: string,
  poll: string,
): Promise<OpenPoll | undefined> {
  const found = await inMunicipality(municipality, async (tx) => {
    const stored = await findPoll(tx, poll);
    const keys = await keysOf(tx, poll);
    if (stored?.state !== "open" || stored.definition === null || !keys?.signPrivate) return undefined;
    const definition = JSON.parse(stored.definition) as PollDefinition;
    return { definition, electorate: stored.electorate, sealed: keys.signPrivate, waits: await waitingSlips(tx, poll) };
  });
  if (!found) return undefined;
  const { definition, electorate, sealed, waits } = found;
  return {
    municipality,
    definition,
    budget: budgetOf(definition.count),
    ageToDeclare: ageToDeclare(electorate),
    signKey: openSignKey(poll, sealed, vault),
    passKey: definition.passKey && publicPassKey(definition.passKey),
    waiting: new WaitingSlips(waits, () => inMunicipality(municipality, (tx) => waitingSlips(tx, poll))),
  };
}

/** To be called when a poll turns out to be closed: its keys are gone. */
export function forgetPoll(municipality: string, poll: string): void {
  remembered.delete(`${municipality}/${poll}`);
}

/** What this device keeps of a poll between visits: the ballot's secrets, the draft, the order of the plans. */
import { forget, remember, remembered } from "../kit/device-memory.ts";
import type { Filling } from "./filling.ts";
import { type KeptBallot, readKept } from "./kept.ts";
import { makeSeed } from "./slip.ts";

const ballotAt = (poll: string): string => `stem.${poll}`;
const draftAt = (poll: string): string => `stemconcept.${poll}`;
const orderAt = (poll: string): string => `stemvolgorde.${poll}`;

/** What this device keeps of a poll; null when it was never voted in from here. */
export function keptBallot(poll: string): KeptBallot | null {
  return readKept(remembered(ballotAt(poll)));
}

/** False when the device keeps nothing (a private window, a full disk): then the ballot can only be changed with its store code. */
export const keepBallot = (poll: string, ballot: KeptBallot): boolean => remember(ballotAt(poll), JSON.stringify(ballot));

/** The ballot as it was being filled in; null when there is none, or something else lies there. */
export function keptDraft(poll: string): Filling | null {
  return readDraft(remembered(draftAt(poll)));
}

export function keepDraft(poll: string, filling: Filling): void {
  remember(draftAt(poll), JSON.stringify(filling));
}

export const forgetDraft = (poll: string): void => forget(draftAt(poll));

/** The seed of this device's order of the plans: made at the first look, never sent. */
export function orderSeed(poll: string): string {
  const known = remembered(orderAt(poll));
  if (known) return known;
  const made = makeSeed();
  remember(orderAt(poll), made);
  return made;
}

function readDraft(text: string | null): Filling | null {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    if (typeof read !== "object" || read === null || !("chosen" in read) || !("points" in read)) return null;
    const { chosen, points } = read;
    if (!Array.isArray(chosen) || !chosen.every((each): each is string => typeof each === "string")) return null;
    if (typeof points !== "object" || points === null) return null;
    const given = Object.entries(points).filter(
      (pair): pair is [string, number] => Number.isSafeInteger(pair[1]) && pair[1] >= 0,
    );
    return { chosen, points: Object.fromEntries(given) };
  } catch {
    return null;
  }
}

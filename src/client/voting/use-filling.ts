import { useEffect, useState } from "react";
import type { PublicPollView } from "../../voting/contract.ts";
import { ballotOf } from "./ballot-of.ts";
import { keepDraft } from "./device.ts";
import { divideEvenly, type Filling, give, type Hindrance, move, type Pressed, press } from "./filling.ts";

/** So many steps one can go back. */
const longestHistory = 50;

interface State {
  filling: Filling;
  before: readonly Filling[];
  /** Why the last press changed nothing; `times` tells two of the same apart. */
  hindrance: Hindrance | null;
  times: number;
}

export interface FillingHandle {
  filling: Filling;
  hindrance: Hindrance | null;
  times: number;
  mayUndo: boolean;
  press(option: string): void;
  move(option: string, by: number): void;
  give(option: string, points: number): void;
  divide(): void;
  undo(): void;
}

/** The ballot on the screen, kept on this device with every change; `keep` null keeps nothing. */
export function useFilling(
  poll: Pick<PublicPollView, "poll" | "form" | "options" | "count">,
  start: Filling,
  keep: typeof keepDraft | null = keepDraft,
): FillingHandle {
  const [state, setState] = useState<State>({ filling: start, before: [], hindrance: null, times: 0 });
  const ballot = ballotOf(poll);
  const { filling } = state;
  useEffect(() => {
    if (filling !== start) keep?.(poll.poll, filling);
  }, [poll.poll, filling, start, keep]);

  const change = (deed: (filling: Filling) => Pressed) =>
    setState((now) => {
      const { filling: next, hindrance } = deed(now.filling);
      const before = next === now.filling ? now.before : [...now.before, now.filling].slice(-longestHistory);
      return { filling: next, before, hindrance, times: now.times + 1 };
    });
  const freely = (deed: (filling: Filling) => Filling) => change((now) => ({ filling: deed(now), hindrance: null }));
  return {
    ...state,
    mayUndo: state.before.length > 0,
    press: (option) => change((now) => press(ballot, now, option)),
    move: (option, by) => freely((now) => move(now, option, by)),
    give: (option, points) => change((now) => give(ballot, now, option, points)),
    divide: () => freely((now) => divideEvenly(ballot, now)),
    undo: () =>
      setState((now) => ({
        filling: now.before.at(-1) ?? now.filling,
        before: now.before.slice(0, -1),
        hindrance: null,
        times: now.times + 1,
      })),
  };
}

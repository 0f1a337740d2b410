import { useCallback, useEffect, useReducer, useRef } from "react";
import { forget, remember, remembered } from "../kit/device-memory.ts";
import { serverNow } from "../kit/server-clock.ts";
import { useOnline } from "../kit/use-online.ts";
import { asProblem } from "../problem.ts";
import { type Draft, type DraftFields, emptyFields, isUnsaved, nextDraft, shouldSave } from "./draft.ts";
import { type DraftForm, proposalsApi } from "./proposals-api.ts";

const afterTyping = 1200;
const afterFailing = 6000;

export interface Written {
  proposal: string;
  kern: string;
  /** What the server has of it; left out for a new one. */
  known?: DraftFields & { version: number };
}

/** Text of an earlier visit that never reached the server. */
function unsent(proposal: string): DraftFields | null {
  try {
    return JSON.parse(remembered(`concept.${proposal}`) ?? "null") as DraftFields | null;
  } catch {
    return null;
  }
}

function startOf({ proposal, known }: Written): Draft {
  const left = unsent(proposal);
  const version = known?.version ?? null;
  if (left) return { fields: left, version, status: { is: "changed" } };
  if (!known) return { fields: emptyFields, version, status: { is: "saved", at: null } };
  const { title, body, place, photo, photoAlt } = known;
  return { fields: { title, body, place, photo, photoAlt }, version, status: { is: "saved", at: null } };
}

export interface DraftHandle {
  draft: Draft;
  write: (fields: Partial<DraftFields>) => void;
  /** Saves what is not saved yet; true when the server has everything. */
  saveNow: () => Promise<boolean>;
}

/** A proposal that saves itself: a moment after the last key, again when the connection is back, and on the device meanwhile. */
export function useDraft(written: Written): DraftHandle {
  const { proposal, kern } = written;
  const [draft, tell] = useReducer(nextDraft, written, startOf);
  const latest = useRef(draft);
  latest.current = draft;
  const underWay = useRef<Promise<boolean>>(undefined);
  const online = useOnline();

  const save = useCallback(async (): Promise<boolean> => {
    const { fields, version } = latest.current;
    tell({ event: "saving" });
    const form: DraftForm = { proposal, kern, ...fields, ...(version !== null && { version }) };
    try {
      const saved = version === null ? await proposalsApi.startDraft(form) : await proposalsApi.saveDraft(form);
      forget(`concept.${proposal}`);
      tell({ event: "saved", fields, version: saved.version, at: serverNow() });
      return true;
    } catch (fault) {
      tell({ event: "failed", problem: asProblem(fault) });
      return false;
    }
  }, [proposal, kern]);

  const saveNow = useCallback(async (): Promise<boolean> => {
    await underWay.current;
    if (!shouldSave(latest.current)) return latest.current.status.is !== "refused";
    underWay.current = save();
    return underWay.current;
  }, [save]);

  useEffect(() => {
    if (!shouldSave(draft)) return;
    remember(`concept.${proposal}`, JSON.stringify(draft.fields));
    if (!online) return;
    const timer = setTimeout(() => void saveNow(), draft.status.is === "waiting" ? afterFailing : afterTyping);
    return () => clearTimeout(timer);
  }, [draft, online, proposal, saveNow]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved(latest.current)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const write = useCallback((fields: Partial<DraftFields>) => tell({ event: "written", fields }), []);
  return { draft, write, saveNow };
}

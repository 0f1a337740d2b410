/** What happens to a proposal while it is written: when it is saved, what the writer is told. Pure; the clock and the calls are outside. */
import type { Place } from "../../proposals/contract.ts";
import type { Problem } from "../problem.ts";

export interface DraftFields {
  title: string;
  body: string;
  place: Place | null;
  photo: string | null;
  photoAlt: string;
}

export const emptyFields: DraftFields = { title: "", body: "", place: null, photo: null, photoAlt: "" };

export type DraftStatus =
  /** Nothing written yet, or nothing since the last save. */
  | { is: "saved"; at: number | null }
  | { is: "changed" }
  | { is: "saving" }
  /** No connection: the text is kept on the device and saved later. */
  | { is: "waiting" }
  /** Refused for good: what the server said. */
  | { is: "refused"; problem: Problem };

export interface Draft {
  fields: DraftFields;
  /** What the server has; null before the first save. */
  version: number | null;
  status: DraftStatus;
}

export type DraftEvent =
  | { event: "written"; fields: Partial<DraftFields> }
  | { event: "saving" }
  | { event: "saved"; fields: DraftFields; version: number; at: number }
  | { event: "failed"; problem: Problem };

export const sameFields = (one: DraftFields, other: DraftFields): boolean => JSON.stringify(one) === JSON.stringify(other);

const isEmpty = (fields: DraftFields): boolean =>
  sameFields({ ...fields, title: fields.title.trim(), body: fields.body.trim() }, emptyFields);

export function nextDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.event) {
    case "written": {
      const fields = { ...draft.fields, ...event.fields };
      if (sameFields(fields, draft.fields)) return draft;
      // While a save is under way its end decides: see "saved".
      const status: DraftStatus = draft.status.is === "saving" ? draft.status : { is: "changed" };
      return { ...draft, fields, status };
    }
    case "saving":
      return { ...draft, status: { is: "saving" } };
    case "saved": {
      const wroteOn = !sameFields(draft.fields, event.fields);
      return { ...draft, version: event.version, status: wroteOn ? { is: "changed" } : { is: "saved", at: event.at } };
    }
    case "failed":
      return { ...draft, status: event.problem.mayPass ? { is: "waiting" } : { is: "refused", problem: event.problem } };
  }
}

/** Whether there is something to save now. An untouched new proposal makes no draft. */
export function shouldSave({ fields, version, status }: Draft): boolean {
  if (version === null && isEmpty(fields)) return false;
  return status.is === "changed" || status.is === "waiting";
}

/** Whether the writer would lose something if this page were closed now. */
export function isUnsaved({ fields, version, status }: Draft): boolean {
  return status.is !== "saved" && !(version === null && isEmpty(fields));
}

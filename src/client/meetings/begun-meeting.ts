/** A meeting that was half filled in on this device. Pure. */
import { emptyMeeting, type MeetingFields } from "./meeting-form.ts";

const isText = (given: unknown): given is string => typeof given === "string";
const isPosition = (given: unknown): given is MeetingFields["position"] =>
  typeof given === "object" &&
  given !== null &&
  typeof (given as { latitude?: unknown }).latitude === "number" &&
  typeof (given as { longitude?: unknown }).longitude === "number";

/** Reads what was kept; what is missing or has another form (an earlier version of the page kept it) is as in `otherwise`. */
export function readBegun(kept: string | null, otherwise: MeetingFields = emptyMeeting): MeetingFields {
  let given: Record<string, unknown>;
  try {
    given = Object(JSON.parse(kept ?? "null")) as Record<string, unknown>;
  } catch {
    return otherwise;
  }
  const { position, proposals, ...texts } = otherwise;
  const read = Object.entries(texts).map(([name, text]) => [name, isText(given[name]) ? given[name] : text]);
  return {
    ...(Object.fromEntries(read) as typeof texts),
    position: given.position === null || isPosition(given.position) ? given.position : position,
    proposals: Array.isArray(given.proposals) ? given.proposals.filter(isText) : proposals,
  };
}

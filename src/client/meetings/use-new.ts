import { useMemo } from "react";
import type { MeetingSummary } from "../../meetings/contract.ts";
import { remember, remembered } from "../kit/device-memory.ts";
import { serverNow } from "../kit/server-clock.ts";
import { useMe } from "../session.tsx";
import { isNewSince, readVisit, visitAt, writeVisit } from "./last-visit.ts";

/** Notes that the agenda of this kern is looked at, and tells which of its meetings are new since the visit before. */
export function useNew(kern: string): (meeting: MeetingSummary) => boolean {
  const person = useMe()?.person ?? "";
  return useMemo(() => {
    const name = `visit.${person}.${kern}`;
    const now = serverNow();
    const visit = visitAt(now, readVisit(remembered(name), now));
    remember(name, writeVisit(visit));
    return (meeting) => isNewSince(meeting, visit.since);
  }, [person, kern]);
}

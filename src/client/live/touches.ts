import type { Change } from "../../shared/live.ts";

const inKern = (filter: unknown, kern: string): boolean => {
  const wanted = typeof filter === "object" && filter !== null ? (filter as { kern?: unknown }).kern : filter;
  return !wanted || kern === "" || wanted === kern;
};

/** What is being typed must not be replaced by what the server has (see edit-page.tsx): nothing asks for it anew. */
export function isBeingTyped([slice, , , more]: readonly unknown[]): boolean {
  return (slice === "proposals" || slice === "meetings") && more !== undefined;
}

/** Whether an answer kept under this name (see queries.ts) may say something else now. */
export function touches({ about, id, kern }: Change, [slice, which, one, more]: readonly unknown[]): boolean {
  if (isBeingTyped([slice, which, one, more])) return false;
  const itself = id === "" || one === id;
  switch (about) {
    case "proposal":
      return slice === "proposals" && (which === "one" ? itself : inKern(one, kern));
    case "poll":
      return slice === "polls" && (which === "list" ? inKern(one, kern) : which === "desk" || which === "drafts" || itself);
    case "meeting":
      return slice === "meetings" && (which === "one" || which === "coming" ? itself : which !== "list" || inKern(one, kern));
    case "kern":
      return slice === "kernen" && (which === undefined || itself);
    case "desk":
    case "people":
    case "me":
      return slice === about;
  }
}

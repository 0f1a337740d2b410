import type { Change } from "../../shared/live.ts";

const inKern = (filter: unknown, kern: string): boolean => {
  const wanted = typeof filter === "object" && filter !== null ? (filter as { kern?: unknown }).kern : filter;
  return !wanted || kern === "" || wanted === kern;
};

/** Whether an answer kept under this name (see queries.ts) may say something else now. */
export function touches({ about, id, kern }: Change, [slice, which, one]: readonly unknown[]): boolean {
  const itself = id === "" || one === id;
  switch (about) {
    case "proposal":
      return slice === "proposals" && (which === "one" ? itself : inKern(one, kern));
    case "poll":
      return slice === "polls" && (which === "list" ? inKern(one, kern) : which === "desk" || which === "drafts" || itself);
    case "kern":
      return slice === "kernen" && (which === undefined || itself);
    case "desk":
    case "people":
    case "me":
      return slice === about;
  }
}

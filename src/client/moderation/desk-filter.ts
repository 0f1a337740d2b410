import type { DeskItem } from "../../moderation/contract.ts";

/** What of the desk is looked at; stands in the address, so that a link or "back" shows the same. */
export interface DeskFilter {
  /** Slug; empty for all of hers. */
  kern: string;
  kind: DeskItem["kind"] | "";
  lateOnly: boolean;
}

export const kinds = ["proposal", "answer", "join-request"] as const satisfies readonly DeskItem["kind"][];
const words: Record<DeskItem["kind"], string> = { proposal: "voorstel", answer: "antwoord", "join-request": "aanmelding" };

type Search = Record<string, string | undefined>;

/** Reads `?kern=…&soort=…&laat=ja`; what means nothing is passed over. */
export function filterIn({ kern = "", soort = "", laat = "" }: Search): DeskFilter {
  const kind = kinds.find((each) => words[each] === soort) ?? "";
  return { kern, kind, lateOnly: laat === "ja" };
}

export function searchOf({ kern, kind, lateOnly }: DeskFilter): Record<string, string> {
  return { kern, soort: kind === "" ? "" : words[kind], laat: lateOnly ? "ja" : "" };
}

export function filtered(items: readonly DeskItem[], { kern, kind, lateOnly }: DeskFilter): DeskItem[] {
  return items.filter(
    (item) => (kern === "" || item.kern === kern) && (kind === "" || item.kind === kind) && (!lateOnly || item.late),
  );
}

export const isFiltered = ({ kern, kind, lateOnly }: DeskFilter): boolean => kern !== "" || kind !== "" || lateOnly;

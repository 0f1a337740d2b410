/** The officer's desk: everything that waits for her, oldest first. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import type { JoinRequestView } from "../members/contract.ts";

export const viewDeskInput = z.object({ kern: kernId.optional() });

interface DeskItemCommon {
  kern: string;
  kernName: string;
  /** ISO 8601, UTC. */
  waitingSince: string;
  /** When it should be done (three working days for a join request, five for a proposal). */
  dueAt: string;
  late: boolean;
}

export type DeskItem =
  | (DeskItemCommon & { kind: "proposal"; proposal: string; title: string; authorName: string })
  | (DeskItemCommon & { kind: "join-request"; request: JoinRequestView });

export interface DeskView {
  items: DeskItem[];
  kernen: { kern: string; name: string; waiting: number }[];
  serverTime: string;
}

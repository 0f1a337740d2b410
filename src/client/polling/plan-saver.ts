/** Saving a poll in the making: one save after the other, each on top of what the one before left. */
import type { PollDraft } from "../../voting/contract.ts";
import { asProblem } from "../problem.ts";
import { pollingApi } from "./polling-api.ts";

export interface PlanSaver {
  /** Throws a Problem; "changed-meanwhile" when another device saved since. */
  save(content: Record<string, unknown>): Promise<PollDraft>;
  /** Once no save is under way: when the last one was; null when none was. */
  settled(): Promise<string | null>;
}

/** `savedAt`: of what the page began with; null for a new draft. */
export function planSaver({ draft, kern, savedAt }: { draft: string; kern: string; savedAt: string | null }): PlanSaver {
  const page = crypto.randomUUID();
  let last = savedAt;
  let underWay: Promise<unknown> = Promise.resolve();

  async function put(content: Record<string, unknown>): Promise<PollDraft> {
    const saved = await pollingApi.savePollDraft({ draft, kern, content: { ...content, page } }, last);
    last = saved.savedAt;
    return saved;
  }

  async function putOnNewest(content: Record<string, unknown>): Promise<PollDraft> {
    try {
      return await put(content);
    } catch (fault) {
      if (asProblem(fault).code !== "changed-meanwhile") throw fault;
      // The answer to an earlier save may have been lost on its way: what stands there is then this page's own.
      const there = (await pollingApi.pollDrafts(kern)).drafts.find((each) => each.draft === draft);
      if (there?.content["page"] !== page) throw fault;
      last = there.savedAt;
      return put(content);
    }
  }

  return {
    save(content) {
      const saving = underWay.then(() => putOnNewest(content));
      underWay = saving.catch(() => undefined);
      return saving;
    },
    async settled() {
      await underWay;
      return last;
    },
  };
}

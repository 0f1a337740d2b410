/** Buttons that show something. */
import { z } from "zod";
import { pollsAnswer, proposalsAnswer, weekAnswer } from "./answer-lists.ts";
import type { Deed } from "./deed.ts";

const aboutKern = z.looseObject({ kern: z.string().max(60).optional() });

export const showProposals: Deed = ({ means, asker }) => proposalsAnswer(means, asker);

export const showPolls: Deed = ({ means, asker }) => pollsAnswer(means, asker);

export const showKern: Deed = async ({ means, asker, data, receivedAt }) => {
  const asked = aboutKern.safeParse(data ?? {}).data;
  return asked ? weekAnswer(means, asker, asked.kern ?? null, receivedAt) : null;
};

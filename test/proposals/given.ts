/** Proposals in a given state, by the actions themselves. */
import { publishProposal, saveDraft, submitProposal } from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import type { TestDatabase } from "../support/database.ts";

export const text = "Een drijvende steiger bij de bocht in de Linge, waar iedereen uit Arkel leerde zwemmen.";

export interface ProposalWish {
  kern?: string;
  title?: string;
  body?: string;
}

export async function aDraft(database: TestDatabase, author: Actor, wish: ProposalWish = {}): Promise<string> {
  const { proposal } = await database.perform(saveDraft, author, {
    kern: wish.kern ?? "arkel",
    title: wish.title ?? "Zwemsteiger terug aan de Linge",
    body: wish.body ?? text,
  });
  return proposal;
}

export async function aSubmittedProposal(database: TestDatabase, author: Actor, wish: ProposalWish = {}): Promise<string> {
  const proposal = await aDraft(database, author, wish);
  await database.perform(submitProposal, author, { proposal });
  return proposal;
}

export async function aPublishedProposal(
  database: TestDatabase,
  author: Actor,
  officer: Actor,
  wish: ProposalWish = {},
): Promise<string> {
  const proposal = await aSubmittedProposal(database, author, wish);
  await database.perform(publishProposal, officer, { proposal });
  return proposal;
}

/** What an attempt was refused with: the code, or what it gave instead. */
export function refusal(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    (view) => ({ went: "well", view }),
    (error: unknown) => (error as { code?: string }).code ?? error,
  );
}

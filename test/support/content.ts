/** What stands on the square before a journey begins, made by the very actions people use. */
import type { z } from "zod";
import { askToJoin, confirmJoin, enrol } from "../../src/members/index.ts";
import { publishProposal, saveDraft, submitProposal } from "../../src/proposals/index.ts";
import { after, days } from "../../src/shared/time.ts";
import { type Actor, itself } from "../../src/shared/work.ts";
import type { planPollInput } from "../../src/voting/contract.ts";
import { closePoll, planPoll } from "../../src/voting/index.ts";
import type { App } from "../../src/wiring/app.ts";
import { provisionAll } from "../../src/wiring/provision.ts";
import { mailboxOf } from "./signing-in.ts";

export type Person = Actor & { person: string };

export const municipality = "molenlanden";

export interface Content {
  /** Makes somebody a member of a kern, at once and without any mail. */
  aResident(name: string, email: string, kern: string, home?: string): Promise<Person>;
  /** A proposal of this resident that stands on the square; gives its id. */
  aProposal(author: Person, title: string, body: string): Promise<string>;
  /** A proposal of this resident that waits for the officer; gives its id. */
  aSubmission(author: Person, title: string, body: string): Promise<string>;
  /** Somebody in Molenlanden who confirmed that she wants to take part, and waits for the officer. */
  aJoinRequest(kern: string, name: string, email: string): Promise<void>;
  /** An open poll in a kern (for, against, abstain, unless `plan` says otherwise); gives its id. */
  aPoll(kern: string, question: string, plan?: Partial<z.input<typeof planPollInput>>): Promise<string>;
  /** The officer of a kern, to act as. */
  officerOf(kern: string): Promise<Person>;
  /** Counts a poll as if its closing time had passed a minute ago. */
  closeNow(poll: string): Promise<void>;
  /** Makes the Teams team of one kern in the local Microsoft 365. */
  provision(kern: string): Promise<void>;
}

export function contentFor(app: App): Content {
  const { perform, workshop } = app;
  const { inMunicipality } = workshop;

  async function officerOf(kern: string): Promise<Person> {
    const { person } = await inMunicipality(municipality, (tx) =>
      tx
        .selectFrom("role_grant")
        .select("person_id as person")
        .where("role", "=", "officer")
        .where("kern_id", "=", kern)
        .executeTakeFirstOrThrow(),
    );
    return { municipality, person, roles: [{ role: "officer", kern }], channel: "cli", language: "nl" };
  }

  async function aSubmission(author: Person, title: string, body: string): Promise<string> {
    const draft = { kern: author.roles[0]?.kern, title, body, place: null, photo: null, photoAlt: "" };
    const { proposal } = await perform(saveDraft, author, draft);
    await perform(submitProposal, author, { proposal });
    return proposal;
  }

  return {
    async aResident(name, email, kern, home = municipality) {
      const since = after(new Date(), -days(30));
      const person = await inMunicipality(home, (tx) => enrol(tx, { kern, name, email, language: "nl", since }));
      return { municipality: home, person, roles: [{ role: "resident", kern }], channel: "cli", language: "nl" };
    },
    aSubmission,
    officerOf,
    async aProposal(author, title, body) {
      const proposal = await aSubmission(author, title, body);
      await perform(publishProposal, await officerOf(author.roles[0]?.kern ?? ""), { proposal });
      return proposal;
    },
    async aJoinRequest(kern, name, email) {
      const visitor: Actor = { municipality, person: null, roles: [], channel: "web", language: "nl" };
      await perform(askToJoin, visitor, { kern, name, email, consent: true });
      const { links } = await mailboxOf(app.web.publicOrigin).mail(email, "Bevestig dat u wilt meedoen");
      const token = new URL(links[0] ?? "").hash.slice(1).replace(`${municipality}.`, "");
      await perform(confirmJoin, visitor, { token });
    },
    async aPoll(kern, question, plan = {}) {
      const now = new Date();
      const { poll } = await perform(planPoll, await officerOf(kern), {
        kern,
        question,
        form: { kind: "for-against-abstain" },
        opensAt: now.toISOString(),
        closesAt: after(now, days(5)).toISOString(),
        ...plan,
      });
      return poll;
    },
    async closeNow(poll) {
      const { closesAt } = await inMunicipality(municipality, (tx) =>
        tx.selectFrom("poll").select("closes_at as closesAt").where("poll_id", "=", poll).executeTakeFirstOrThrow(),
      );
      await perform(closePoll, itself(municipality), { poll }, { receivedAt: after(closesAt, 60_000) });
    },
    async provision(kern) {
      const files = app.files.map((file) => ({ ...file, kernen: file.kernen.filter(({ slug }) => slug === kern) }));
      const { failures } = await provisionAll({ ...app, files, publicUrl: app.web.publicOrigin }, { municipality });
      if (failures.length > 0)
        throw new Error(`The team of ${kern} was not made: ${failures.map((one) => one.reason).join("; ")}`);
    },
  };
}

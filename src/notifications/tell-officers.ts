/** Tasks to officers as they come, and what waits in the morning. */
import type { MembersFact } from "../members/contract.ts";
import { joinRequestForMail, kernenOfOfficer, officersOf, personAccount, personContact } from "../members/index.ts";
import { deskItems } from "../moderation/index.ts";
import type { ProposalsFact } from "../proposals/contract.ts";
import { paths } from "../shared/links.ts";
import { after, days } from "../shared/time.ts";
import { localHour } from "../shared/working-days.ts";
import { type ChatDesk, deliveryOf, tellInChat } from "./chat-first.ts";
import { findQuietHours } from "./chat-store.ts";
import type { NotificationsFact } from "./contract.ts";
import { requestWaits } from "./letters/joining.ts";
import { tasksWait } from "./letters/tasks.ts";
import { mailEach, mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import { nextMorning } from "./quiet-hours.ts";
import { deliverOnce } from "./send-once.ts";
import { settleHeld } from "./store.ts";

const follow = following<MembersFact | ProposalsFact>();
const followMorning = following<NotificationsFact>();
type Morning = Extract<NotificationsFact, { fact: "officer-morning" }>;
type Taken = Extract<ProposalsFact, { fact: "proposal-taken" }>;

/** Eight o'clock on the day after the one that was promised ("2026-12-24"). */
function morningAfter(answerDue: string | null): Date | undefined {
  return answerDue === null ? undefined : localHour(after(new Date(`${answerDue}T00:00:00Z`), days(1)), 8);
}

export function tellOfficers(desk: ChatDesk): MailReaction[] {
  const deskPage = (municipality: string) => `${desk.publicUrl}${paths.desk(municipality)}`;
  return [
    follow("tell-officers-of-request", "join-request-waits", async ({ municipality, fact: { joinRequest, kern } }) => {
      const about = `join-request-waits ${joinRequest}`;
      const told = await tellInChat(desk, {
        municipality,
        kern,
        about,
        is: (item) => item.kind === "join-request" && item.request.joinRequest === joinRequest,
        mailFollows: true,
      });
      await mailEach(desk, municipality, about, async (tx) => {
        const request = await joinRequestForMail(tx, joinRequest);
        if (!request || request.decision !== null) return undefined;
        const { kernName, name: asker } = request;
        const url = deskPage(municipality);
        return {
          kern,
          mail: null,
          people: (await officersOf(tx, kern)).filter(({ person }) => !told.has(person)),
          letterFor: ({ language, name }) => requestWaits(language, { kernName, name, asker, url }),
        };
      });
    }),

    // No mail follows: officers without the bot find proposals at their desk, as ever.
    follow("tell-officers-of-proposal", "proposal-submitted", async ({ municipality, fact: { proposal, kern, turn } }) => {
      await tellInChat(desk, {
        municipality,
        kern,
        about: `proposal-waits ${proposal} ${turn}`,
        is: (item) => item.kind === "proposal" && item.proposal === proposal,
        mailFollows: false,
      });
    }),

    // Neither here: an answer is written at the desk, and the morning overview names it as long as it is owed.
    follow("tell-officers-of-answer", "proposal-answer-owed", async ({ municipality, fact: { proposal, kern } }) => {
      await tellInChat(desk, {
        municipality,
        kern,
        about: `answer-waits ${proposal}`,
        is: (item) => item.kind === "answer" && item.proposal === proposal,
        mailFollows: false,
      });
    }),

    {
      ...follow("tell-officers-of-promise", "proposal-taken", async ({ municipality, fact }) => {
        const { proposal, kern, answerDue } = fact;
        if (answerDue === null) return;
        await tellInChat(desk, {
          municipality,
          kern,
          about: `answer-waits ${proposal} ${answerDue}`,
          is: (item) => item.kind === "answer" && item.promised === answerDue && item.proposal === proposal,
          mailFollows: false,
        });
      }),
      due: (fact) => morningAfter((fact as Taken).answerDue),
      key: ({ municipality, fact }) => `promise ${municipality} ${(fact as Taken).proposal}`,
    },

    {
      ...followMorning("morning-overview", "officer-morning", ({ municipality, fact }) => morning(desk, municipality, fact)),
      due: (fact) => new Date((fact as Morning).at),
      key: ({ municipality, fact }) => `morning ${municipality} ${(fact as Morning).person}`,
    },
  ];
}

/** As long as something waits the next morning is set; in the chat, else by mail. */
async function morning(desk: ChatDesk, municipality: string, { person, at }: Morning): Promise<void> {
  const { chat, inMunicipality } = desk;
  const found = await inMunicipality(municipality, async (tx) => {
    const kernen = await kernenOfOfficer(tx, person);
    const items = await deskItems(tx, kernen, desk.clock());
    if (items.length === 0) {
      await settleHeld(tx, person, null, desk.clock());
      return undefined;
    }
    const next = nextMorning(await findQuietHours(tx, person), new Date(at));
    const again: Morning = { fact: "officer-morning", person, at: next.toISOString() };
    await desk.queueReactions(tx, municipality, [again]);
    const oid = (await personAccount(tx, person))?.entraOid ?? null;
    const language = (await personContact(tx, person))?.language ?? "nl";
    return { items, language, oid: oid !== null && (await chat.reaches(tx, municipality, oid)) ? oid : null };
  });
  if (!found) return;
  const settle = (channel: "chat" | "mail") =>
    inMunicipality(municipality, (tx) => settleHeld(tx, person, channel, desk.clock()));
  const { items, oid, language } = found;
  const key = `tasks-wait ${at} ${person}`;
  if (oid !== null) {
    const message = { key: `chat ${key}`, channel: "chat" as const, about: null, kern: null, person };
    const state = await deliverOnce(desk, municipality, message, async () =>
      deliveryOf(await chat.tellTasks({ municipality, oid, language }, items)),
    );
    if (state === "sent") return settle("chat");
  }
  await mailOnce(desk, municipality, key, async (tx) => {
    const to = await personContact(tx, person);
    if (!to) return undefined;
    const { name, email } = to;
    const late = items.filter((item) => item.late).length;
    const url = `${desk.publicUrl}${paths.desk(municipality)}`;
    return { to: { name, email, language }, kern: null, letter: tasksWait(language, { name, count: items.length, late, url }) };
  });
  await settle("mail");
}

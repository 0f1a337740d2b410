/** Everything Kernplein can show a person about herself, as one file: what she wrote in full, and whether she voted, never what. */
import type { MeView } from "../../members/contract.ts";
import { api } from "../api.ts";
import { meetingsApi } from "../meetings/meetings-api.ts";
import { standingIn } from "./own-standing.ts";
import { peopleApi } from "./people-api.ts";

/** A page of proposals is as long as the server gives. */
const pageSize = 50;

async function ownProposals() {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.proposals({ show: "mine", limit: pageSize, ...(cursor ? { cursor } : {}) });
    ids.push(...page.proposals.map(({ proposal }) => proposal));
    cursor = page.next ?? undefined;
  } while (cursor);
  const whole = [];
  for (const id of ids) {
    const { proposal, kern, title, body, state, place, publishedAt, changedAt, supportCount, history } = await api.proposal(id);
    whole.push({ proposal, kern, title, body, state, place, publishedAt, changedAt, supportCount, history });
  }
  return whole;
}

/** Asks for all of it anew; throws a Problem when something does not come, so that no half file is ever saved. */
export async function gatherOwnData(me: MeView): Promise<object> {
  const { address } = await peopleApi.address();
  const { comments, supports } = await peopleApi.ownWords();
  const { mails } = await peopleApi.mailSettings();
  const { polls, serverTime } = await api.polls();
  const { upcoming, past } = await meetingsApi.mine();
  const { name, email, language, municipality, kernen, roles, webOnly } = me;
  return {
    madeAt: serverTime,
    person: { name, email, language, municipality, webOnly, address },
    kernen: kernen.map(({ kern }) => kern),
    roles,
    proposals: await ownProposals(),
    comments,
    supports,
    meetings: [...upcoming, ...past].map(({ meeting, kern, title, startsAt, mine }) => ({
      meeting,
      kern,
      title,
      startsAt,
      mine,
    })),
    mails,
    rolls: polls
      .filter(({ onRoll }) => onRoll)
      .map((poll) => ({
        poll: poll.poll,
        kern: poll.kern,
        question: poll.question,
        closesAt: poll.closesAt,
        voted: standingIn(poll),
      })),
  };
}

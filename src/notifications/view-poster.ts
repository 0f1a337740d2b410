import { contactOf, kernOf, municipalityOf } from "../kernen/index.ts";
import { meetingForCard } from "../meetings/index.ts";
import { proposalForCard } from "../proposals/index.ts";
import { paths } from "../shared/links.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Tx } from "../shared/work.ts";
import { pollForMail } from "../voting/index.ts";
import { type PosterView, viewPosterInput } from "./contract.ts";
import { aboutKern, aboutMeeting, aboutPoll, aboutProposal, type KernOnPoster } from "./poster-words.ts";

interface Asked {
  kern?: string | undefined;
  proposal?: string | undefined;
  poll?: string | undefined;
  meeting?: string | undefined;
}

/**
 * What stands on the poster of a kern, a published proposal, a poll or a meeting to come: no more than who is signed in may read anyway, and no names of
 * residents. Refuses visitors, and what is not on the square ("not-found").
 */
export const viewPoster = action({
  name: "notifications.view-poster",
  kind: "view",
  input: viewPosterInput,
  async run({ tx, actor, now }, { size, ...asked }): Promise<PosterView> {
    if (actor.person === null && actor.channel !== "cli") throw new Refused("not-signed-in");
    const { name: municipalityName, municipality } = await municipalityOf(tx);
    const found = await findAbout(tx, asked, now);
    const kern = found && (await kernOf(tx, found.kern));
    if (!kern) throw new Refused("not-found");
    return {
      size,
      municipalityName,
      kernName: kern.name,
      accent: kern.accent,
      silhouette: kern.silhouette,
      ...found.words({ municipality, kern: kern.kern, kernName: kern.name }),
      shortPath: paths.kern(municipality, kern.kern),
      contact: await contactOf(tx, kern.kern),
    };
  },
});

interface Found {
  kern: string;
  words(at: KernOnPoster): ReturnType<typeof aboutKern>;
}

async function findAbout(tx: Tx, asked: Asked, now: Date): Promise<Found | undefined> {
  if (asked.kern !== undefined) return { kern: asked.kern, words: aboutKern };
  if (asked.proposal !== undefined) {
    const proposal = await proposalForCard(tx, asked.proposal);
    return proposal?.state === "published" ? { kern: proposal.kern, words: (at) => aboutProposal(at, proposal) } : undefined;
  }
  if (asked.meeting !== undefined) {
    const meeting = await meetingForCard(tx, asked.meeting, now);
    return meeting?.state === "planned" ? { kern: meeting.kern, words: (at) => aboutMeeting(at, meeting) } : undefined;
  }
  const poll = asked.poll === undefined ? undefined : await pollForMail(tx, asked.poll);
  return poll && { kern: poll.kern, words: (at) => aboutPoll(at, { ...poll, closed: now >= poll.closesAt }) };
}

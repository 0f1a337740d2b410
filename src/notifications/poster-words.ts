/** The words of a poster: readable from two metres, in Dutch, with an English line for who is new in the village. */
import { paths } from "../shared/links.ts";
import { dateTimeInWords, spanInWords } from "../shared/time.ts";
import type { Bilingual, PosterView } from "./contract.ts";

type About = Pick<PosterView, "kind" | "title" | "ask" | "path" | "find">;

export interface KernOnPoster {
  municipality: string;
  kern: string;
  kernName: string;
}

const both = (nl: string, en: string): Bilingual => ({ nl, en });

export function aboutKern({ municipality, kern, kernName }: KernOnPoster): About {
  return {
    kind: both("Het plein van uw dorp, op internet", "Your village square, online"),
    title: `Praat en beslis mee in ${kernName}`,
    ask: both(
      "Doe een voorstel. Steun dat van een ander. Stem mee. U hebt alleen een e-mailadres nodig.",
      "Make a proposal, support one, vote. All you need is an e-mail address.",
    ),
    path: paths.kern(municipality, kern),
    find: null,
  };
}

export function aboutProposal({ municipality }: KernOnPoster, proposal: { proposal: string; title: string }): About {
  return {
    kind: both("Een voorstel uit het dorp", "A proposal from the village"),
    title: proposal.title,
    ask: both("Wat vindt u? Steun het, of zeg het als u het anders ziet.", "What do you think? Support it, or say why not."),
    path: paths.proposal(municipality, proposal.proposal),
    find: both("Kies daar: Voorstellen", "Choose: Voorstellen"),
  };
}

/** `closed`: the poster then leads to the result. */
export function aboutPoll(
  { municipality }: KernOnPoster,
  poll: { poll: string; question: string; closesAt: Date; closed: boolean },
): About {
  const until = (language: "nl" | "en") => dateTimeInWords(poll.closesAt, language);
  return {
    kind: poll.closed ? both("De uitslag van de stemming", "The result of the vote") : both("Stemming", "Vote"),
    title: poll.question,
    ask: poll.closed
      ? both("De stemming is gesloten. Bekijk wat er uitkwam.", "The vote has closed. See the result.")
      : both(`Stem mee tot en met ${until("nl")} uur.`, `Vote until ${until("en")}.`),
    path: paths.poll(municipality, poll.poll),
    find: both("Kies daar: Stemmen", "Choose: Stemmen"),
  };
}

/** Of a meeting that is still to come: when and where, readable from two metres. */
export function aboutMeeting(
  { municipality }: KernOnPoster,
  meeting: { meeting: string; title: string; startsAt: Date; endsAt: Date; hall: string; address: string },
): About {
  const place = placeOf(meeting);
  const when = (language: "nl" | "en") => spanInWords(meeting.startsAt, meeting.endsAt, language);
  return {
    kind: both("Bijeenkomst", "Meeting"),
    title: meeting.title,
    ask: both(
      place === "" ? `${when("nl")}, op internet. Komt u ook?` : `${when("nl")}. ${place}. Komt u ook?`,
      place === "" ? `${when("en")}, online. Will you come?` : `${when("en")}. Will you come?`,
    ),
    path: paths.meeting(municipality, meeting.meeting),
    find: both("Kies daar: Agenda", "Choose: Agenda"),
  };
}

/** In signs: what stands above the code in three lines, with the day and the hours. */
const longestPlace = 90;

/** Hall and address; of long ones the hall alone, as far as it fits. Empty for a meeting that is only online. */
function placeOf({ hall, address }: { hall: string; address: string }): string {
  const whole = [hall, address].filter((part) => part !== "").join(", ");
  const signs = Array.from(whole.length <= longestPlace ? whole : hall || address);
  return signs.length <= longestPlace
    ? signs.join("")
    : `${signs
        .slice(0, longestPlace - 1)
        .join("")
        .trimEnd()}…`;
}

/** The card of a meeting, and the list of those to come. Never who comes: only how many. */
import type { Attendance } from "../../../meetings/contract.ts";
import type { MeetingForCard } from "../../../notifications/square.ts";
import { spanInWords } from "../../../shared/time.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { type Action, band, card, type Element, heading, literal, open, press, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import type { ListOptions } from "./list-cards.ts";
import { doorWords } from "./words-doors.ts";
import { englishOfMeeting, meetingWords } from "./words-meetings.ts";

export interface MeetingCardOptions {
  language: Language;
  links: Links;
  /** For a card that a whole channel reads in Dutch: with a line in English. */
  withEnglish?: boolean;
  /** What the one who pressed answered; only she reads it. */
  answered?: { mine: Attendance; placeInLine: number | null };
}

export function meetingCard(meeting: MeetingForCard, { language, links, withEnglish, answered }: MeetingCardOptions): Card {
  const own = meetingWords[language];
  const { state } = meeting;
  const kind = state === "planned" ? own.meeting : own[state];
  const when = spanInWords(meeting.startsAt, meeting.endsAt, language);
  return card(
    language,
    `${meeting.kernName}, ${kind}: ${meeting.title}. ${when}`,
    [
      band(`${literal(meeting.kernName, 80)} · ${kind}`),
      ...(answered ? sayAnswer(answered, language) : []),
      ...(state === "cancelled" ? whyCancelled(meeting, language) : []),
      ...(state === "held" ? [say(own.isHeld, { weight: "Bolder" })] : []),
      wrote(meeting.title, 140, { size: "Large", weight: "Bolder" }),
      say(when, { weight: "Bolder" }),
      // Of one that is off only what it was, so that nobody goes there.
      ...(state === "cancelled" ? [] : whatItIs(meeting, language)),
      ...(withEnglish ? [say(inEnglish(meeting), { size: "Small", isSubtle: true })] : []),
    ],
    actionsOf(meeting, answered?.mine ?? null, { language, links }),
  );
}

function sayAnswer({ mine, placeInLine }: { mine: Attendance; placeInLine: number | null }, language: Language): Element[] {
  const own = meetingWords[language];
  const said = { coming: own.youCome, waiting: own.youWait(placeInLine), "not-coming": own.youDoNotCome }[mine];
  const after = mine === "waiting" ? own.waitMeans : own.changedYourMind;
  return [say(`✓ ${said}`, { weight: "Bolder" }), say(after, { spacing: "Small", size: "Small", isSubtle: true })];
}

/** On top, before anything that still sounds like an invitation. */
function whyCancelled({ cancelReason }: MeetingForCard, language: Language): Element[] {
  return [
    say(meetingWords[language].isCancelled, { weight: "Bolder", color: "Attention", size: "Large" }),
    ...(cancelReason === null ? [] : [wrote(cancelReason, 500)]),
  ];
}

function whatItIs(meeting: MeetingForCard, language: Language): Element[] {
  return [
    ...where(meeting, language),
    ...(meeting.excerpt === "" ? [] : [wrote(meeting.excerpt, 220)]),
    say(howMany(meeting, language), { weight: "Bolder" }),
    ...(meeting.state === "planned" && meeting.begun ? [say(meetingWords[language].begun, { spacing: "Small" })] : []),
  ];
}

/** The address itself to take part online is for who is signed in: it stands on the page. */
function where({ hall, address, hasOnline }: MeetingForCard, language: Language): Element[] {
  const own = meetingWords[language];
  const place = [hall, address].filter((part) => part !== "").join(", ");
  return [
    ...(place === "" ? [] : [wrote(place, 240, { spacing: "Small" })]),
    ...(hasOnline ? [say(place === "" ? own.onlineOnly : own.online, { spacing: "Small", isSubtle: true })] : []),
  ];
}

/** "12 mensen komen · nog 8 plaatsen" */
export function howMany({ state, begun, capacity, coming, waiting }: MeetingForCard, language: Language): string {
  const own = meetingWords[language];
  if (state === "held") return own.cameAs(coming);
  if (begun) return own.coming(coming);
  const left = capacity === null ? null : capacity - coming;
  return [
    own.coming(coming),
    ...(left === null ? [] : [left > 0 ? own.placesLeft(left) : own.full]),
    ...(waiting > 0 ? [own.waiting(waiting)] : []),
  ].join(" · ");
}

function canAnswer({ state, begun }: MeetingForCard): boolean {
  return state === "planned" && !begun;
}

function isFull({ capacity, coming, waiting }: MeetingForCard): boolean {
  return capacity !== null && (coming >= capacity || waiting > 0);
}

function inEnglish(meeting: MeetingForCard): string {
  const { state, startsAt } = meeting;
  if (state !== "planned") return englishOfMeeting[state];
  if (meeting.begun) return englishOfMeeting.begun;
  return isFull(meeting) ? englishOfMeeting.full(startsAt) : englishOfMeeting.meeting(startsAt);
}

/** In the channel both answers; who has answered sees the other one alone. */
function actionsOf(
  meeting: MeetingForCard,
  mine: Attendance | null,
  { language, links }: Pick<MeetingCardOptions, "language" | "links">,
): Action[] {
  const own = meetingWords[language];
  const page = links.meeting(meeting.meeting);
  if (meeting.hasMinutes) return [open(own.readMinutes, page)];
  if (!canAnswer(meeting)) return [open(own.look, page)];
  const answer = (title: string, given: "coming" | "not-coming") =>
    press(title, "answer-meeting", { meeting: meeting.meeting, answer: given }, page);
  const comes = mine === "coming" || mine === "waiting";
  return [
    ...(comes ? [] : [{ ...answer(isFull(meeting) ? own.wait : own.iCome, "coming"), style: "positive" as const }]),
    ...(mine === "not-coming" ? [] : [answer(own.iDoNotCome, "not-coming")]),
    open(own.look, page),
  ];
}

const mostListed = 7;

/** Meetings to come, in the order given, at most seven: a card holds 25 KB. */
export function meetingsCard(meetings: readonly MeetingForCard[], { language, links, about, sought = "" }: ListOptions): Card {
  const own = meetingWords[language];
  const name = literal(about.name, 80);
  const looked = literal(sought, 60);
  const title = sought === "" ? own.meetingsIn(name) : own.meetingsAbout(looked);
  const empty = sought === "" ? own.none(name) : doorWords[language].nothingFound(looked);
  const shown = meetings.slice(0, mostListed);
  const small = { size: "Small", spacing: "Small" } as const;
  return card(
    language,
    shown.length === 0 ? empty : `${title}: ${shown.map((one) => one.title).join("; ")}`,
    [
      sought === "" ? heading(title) : wrote(title, 160, { size: "Large", weight: "Bolder" }),
      ...(shown.length === 0 ? [wrote(empty, 160)] : []),
      ...shown.map((meeting) => {
        const place = meeting.hall || meeting.address;
        return tile(links.meeting(meeting.meeting), meeting.title, [
          wrote(meeting.title, 140, { weight: "Bolder", color: "Accent" }),
          say(spanInWords(meeting.startsAt, meeting.endsAt, language), small),
          ...(place === "" ? [] : [wrote(place, 140, { ...small, isSubtle: true })]),
          meeting.state === "cancelled"
            ? say(own.isCancelled, { ...small, color: "Attention" })
            : say([...(about.kern === null ? [literal(meeting.kernName, 80)] : []), howMany(meeting, language)].join(" · "), {
                ...small,
                isSubtle: true,
              }),
        ]);
      }),
    ],
    about.kern === null ? [] : [open(own.agenda, links.agenda(about.kern))],
  );
}

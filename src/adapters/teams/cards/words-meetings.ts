/** What cards say of meetings, in plain Dutch with English beside it. */
import { dateTimeInWords } from "../../../shared/time.ts";
import type { Language } from "../../../shared/work.ts";

const dutch = {
  meeting: "bijeenkomst",
  cancelled: "bijeenkomst gaat niet door",
  held: "bijeenkomst, geweest",
  isCancelled: "Deze bijeenkomst gaat niet door.",
  begun: "Aanmelden kan niet meer.",
  isHeld: "Deze bijeenkomst is geweest.",
  coming: (count: number) => (count === 0 ? "Nog niemand komt" : count === 1 ? "1 persoon komt" : `${count} mensen komen`),
  cameAs: (count: number) => (count === 1 ? "1 persoon zou komen" : `${count} mensen zouden komen`),
  placesLeft: (count: number) => (count === 1 ? "nog 1 plaats" : `nog ${count} plaatsen`),
  full: "vol",
  waiting: (count: number) => (count === 1 ? "1 persoon wacht op een plaats" : `${count} mensen wachten op een plaats`),
  online: "Meedoen kan ook thuis, via internet.",
  onlineOnly: "Deze bijeenkomst is op internet.",
  iCome: "Ik kom",
  iDoNotCome: "Ik kom niet",
  wait: "Zet mij op de wachtlijst",
  look: "Bekijken",
  readMinutes: "Lees het verslag",
  youCome: "U komt. Tot dan!",
  youWait: (place: number | null) =>
    place === null ? "U staat op de wachtlijst." : `Het is vol. U staat op de wachtlijst, op plaats ${place}.`,
  waitMeans: "Komt er een plaats vrij, dan krijgt u een mail.",
  youDoNotCome: "U komt niet. Dank u wel dat u het zegt.",
  changedYourMind: "Wordt het toch anders? Druk dan hieronder.",
  gone: "Deze bijeenkomst staat niet meer op het kernplein.",
  meetingsIn: (kern: string) => `Bijeenkomsten in ${kern}`,
  meetingsAbout: (words: string) => `Bijeenkomsten over “${words}”`,
  none: (kern: string) => `Er is nu geen bijeenkomst gepland in ${kern}.`,
  agenda: "Hele agenda",
  english: {
    meeting: (startsAt: Date) =>
      `Meeting on ${dateTimeInWords(startsAt, "en")}. Press “Ik kom” if you come, “Ik kom niet” if not.`,
    full: (startsAt: Date) =>
      `Meeting on ${dateTimeInWords(startsAt, "en")}. It is full; “Zet mij op de wachtlijst” puts you on the waiting list.`,
    cancelled: "This meeting is cancelled.",
    begun: "It is too late to answer.",
    held: "This meeting is over.",
  },
};

type Words = Omit<typeof dutch, "english">;

const english: Words = {
  meeting: "meeting",
  cancelled: "meeting cancelled",
  held: "meeting, over",
  isCancelled: "This meeting is cancelled.",
  begun: "It is too late to answer.",
  isHeld: "This meeting is over.",
  coming: (count) => (count === 0 ? "Nobody comes yet" : count === 1 ? "1 person comes" : `${count} people come`),
  cameAs: (count) => (count === 1 ? "1 person meant to come" : `${count} people meant to come`),
  placesLeft: (count) => (count === 1 ? "1 place left" : `${count} places left`),
  full: "full",
  waiting: (count) => (count === 1 ? "1 person waits for a place" : `${count} people wait for a place`),
  online: "You can also take part from home, online.",
  onlineOnly: "This meeting is online.",
  iCome: "I come",
  iDoNotCome: "I do not come",
  wait: "Put me on the waiting list",
  look: "Have a look",
  readMinutes: "Read the minutes",
  youCome: "You come. See you there!",
  youWait: (place) =>
    place === null ? "You are on the waiting list." : `It is full. You are on the waiting list, at place ${place}.`,
  waitMeans: "When a place frees, you get a mail.",
  youDoNotCome: "You do not come. Thank you for telling.",
  changedYourMind: "Did you change your mind? Then press below.",
  gone: "This meeting is no longer on the village square.",
  meetingsIn: (kern) => `Meetings in ${kern}`,
  meetingsAbout: (words) => `Meetings about “${words}”`,
  none: (kern) => `There is no meeting planned in ${kern} now.`,
  agenda: "Whole calendar",
};

export const meetingWords: Record<Language, Words> = { nl: dutch, en: english };

/** The English line under a Dutch card that everybody in the channel sees. */
export const englishOfMeeting = dutch.english;

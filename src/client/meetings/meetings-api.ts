/** The addresses of /v1 about meetings, and the names under which their answers are kept. */
import type {
  AnswerToInvitation,
  ComingView,
  InvitationAnswer,
  LedMeetingsView,
  LedShow,
  MeetingsView,
  MeetingView,
  MyMeetingsView,
} from "../../meetings/contract.ts";
import { call } from "../call.ts";
import type { MeetingForm } from "./meeting-form.ts";

const part = encodeURIComponent;
const at = (meeting: string, noun = "") => `bijeenkomsten/${part(meeting)}${noun && `/${noun}`}`;

export type When = "upcoming" | "past";

export interface MeetingsFilter {
  kern: string;
  when: When;
  limit: number;
}

export interface LedFilter {
  /** "" for all kernen of the officer. */
  kern: string;
  show: LedShow;
}

export const meetingsApi = {
  list: ({ kern, ...filter }: MeetingsFilter, cursor = "") =>
    call<MeetingsView>("GET", `kernen/${part(kern)}/bijeenkomsten`, { query: { ...filter, cursor } }),
  /** What is coming about one proposal. */
  about: (proposal: string) => call<MeetingsView>("GET", "bijeenkomsten", { query: { proposal, limit: 5 } }),
  one: (meeting: string) => call<MeetingView>("GET", at(meeting)),
  /** For officers: what they lead. */
  led: (filter: LedFilter, cursor = "") => call<LedMeetingsView>("GET", "taken/bijeenkomsten", { query: { ...filter, cursor } }),
  mine: () => call<MyMeetingsView>("GET", "personen/ik/bijeenkomsten"),
  answer: (meeting: string, answer: InvitationAnswer) =>
    call<AnswerToInvitation>("PUT", at(meeting, "aanmeldingen/ik"), { body: { answer }, timeout: 10_000 }),

  /** `meeting`: an id the device made, so that a plan that is sent again makes one meeting. */
  plan: (kern: string, meeting: string, form: MeetingForm) =>
    call<MeetingView>("POST", `kernen/${part(kern)}/bijeenkomsten`, { body: { meeting, ...form } }),
  change: (meeting: string, version: number, form: MeetingForm) =>
    call<MeetingView>("PUT", at(meeting), { body: { version, ...form } }),
  cancel: (meeting: string, reason: string) => call<MeetingView>("POST", at(meeting, "afzeggingen"), { body: { reason } }),
  coming: (meeting: string) => call<ComingView>("GET", at(meeting, "aanmeldingen")),
  addGuest: (meeting: string, attendee: string, name: string) =>
    call<ComingView>("POST", at(meeting, "aanmeldingen"), { body: { attendee, name } }),
  removeGuest: (meeting: string, attendee: string) => call<ComingView>("DELETE", at(meeting, `aanmeldingen/${part(attendee)}`)),
  writeMinutes: (meeting: string, text: string, attended: number | null) =>
    call<MeetingView>("PUT", at(meeting, "verslag"), { body: { text, attended } }),
};

export const meetingKeys = {
  all: ["meetings"] as const,
  list: (filter: MeetingsFilter) => ["meetings", "list", filter] as const,
  led: (filter: LedFilter) => ["meetings", "led", filter] as const,
  about: (proposal: string) => ["meetings", "about", proposal] as const,
  one: (meeting: string) => ["meetings", "one", meeting] as const,
  /** As it was when somebody began to change it: asked once, never again while that page is open. */
  edited: (meeting: string) => ["meetings", "one", meeting, "edit"] as const,
  mine: ["meetings", "mine"] as const,
  coming: (meeting: string) => ["meetings", "coming", meeting] as const,
};

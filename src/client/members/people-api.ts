/** The addresses of /v1 behind the pages about people: the officer's list, invitations, and one's own address. */
import type {
  AddressView,
  EmailChangedView,
  InvitationMade,
  InvitationRenewedView,
  InvitationsMade,
  InvitationsPreview,
  JoinAskedView,
  MembershipView,
  PeopleView,
  PersonBlockedView,
} from "../../members/contract.ts";
import type { MailSettingsView, MailSettingView } from "../../notifications/contract.ts";
import type { OwnWordsView } from "../../proposals/contract.ts";
import { call } from "../call.ts";

const part = encodeURIComponent;

export interface PeopleFilter {
  kern?: string;
  state?: string;
  q?: string;
  cursor?: string;
}

export interface InviteForm {
  kern: string;
  name: string;
  email: string;
  language: "nl" | "en";
  consent: string;
}

/** A list of 2,000 takes a moment. */
const listTimeout = 120_000;
const personPath = (kern: string, person: string) => `kernen/${part(kern)}/mensen/${part(person)}`;

export const peopleApi = {
  people: (filter: PeopleFilter) => call<PeopleView>("GET", "mensen", { query: { ...filter } }),
  invite: ({ kern, ...form }: InviteForm) => call<InvitationMade>("POST", `kernen/${part(kern)}/uitnodigingen`, { body: form }),
  preview: (kern: string, file: string) =>
    call<InvitationsPreview>("POST", `kernen/${part(kern)}/uitnodigingslijsten/controles`, {
      body: { file },
      timeout: listTimeout,
    }),
  inviteMany: (kern: string, file: string) =>
    call<InvitationsMade>("POST", `kernen/${part(kern)}/uitnodigingslijsten`, { body: { file }, timeout: listTimeout }),
  block: (person: string, block: { kern: string; reason: string; until: string | null }) =>
    call<PersonBlockedView>("POST", `mensen/${part(person)}/blokkades`, { body: block }),
  unblock: (kern: string, person: string) => call<PersonBlockedView>("DELETE", `${personPath(kern, person)}/blokkades`),
  end: (kern: string, person: string) => call<MembershipView>("DELETE", personPath(kern, person)),
  restore: (kern: string, person: string) => call<MembershipView>("PUT", personPath(kern, person)),

  address: () => call<AddressView>("GET", "personen/ik/adressen"),
  mailSettings: () => call<MailSettingsView>("GET", "personen/ik/mailinstellingen"),
  changeMailSetting: ({ mail, wanted }: MailSettingView) =>
    call<MailSettingView>("PUT", `personen/ik/mailinstellingen/${part(mail)}`, { body: { wanted } }),
  stopMails: (token: string) => call<MailSettingView>("POST", "mailafmeldingen", { body: { token } }),
  ownWords: () => call<OwnWordsView>("GET", "personen/ik/reacties"),
  askEmailChange: (email: string) => call<JoinAskedView>("POST", "adreswijzigingen", { body: { email } }),
  confirmEmailChange: (token: string) => call<EmailChangedView>("POST", "adresbevestigingen", { body: { token } }),
  renewInvitation: (kern: string) => call<InvitationRenewedView>("POST", `lidmaatschappen/${part(kern)}/uitnodigingen`),
  move: (from: string, to: string) => call<MembershipView>("POST", "verhuizingen", { body: { from, to } }),
};

export const peopleKeys = {
  mailSettings: ["mail-settings"] as const,
  all: ["people"] as const,
  /** With the proposals, because what changes them changes this. */
  ownWords: ["proposals", "own-words"] as const,
  list: (filter: PeopleFilter) => ["people", filter] as const,
};

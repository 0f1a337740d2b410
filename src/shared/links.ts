/** Addresses of pages, the same on the server (mails, cards) and in the client. Paths only: put the public address before them. */

const part = encodeURIComponent;

/** The beginning of a proposal, as it was typed in a chat. */
export interface BegunText {
  title: string;
  body: string;
}

export const noText: BegunText = { title: "", body: "" };

function begunFragment({ title, body }: BegunText): string {
  const given = Object.entries({ titel: title, tekst: body }).filter(([, text]) => text !== "");
  return given.length > 0 ? `#${new URLSearchParams(given)}` : "";
}

/** Reads it back out of "#titel=…&tekst=…"; null when the fragment holds no text. At most as long as the form takes. */
export function readBegunText(fragment: string): BegunText | null {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const title = (given.get("titel") ?? "").slice(0, 140);
  const body = (given.get("tekst") ?? "").slice(0, 4000);
  return title.trim() === "" && body.trim() === "" ? null : { title, body };
}

export const paths = {
  home: () => "/",
  join: (municipality?: string, kern?: string) =>
    municipality && kern ? `/meedoen?gemeente=${part(municipality)}&kern=${part(kern)}` : "/meedoen",
  confirmJoin: (token: string) => `/meedoen/bevestigen#${token}`,
  confirmEmailChange: (token: string) => `/meedoen/adres#${token}`,
  signIn: () => "/aanmelden",
  /** The municipality's own sign-in, and where to go after it. */
  signInWithMicrosoft: (municipality: string, back: string) =>
    `/aanmelden/microsoft?${new URLSearchParams({ gemeente: municipality, terug: back })}`,
  /** The token stands in the fragment: it never reaches a server log (NL API rule /core/transport/no-sensitive-uris). */
  openSession: (token: string) => `/aanmelden/link#${token}`,
  kern: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}`,
  proposals: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}/voorstellen`,
  /** The form; what somebody has begun to say elsewhere stands in the fragment, which reaches no server log. */
  newProposal: (municipality: string, kern: string, begun: BegunText = noText) =>
    `/${part(municipality)}/${part(kern)}/voorstellen/nieuw${begunFragment(begun)}`,
  polls: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}/stemmingen`,
  /** The meetings of a kern. */
  meetings: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}/agenda`,
  pastMeetings: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}/agenda/geweest`,
  newMeeting: (municipality: string, kern: string) => `/${part(municipality)}/${part(kern)}/agenda/nieuw`,
  meeting: (municipality: string, meeting: string) => `/${part(municipality)}/bijeenkomst/${part(meeting)}`,
  changeMeeting: (municipality: string, meeting: string) => `/${part(municipality)}/bijeenkomst/${part(meeting)}/wijzigen`,
  /** Who comes, for officers: to read and to print. */
  whoComes: (municipality: string, meeting: string) => `/${part(municipality)}/bijeenkomst/${part(meeting)}/wie-komt`,
  writeMinutes: (municipality: string, meeting: string) => `/${part(municipality)}/bijeenkomst/${part(meeting)}/verslag`,
  /** One meeting for somebody's own calendar (iCalendar); names no person. */
  meetingCalendar: (municipality: string, meeting: string) =>
    `/v1/bijeenkomsten/${part(meeting)}/agenda?gemeente=${part(municipality)}`,
  /** All meetings of a kern, to follow in somebody's own calendar. */
  kernCalendar: (municipality: string, kern: string) => `/v1/kernen/${part(kern)}/agenda?gemeente=${part(municipality)}`,
  proposal: (municipality: string, proposal: string) => `/${part(municipality)}/voorstel/${part(proposal)}`,
  editProposal: (municipality: string, proposal: string) => `/${part(municipality)}/voorstel/${part(proposal)}/bewerken`,
  poll: (municipality: string, poll: string) => `/${part(municipality)}/stemming/${part(poll)}`,
  booth: (municipality: string, poll: string) => `/${part(municipality)}/stemming/${part(poll)}/stemhokje`,
  /** Voting with the code of a letter, without an account. */
  letterCode: (municipality: string, poll: string) => `/${part(municipality)}/stemming/${part(poll)}/stemcode`,
  /** The big screen of a meeting hall; anybody may look. */
  hall: (municipality: string, poll: string) => `/${part(municipality)}/stemming/${part(poll)}/zaal`,
  /** Checking a poll from its public export; without a poll with a file of one's own. */
  verify: (municipality?: string, poll?: string) =>
    municipality && poll ? `/${part(municipality)}/stemming/${part(poll)}/natellen` : "/natellen",
  newPoll: (municipality: string, kern: string, proposal?: string) =>
    `/${part(municipality)}/werkplek/nieuwe-stemming?kern=${part(kern)}${proposal ? `&voorstel=${part(proposal)}` : ""}`,
  startPoll: (municipality: string) => `/${part(municipality)}/werkplek/nieuwe-stemming`,
  /** The wizard, going on with a draft. */
  pollDraft: (municipality: string, draft: string) => `/${part(municipality)}/werkplek/nieuwe-stemming?concept=${part(draft)}`,
  /** The wizard, with a planned poll that is to be changed. */
  changePoll: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/nieuwe-stemming?stemming=${part(poll)}`,
  /** The officer's pages about one poll. */
  deskPoll: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}`,
  deskRoll: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/kiezers`,
  deskLetters: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/stembrieven`,
  deskPaper: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/papier`,
  deskMinutes: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/verslag`,
  /** Ballots for the printer. */
  paperBallots: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/stembiljetten`,
  /** Voting for somebody who sits beside the helper; who that is stands in no address. */
  helpBooth: (municipality: string, poll: string) => `/${part(municipality)}/werkplek/stemming/${part(poll)}/samen`,
  desk: (municipality: string) => `/${part(municipality)}/werkplek`,
  /** The meetings of all an officer's kernen. */
  ledMeetings: (municipality: string) => `/${part(municipality)}/werkplek/bijeenkomsten`,
  people: (municipality: string) => `/${part(municipality)}/werkplek/mensen`,
  invitePeople: (municipality: string) => `/${part(municipality)}/werkplek/uitnodigen`,
  /** Whom the messages of an officer's kernen reached; with a kern and a message that one. */
  reach: (municipality: string, kern?: string, message?: string) =>
    kern && message
      ? `/${part(municipality)}/werkplek/bereik/${part(kern)}/${part(message)}`
      : `/${part(municipality)}/werkplek/bereik`,
  /** A year in an officer's kernen. */
  insight: (municipality: string) => `/${part(municipality)}/werkplek/inzicht`,
  overview: (municipality: string) => `/${part(municipality)}/raad`,
  kernReading: (municipality: string, kern: string) => `/${part(municipality)}/raad/${part(kern)}`,
  /** The teams in Microsoft 365, for administrators. */
  teams: (municipality: string) => `/${part(municipality)}/beheer`,
  /** Stops one kind of mail; the token of the mail stands in the fragment. */
  stopMails: (token: string) => `/mails-stoppen#${token}`,
  /** The same for mail programs, which post to an address and know no fragment (RFC 8058). */
  stopMailsAtOnce: (token: string) => `/mails-stoppen/meteen?${new URLSearchParams({ token })}`,
  me: (municipality: string) => `/${part(municipality)}/ik`,
  /** Her address, her kernen, her invitation to Teams. */
  account: (municipality: string) => `/${part(municipality)}/ik/gegevens`,
  /** The same pages inside Teams: a path of its own, because only there Teams may frame them. */
  tab: (path: string) => `/tab${path}`,
  tabConfiguration: () => "/tab/instellen",
};

/** First path segments that are no municipality. */
export const reservedSegments = [
  "meedoen",
  "aanmelden",
  "tab",
  "v1",
  "api",
  "local",
  "health",
  "assets",
  "toegankelijkheid",
  "privacy",
  "voorwaarden",
  "natellen",
  "mails-stoppen",
];

/** Second path segments, below a municipality, that are no kern. */
export const reservedInMunicipality = ["werkplek", "raad", "beheer", "ik"];

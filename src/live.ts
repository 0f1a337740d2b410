/**
 * What open pages hear of each fact, and who hears it. A fact without a line does not compile. Of voting only what everybody may know:
 * that a poll was planned, opened, extended or closed; a vote announces no fact, so nothing here can tell of one.
 */
import type { Hearers, Told } from "./shared/live.ts";
import type { Fact } from "./shared/work.ts";
import type { KnownFact } from "./subscriptions.ts";

type Named<Name extends KnownFact["fact"]> = Extract<KnownFact, { fact: Name }>;
type Hearing = { readonly [Name in KnownFact["fact"]]: (fact: Named<Name>) => Told[] };

const everybody: Hearers = { everybody: true };
const nobody = (): Told[] => [];

/** On the square, where all may read it. */
const onSquare = ({ proposal, kern }: { proposal: string; kern: string }): Told[] => [
  { about: "proposal", id: proposal, kern, to: everybody },
];

/** The same, and a task of the officer's comes or goes with it. */
const onSquareAndDesk = (fact: { proposal: string; kern: string }): Told[] => [
  ...onSquare(fact),
  { about: "desk", id: fact.proposal, kern: fact.kern, to: { officersOf: fact.kern } },
];

/** Not on the square: only who wrote it and who decides about it. */
const betweenTwo = ({ proposal, kern, author }: { proposal: string; kern: string; author: string }): Told[] => [
  { about: "proposal", id: proposal, kern, to: { officersOf: kern, person: author } },
  { about: "desk", id: proposal, kern, to: { officersOf: kern } },
];

const poll = ({ poll: id, kern }: { poll: string; kern: string }): Told[] => [{ about: "poll", id, kern, to: everybody }];

const meeting = ({ meeting: id, kern }: { meeting: string; kern: string }): Told[] => [
  { about: "meeting", id, kern, to: everybody },
];

const request = ({ joinRequest: id, kern }: { joinRequest: string; kern: string }): Told[] => [
  { about: "desk", id, kern, to: { officersOf: kern } },
];

/** How far somebody is, for the officers' list of people. */
const listed = ({ person, kern }: { person: string; kern: string }): Told[] => [
  { about: "people", id: person, kern, to: { officersOf: kern } },
];

/** Somebody came or went: the kern counts one more or less, and she may do other things than before. */
const membership = (fact: { person: string; kern: string }): Told[] => [
  ...listed(fact),
  { about: "kern", id: fact.kern, kern: fact.kern, to: everybody },
  { about: "desk", id: "", kern: fact.kern, to: { officersOf: fact.kern } },
  { about: "me", id: fact.person, kern: fact.kern, to: { person: fact.person } },
];

const hearing: Hearing = {
  "kernen-loaded": nobody,

  "join-asked": nobody,
  "known-member-asked-to-join": nobody,
  "asked-to-join-while-waiting": nobody,
  "join-request-waits": request,
  "join-request-refused": request,
  "member-accepted": membership,
  "guest-recorded": listed,
  "invitation-made": listed,
  "invitation-renewal-asked": listed,
  "guest-missing": listed,
  "guests-read": nobody,
  "member-blocked": membership,
  "member-unblocked": membership,
  "email-change-asked": nobody,
  "email-changed": ({ person }) => [{ about: "me", id: person, kern: "", to: { person } }],
  "member-left": membership,
  "sign-in-link-asked": nobody,

  "team-ready": nobody,
  "guests-wait": nobody,
  "guests-invited": nobody,
  "partner-invited": nobody,
  "drift-found": nobody,
  "limit-nears": nobody,
  "drift-check-due": nobody,
  "teams-run-asked": nobody,
  "teams-run-check-due": nobody,

  "proposal-submitted": betweenTwo,
  "proposal-published": onSquareAndDesk,
  "proposal-returned": betweenTwo,
  "proposal-refused": betweenTwo,
  "proposal-withdrawn": (fact) => (fact.published ? onSquare(fact) : betweenTwo(fact)),
  "proposal-taken": onSquareAndDesk,
  "proposal-answered": onSquareAndDesk,
  "proposal-corrected": onSquare,
  "proposal-finished": onSquare,
  "proposal-answer-owed": onSquareAndDesk,
  "proposal-supported": onSquare,
  "proposal-support-withdrawn": onSquare,
  "proposal-commented": onSquare,
  "comment-agreed": onSquare,

  "meeting-planned": meeting,
  "meeting-changed": meeting,
  "meeting-cancelled": meeting,
  "meeting-answered": meeting,
  "place-freed": meeting,
  "meeting-day-near": nobody,
  "minutes-written": meeting,
  "guest-names-due": nobody,

  "message-reported": nobody,
  "last-day-comes": nobody,
  "poll-for-chat": nobody,
  "officer-morning": nobody,
  "week-begins": nobody,
  "kern-week-begins": nobody,

  "poll-planned": poll,
  "poll-cancelled": poll,
  "poll-opened": poll,
  "poll-log-due": nobody,
  "log-followed": nobody,
  "log-head-signed": nobody,
  "poll-extended": poll,
  "poll-awaits-paper": poll,
  "poll-paper-finished": poll,
  "poll-closed": poll,
};

/** What is told of these facts. A fact that is not one of ours (a test's own) is told to nobody. */
export function toldOf(facts: readonly Fact[]): Told[] {
  return facts.flatMap((fact) => {
    const tell = hearing[fact.fact as KnownFact["fact"]] as ((fact: Fact) => Told[]) | undefined;
    return tell?.(fact) ?? [];
  });
}

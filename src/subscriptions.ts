/**
 * What follows what: every fact and the reactions to it, by name. A fact without a line does not compile; a name that no reaction
 * bears, or a reaction that nothing names, stops the start.
 */
import type { KernenFact } from "./kernen/contract.ts";
import type { MeetingsFact } from "./meetings/contract.ts";
import type { MembersFact } from "./members/contract.ts";
import type { ModerationFact } from "./moderation/contract.ts";
import type { NotificationsFact } from "./notifications/contract.ts";
import type { ProposalsFact } from "./proposals/contract.ts";
import type { ProvisioningFact } from "./provisioning/contract.ts";
import type { Reaction, ReactionsTo } from "./shared/reaction.ts";
import type { VotingFact } from "./voting/contract.ts";

export type KnownFact =
  | KernenFact
  | MeetingsFact
  | MembersFact
  | ModerationFact
  | NotificationsFact
  | ProposalsFact
  | ProvisioningFact
  | VotingFact;

export const subscriptions: { readonly [Name in KnownFact["fact"]]: readonly string[] } = {
  "kernen-loaded": ["notifications.plan-week", "notifications.plan-last-days", "meetings.forget-guest-names"],

  "join-asked": ["notifications.mail-confirm-join"],
  "known-member-asked-to-join": ["notifications.mail-known-member"],
  "asked-to-join-while-waiting": ["notifications.mail-already-waiting"],
  "join-request-waits": ["notifications.tell-officers-of-request"],
  "join-request-refused": ["notifications.mail-join-refused"],
  "member-accepted": ["provisioning.invite-guests", "provisioning.admit-guests"],
  "guest-recorded": ["notifications.mail-welcome"],
  "invitation-made": ["notifications.remind-of-invitation", "notifications.remind-of-invitation-last"],
  "invitation-renewal-asked": ["provisioning.renew-invitation"],
  "guest-missing": ["provisioning.invite-guests"],
  "guests-read": ["provisioning.watch-guests"],
  "member-blocked": [
    "provisioning.suspend-guest",
    "provisioning.resume-guest",
    "meetings.free-places",
    "notifications.mail-blocked",
  ],
  "member-unblocked": ["provisioning.resume-guest", "notifications.mail-unblocked"],
  "email-change-asked": ["notifications.mail-confirm-address"],
  "email-changed": ["provisioning.replace-guest", "notifications.mail-address-changed"],
  "member-left": ["provisioning.remove-member", "meetings.free-places"],
  "sign-in-link-asked": ["notifications.mail-sign-in-link"],
  "team-ready": ["provisioning.fill-team", "provisioning.watch-guests", "provisioning.watch-drift"],
  "guests-wait": ["provisioning.invite-guests"],
  "guests-invited": ["provisioning.admit-guests"],
  "partner-invited": ["notifications.mail-partner"],
  "drift-found": ["notifications.mail-officers-of-drift"],
  "limit-nears": ["notifications.mail-admins-of-limit"],
  "drift-check-due": ["provisioning.watch-drift"],
  "teams-run-asked": ["provisioning.carry-out-run"],
  "teams-run-check-due": ["provisioning.carry-out-run"],

  "proposal-submitted": ["notifications.tell-officers-of-proposal"],
  "proposal-published": ["notifications.mail-proposal-published", "notifications.post-proposal-card"],
  "proposal-returned": ["notifications.mail-proposal-returned"],
  "proposal-refused": ["notifications.mail-proposal-refused"],
  "proposal-withdrawn": ["notifications.update-proposal-card"],
  "proposal-taken": [
    "notifications.mail-proposal-taken",
    "notifications.tell-officers-of-promise",
    "notifications.update-proposal-card",
  ],
  "proposal-answered": [
    "notifications.mail-proposal-answered",
    "notifications.post-answer-card",
    "notifications.update-proposal-card",
  ],
  "proposal-corrected": [
    "notifications.mail-proposal-corrected",
    "notifications.update-answer-card",
    "notifications.update-proposal-card",
  ],
  "proposal-finished": ["notifications.mail-proposal-finished", "notifications.update-proposal-card"],
  "proposal-answer-owed": ["notifications.tell-officers-of-answer"],
  "proposal-supported": ["notifications.update-proposal-card"],
  "proposal-support-withdrawn": ["notifications.update-proposal-card"],
  "proposal-commented": ["notifications.update-proposal-card"],
  "comment-agreed": [],

  "meeting-planned": ["meetings.remind-of-meeting", "notifications.post-meeting-card", "notifications.close-meeting-card"],
  "meeting-changed": [
    "meetings.remind-of-meeting",
    "notifications.mail-meeting-moved",
    "notifications.update-meeting-card",
    "notifications.close-meeting-card",
  ],
  "meeting-cancelled": ["notifications.mail-meeting-cancelled", "notifications.update-meeting-card"],
  "meeting-answered": ["notifications.update-meeting-card"],
  "place-freed": ["notifications.mail-place-freed", "notifications.update-meeting-card"],
  "meeting-day-near": ["notifications.mail-meeting-near"],
  "minutes-written": ["notifications.mail-minutes", "notifications.update-meeting-card"],
  "guest-names-due": ["meetings.forget-guest-names"],

  "message-reported": ["notifications.mail-officers-of-report"],

  "last-day-comes": ["notifications.post-last-day-card"],
  "poll-for-chat": ["notifications.tell-poll-in-chat"],
  "officer-morning": ["notifications.morning-overview"],
  "week-begins": ["notifications.begin-week"],
  "kern-week-begins": ["notifications.post-week-card"],

  "poll-planned": ["voting.open-poll", "voting.close-poll"],
  "poll-cancelled": [],
  "poll-log-due": ["voting.seal-batch"],
  "log-followed": ["notifications.want-log-heads"],
  "log-head-signed": ["notifications.mail-log-head", "notifications.post-log-head"],
  "poll-extended": [
    "voting.close-poll",
    "notifications.mail-poll-extended",
    "notifications.update-poll-card",
    "notifications.post-last-day-card",
  ],
  "poll-opened": ["notifications.mail-poll-opened", "notifications.post-poll-card", "notifications.post-last-day-card"],
  "poll-awaits-paper": ["notifications.mail-officers-of-paper"],
  "poll-paper-finished": ["voting.close-poll"],
  "poll-closed": ["notifications.mail-poll-closed", "notifications.mail-helped-voters", "notifications.post-outcome-card"],
};

/** Lays the names beside the reactions there are. Throws one sentence that names every mismatch. */
export function subscribe(reactions: readonly Reaction[]): ReactionsTo {
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]));
  const wanted = new Set(Object.values(subscriptions).flat());
  const faults = [
    ...[...wanted].filter((name) => !byName.has(name)).map((name) => `${name} is subscribed but does not exist`),
    ...[...byName.keys()].filter((name) => !wanted.has(name)).map((name) => `${name} follows no fact`),
  ];
  if (faults.length > 0) throw new Error(`subscriptions.ts does not fit the reactions: ${faults.join("; ")}.`);
  const following = new Map<string, Reaction[]>(
    Object.entries(subscriptions).map(([fact, names]) => [fact, names.flatMap((name) => byName.get(name) ?? [])]),
  );
  return ({ fact }) => following.get(fact) ?? [];
}

import { ammersComments } from "./comments-ammers.ts";
import { arkelComments } from "./comments-arkel.ts";
import { giessenComments } from "./comments-giessen.ts";
import { graafstroomComments } from "./comments-graafstroom.ts";
import { lekComments } from "./comments-lek.ts";
import { nieuwLekkerlandComments } from "./comments-nieuw-lekkerland.ts";
import { polderComments } from "./comments-polder.ts";
import type { DemoComment, DemoProposal } from "./demo-content.ts";
import { ammersProposals } from "./proposals-ammers.ts";
import { arkelProposals } from "./proposals-arkel.ts";
import { giessenProposals } from "./proposals-giessen.ts";
import { graafstroomProposals } from "./proposals-graafstroom.ts";
import { lekProposals } from "./proposals-lek.ts";
import { polderProposals } from "./proposals-polder.ts";

export { richPolls } from "./budget-polls.ts";
export type * from "./demo-content.ts";
export { demoMeetings } from "./meetings.ts";
export { agreeingWith, supportersOf } from "./neighbours.ts";
export { demoMembers } from "./people.ts";
export { photoAlts } from "./photo-alts.ts";
export { demoPolls } from "./polls.ts";
export { answeredKeys, treatmentOf } from "./treatments.ts";

/** All demo proposals, group of kernen by group of kernen. */
export const demoProposals: readonly DemoProposal[] = [
  ...lekProposals,
  ...ammersProposals,
  ...graafstroomProposals,
  ...polderProposals,
  ...giessenProposals,
  ...arkelProposals,
];

/** All demo comments; within a discussion in the order in which they were written. */
export const demoComments: readonly DemoComment[] = [
  ...nieuwLekkerlandComments,
  ...lekComments,
  ...ammersComments,
  ...graafstroomComments,
  ...polderComments,
  ...giessenComments,
  ...arkelComments,
];

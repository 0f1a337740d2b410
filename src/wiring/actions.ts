/** The actions of the slices under the names the web's routes know them by. */
import type { Actions } from "../adapters/web/index.ts";
import * as kernen from "../kernen/index.ts";
import * as members from "../members/index.ts";
import * as moderation from "../moderation/index.ts";
import * as proposals from "../proposals/index.ts";
import type { PhotoCleaner } from "../proposals/photo-cleaner.ts";
import type { PhotoStore } from "../proposals/photo-store.ts";
import * as summaries from "../summaries/index.ts";
import * as voting from "../voting/index.ts";

export interface Photos {
  store: PhotoStore;
  cleaner: PhotoCleaner;
}

export function webActions(photos: Photos): Actions {
  const { listKernen, viewKern } = kernen;
  const {
    askToJoin,
    confirmJoin,
    decideJoinRequest,
    listJoinRequests,
    askSignInLink,
    openSession,
    closeSession,
    whoAmI,
    leaveKern,
    changeLanguage,
  } = members;
  const {
    saveDraft,
    submitProposal,
    publishProposal,
    returnProposal,
    refuseProposal,
    withdrawProposal,
    viewProposal,
    listProposals,
  } = proposals;
  const { similarProposals, supportProposal, withdrawSupport, commentOnProposal, agreeWithComment, withdrawAgreement } =
    proposals;
  const { planPoll, castBallot, listPolls, viewPoll } = voting;
  const { viewDesk } = moderation;
  const { viewOverview, viewKernReading } = summaries;
  return {
    listKernen,
    viewKern,
    askToJoin,
    confirmJoin,
    decideJoinRequest,
    listJoinRequests,
    askSignInLink,
    openSession,
    closeSession,
    whoAmI,
    leaveKern,
    changeLanguage,
    saveDraft,
    submitProposal,
    publishProposal,
    returnProposal,
    refuseProposal,
    withdrawProposal,
    viewProposal,
    listProposals,
    similarProposals,
    supportProposal,
    withdrawSupport,
    commentOnProposal,
    agreeWithComment,
    withdrawAgreement,
    addPhoto: proposals.makeAddPhoto(photos),
    viewPhoto: proposals.makeViewPhoto(photos),
    planPoll,
    castBallot,
    listPolls,
    viewPoll,
    viewDesk,
    viewOverview,
    viewKernReading,
  };
}

/** The actions of the slices under the names the web's routes know them by. */
import { botReaches, squareStates } from "../adapters/teams/index.ts";
import type { Actions } from "../adapters/web/index.ts";
import * as kernen from "../kernen/index.ts";
import * as meetings from "../meetings/index.ts";
import * as members from "../members/index.ts";
import * as moderation from "../moderation/index.ts";
import * as notifications from "../notifications/index.ts";
import * as proposals from "../proposals/index.ts";
import type { PhotoCleaner } from "../proposals/photo-cleaner.ts";
import type { PhotoStore } from "../proposals/photo-store.ts";
import * as provisioning from "../provisioning/index.ts";
import * as summaries from "../summaries/index.ts";
import * as voting from "../voting/index.ts";

export interface Photos {
  store: PhotoStore;
  cleaner: PhotoCleaner;
}

/** The front doors hold more than actions; the routes take the names they know. */
export function webActions(photos: Photos): Actions {
  return {
    ...kernen,
    ...meetings,
    ...members,
    ...moderation,
    ...notifications,
    ...proposals,
    ...provisioning,
    ...summaries,
    ...voting,
    viewReach: notifications.makeViewReach(squareStates),
    viewInsight: summaries.makeViewInsight(notifications.reachFigures),
    viewChatSetting: notifications.makeViewChatSetting(botReaches),
    addPhoto: proposals.makeAddPhoto(photos),
    viewPhoto: proposals.makeViewPhoto(photos),
  };
}

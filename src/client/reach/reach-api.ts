/** The addresses of /v1 behind the pages about reach. */
import type { ChatSettingView, MessageReachView, ReachView } from "../../notifications/contract.ts";
import { call } from "../call.ts";

const part = encodeURIComponent;

export const reachApi = {
  reach: (kern: string, cursor: string) => call<ReachView>("GET", "berichten", { query: { kern, cursor } }),
  message: (kern: string, message: string) => call<MessageReachView>("GET", `kernen/${part(kern)}/berichten/${part(message)}`),
  chat: () => call<ChatSettingView>("GET", "personen/ik/chatinstellingen"),
  changeChat: (quiet: Pick<ChatSettingView, "quietFrom" | "quietUntil">) =>
    call<Omit<ChatSettingView, "reachable">>("PUT", "personen/ik/chatinstellingen", { body: quiet }),
};

export const reachKeys = {
  list: (kern: string) => ["reach", "list", kern] as const,
  message: (kern: string, message: string) => ["reach", "message", kern, message] as const,
  chat: ["reach", "chat"] as const,
};

/** What crosses the wire about which mails a person wants. What is not among these kinds always comes. */
import { z } from "zod";

/**
 * Kinds of mail that a person can stop. polls: one opens or is extended in her kern. results: of those polls. answers: the
 * municipality answers, corrects or finishes a proposal she backs. meetings: in her kern. log-heads: fingerprints of polls she follows.
 */
export const mailKinds = ["polls", "results", "answers", "meetings", "log-heads"] as const;
export type MailKind = (typeof mailKinds)[number];

const mail = z.enum(mailKinds, "choose-one");

export const changeMailSettingInput = z.object({ mail, wanted: z.boolean("choose-one") });
/** `token`: of the link in a mail (stop-token.ts). */
export const stopMailsInput = z.object({ token: z.string().max(200, "invalid-link") });

export interface MailSettingView {
  mail: MailKind;
  wanted: boolean;
}

export interface MailSettingsView {
  /** Every kind, in the order of `mailKinds`. */
  mails: MailSettingView[];
}

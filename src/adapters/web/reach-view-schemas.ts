/** The answers about messages as schemas, for the OpenAPI document. */
import { z } from "zod";
import {
  type ChatSettingView,
  type MailSettingsView,
  type MailSettingView,
  type MessageReachView,
  type MessageView,
  mailKinds,
  messageKinds,
  type PersonReachView,
  placeTroubles,
  type ReachedView,
  type ReachView,
  reachStates,
  reachWays,
  whyNots,
} from "../../notifications/contract.ts";

const text = z.string();
const time = z.iso.datetime();
const count = z.int().min(0);
const minute = z.int().min(0).max(1439).describe("Minutes after midnight in Amsterdam.");

const reached = z.object({
  way: z.enum(reachWays),
  state: z.enum(reachStates),
  detail: text.nullable().describe("The other side's own words, of a refusal."),
}) satisfies z.ZodType<ReachedView>;

const message = z.object({
  message: text,
  kind: z.enum(messageKinds),
  kern: text,
  kernName: text,
  title: text,
  at: time,
  meant: count,
  reached: z.object({ channel: count, mail: count, chat: count }).describe("One person may count in several."),
  missed: count,
  card: reached.nullable(),
}) satisfies z.ZodType<MessageView>;

const person = z.object({
  person: z.uuid(),
  name: text,
  ways: z.array(reached),
  whyNot: z.enum(whyNots).nullable().describe("Null when she was reached."),
}) satisfies z.ZodType<PersonReachView>;

const quietHours = z.object({ quietFrom: minute, quietUntil: minute });

const mailSetting = z.object({ mail: z.enum(mailKinds), wanted: z.boolean() }) satisfies z.ZodType<MailSettingView>;

export const reachAnswers = {
  ReachView: z.object({
    messages: z.array(message),
    next: text.nullable().describe("The cursor of the next page."),
    kernen: z.array(z.object({ kern: text, name: text })),
    places: z.array(
      z.object({
        kern: text,
        kernName: text,
        trouble: z.enum(placeTroubles).nullable(),
        since: time.nullable(),
        ownChannel: z.boolean(),
      }),
    ),
  }) satisfies z.ZodType<ReachView>,
  MessageReachView: z.object({ message, people: z.array(person) }) satisfies z.ZodType<MessageReachView>,
  ChatSettingView: quietHours.extend({ reachable: z.boolean() }) satisfies z.ZodType<ChatSettingView>,
  QuietHoursView: quietHours,
  MailSettingsView: z.object({ mails: z.array(mailSetting) }) satisfies z.ZodType<MailSettingsView>,
  MailSettingView: mailSetting,
} satisfies Record<string, z.ZodType>;

export const reachParts = { MessageView: message, PersonReachView: person } satisfies Record<string, z.ZodType>;

/** From the Bot Framework's Activity to our own words, at the edge. Nothing behind this file knows what an Activity looks like. */
import { z } from "zod";
import { type ExtensionEvent, readExtension } from "./incoming-extension.ts";

export interface Team {
  /** Id of the team's channel General. */
  team: string;
  /** Id of the Microsoft 365 group; not in every activity. */
  group: string | null;
}

export interface Said {
  tenant: string;
  /** Object id in that tenant, signed by Microsoft; null for those without one. */
  oid: string | null;
  /** What the speaker's Teams is set to: "nl-NL". */
  locale: string;
  serviceUrl: string;
  bot: string;
  conversation: string;
  where: "personal" | "channel" | "group-chat";
  team: Team | null;
}

export type ChannelEvent = "created" | "renamed" | "restored" | "deleted";

export type Incoming = Said &
  (
    | { kind: "text"; text: string }
    /** A button on a card was pressed; `data` is what the card carried, as yet unchecked. */
    | { kind: "press"; verb: string; data: unknown }
    | { kind: "installed" }
    /** The bot is here (again), without a reason to say hello. */
    | { kind: "present" }
    /** `deleted`: with the whole team. */
    | { kind: "removed"; deleted?: true }
    /** The team was archived: nothing can be said in it. */
    | { kind: "archived" }
    /** People, not the bot itself, came into the team or left it: object ids in the tenant. */
    | { kind: "members"; added: readonly string[]; removed: readonly string[] }
    | { kind: "channel"; event: ChannelEvent; channel: { id: string; name: string | null } }
    | ExtensionEvent
    | { kind: "invoke"; name: string }
    | { kind: "nothing"; what: string }
  );

const member = z.looseObject({ id: z.string(), aadObjectId: z.string().optional() });

const activitySchema = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  from: member.optional(),
  recipient: member.optional(),
  text: z.string().nullish(),
  locale: z.string().optional(),
  name: z.string().optional(),
  action: z.unknown().optional(),
  value: z.unknown().optional(),
  membersAdded: z.array(member).nullish(),
  membersRemoved: z.array(member).nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().optional() }).nullish(),
      team: z.looseObject({ id: z.string().optional(), aadGroupId: z.string().nullish() }).nullish(),
      channel: z.looseObject({ id: z.string().optional(), name: z.string().nullish() }).nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
});

type Activity = z.output<typeof activitySchema>;

/**
 * Reads a parsed request body. Gives null for what is no activity, "elsewhere" for a channel other than Teams (Azure switches Web
 * Chat on for every bot) or an activity without a tenant.
 */
export function readActivity(body: unknown): Incoming | "elsewhere" | null {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) return null;
  const activity = parsed.data;
  const tenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  if (activity.channelId !== "msteams" || !tenant) return "elsewhere";
  const said = { ...whereSaid(activity), tenant: tenant.toLowerCase() };
  switch (activity.type) {
    case "message":
      return { ...said, kind: "text", text: activity.text ?? "" };
    case "installationUpdate":
      return { ...said, ...installation(String(activity.action)) };
    case "conversationUpdate":
      return { ...said, ...conversationUpdate(activity) };
    case "invoke":
      return { ...said, ...invoke(activity, said.oid) };
    default:
      return { ...said, kind: "nothing", what: activity.type };
  }
}

function whereSaid(activity: Activity): Omit<Said, "tenant"> {
  const { conversation, channelData, from, recipient, serviceUrl, locale } = activity;
  const type = conversation.conversationType ?? (channelData?.team?.id ? "channel" : "personal");
  const team = channelData?.team?.id ? { team: channelData.team.id, group: channelData.team.aadGroupId ?? null } : null;
  return {
    oid: from?.aadObjectId?.toLowerCase() ?? null,
    locale: locale ?? "",
    serviceUrl,
    bot: recipient?.id ?? "",
    conversation: conversation.id,
    where: type === "personal" || type === "channel" ? type : "group-chat",
    team,
  };
}

type Event = Incoming extends infer One ? (One extends Said ? Omit<One, keyof Said> : never) : never;

function installation(action: string): Event {
  if (action === "add") return { kind: "installed" };
  if (action === "add-upgrade") return { kind: "present" };
  if (action === "remove") return { kind: "removed" };
  return { kind: "nothing", what: `installationUpdate ${action}` };
}

const channelEvents: Record<string, ChannelEvent> = {
  channelCreated: "created",
  channelRenamed: "renamed",
  channelRestored: "restored",
  channelDeleted: "deleted",
};

function conversationUpdate({ channelData, membersAdded, membersRemoved, recipient }: Activity): Event {
  const event = channelData?.eventType ?? "";
  const channelEvent = channelEvents[event];
  if (channelEvent && channelData?.channel?.id) {
    const { id, name } = channelData.channel;
    return { kind: "channel", event: channelEvent, channel: { id, name: name ?? null } };
  }
  if (event === "teamDeleted" || event === "teamHardDeleted") return { kind: "removed", deleted: true };
  if (event === "teamArchived") return { kind: "archived" };
  if (event === "teamRestored" || event === "teamRenamed" || event === "teamUnarchived") return { kind: "present" };
  if (membersRemoved?.some(({ id }) => id === recipient?.id)) return { kind: "removed" };
  if (membersAdded?.some(({ id }) => id === recipient?.id)) return { kind: "present" };
  const added = oidsOf(membersAdded);
  const removed = oidsOf(membersRemoved);
  if (added.length + removed.length === 0) return { kind: "nothing", what: `conversationUpdate ${event}` };
  return { kind: "members", added, removed };
}

function oidsOf(members: Activity["membersAdded"]): string[] {
  return (members ?? []).flatMap(({ aadObjectId }) => aadObjectId?.toLowerCase() ?? []);
}

const pressed = z.looseObject({ action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }) });

function invoke({ name = "", value }: Activity, oid: string | null): Event {
  const press = name === "adaptiveCard/action" ? pressed.safeParse(value).data : undefined;
  if (press) return { kind: "press", verb: press.action.verb, data: press.action.data };
  return readExtension(name, value, oid) ?? { kind: "invoke", name };
}

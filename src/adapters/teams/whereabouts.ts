/** Keeps conversation_place right, and knows which kern a conversation is about. */
import type { Municipality } from "../../kernen/contract.ts";
import { makeGuestSigns, type TeamChange } from "./guest-signs.ts";
import type { ChannelEvent, Incoming, Team } from "./incoming.ts";
import type { Bot } from "./knowledge.ts";
import { makeMemory } from "./memory.ts";
import { findPlace, personPlace, removePlace, savePlace, saveProposalsChannel, teamPlace } from "./places-store.ts";

export interface KernHere {
  kern: string;
  name: string;
  contact: { name: string; phone: string };
}

/** null: they could not be read now. */
type Channels = () => Promise<{ id: string; name: string | null }[] | null>;

export interface Whereabouts {
  /** The bot came here, or is here still; `channels` is asked when given. */
  arrived(municipality: string, incoming: Incoming, now: Date, channels?: Channels): Promise<void>;
  left(municipality: string, incoming: Incoming): Promise<void>;
  membersChanged(municipality: string, incoming: Incoming, who: TeamChange, now: Date): Promise<void>;
  channelChanged(
    municipality: string,
    incoming: Incoming,
    event: ChannelEvent,
    channel: { id: string; name: string | null },
    now: Date,
  ): Promise<void>;
  /** The kern of the team this was said in; null elsewhere. Remembers the place when it is new. */
  kernHere(municipality: string, incoming: Incoming, now: Date): Promise<KernHere | null>;
  municipality(municipality: string): Promise<Municipality>;
  /** The kern's name; its slug for a kern that is no more. */
  nameOf(municipality: string, kern: string): Promise<string>;
}

/** The name provisioning gives it; a municipality may have made its own in English. */
function isProposalsChannel(name: string | null): boolean {
  return /^(voorstellen|proposals)$/i.test(name?.trim() ?? "");
}

export function makeWhereabouts(means: Pick<Bot, "knows" | "inMunicipality" | "perform" | "actions">): Whereabouts {
  const { knows, inMunicipality } = means;
  const signs = makeGuestSigns(means);
  const remembered = makeMemory<KernHere | null>();
  const municipalities = makeMemory<Municipality>();
  const names = makeMemory<string>();

  /** A team's kern: as provisioning made it, or as it was remembered for this place. */
  async function kernOf(municipality: string, { team, group }: Team): Promise<string | undefined> {
    return inMunicipality(municipality, async (tx) => {
      const made = group ? await knows.kernOfTeam(tx, municipality, group) : null;
      return made ?? (await findPlace(tx, municipality, teamPlace(team)))?.kern ?? undefined;
    });
  }

  async function arrived(municipality: string, incoming: Incoming, now: Date, channels?: Channels): Promise<void> {
    const { team, oid, serviceUrl, bot, where, conversation } = incoming;
    if (where === "group-chat" || (team === null && !oid)) return;
    const kern = team ? await kernOf(municipality, team) : undefined;
    const place = team ? teamPlace(team.team) : personPlace(oid ?? "");
    // Told before the place is kept: when the telling fails, the next turn tells it.
    if (!team && oid && !(await inMunicipality(municipality, (tx) => findPlace(tx, municipality, place)))) {
      await signs.reached(municipality, oid);
    }
    const listed = channels && team ? await channels() : null;
    await inMunicipality(municipality, (tx) =>
      savePlace(
        tx,
        municipality,
        {
          place,
          kern,
          serviceUrl,
          conversation: team ? team.team : conversation,
          proposalsChannel: listed ? (listed.find(({ name }) => isProposalsChannel(name))?.id ?? null) : undefined,
          bot,
        },
        now,
      ),
    );
    remembered.forget(keyOf(municipality, incoming));
  }

  async function kernHere(municipality: string, incoming: Incoming, now: Date): Promise<KernHere | null> {
    const { team } = incoming;
    return remembered.get(keyOf(municipality, incoming), async () => {
      await arrived(municipality, incoming, now);
      const kern = team && (await kernOf(municipality, team));
      if (!kern) return null;
      return inMunicipality(municipality, async (tx) => {
        const found = await knows.kernOf(tx, kern);
        return found ? { kern, name: found.name, contact: await knows.contactOf(tx, kern) } : null;
      });
    });
  }

  return {
    arrived,
    async left(municipality, incoming) {
      const place = placeOf(incoming);
      if (place) await inMunicipality(municipality, (tx) => removePlace(tx, municipality, place));
      if (place && !incoming.team && incoming.oid) await signs.outOfReach(municipality, incoming.oid);
      remembered.forget(keyOf(municipality, incoming));
    },
    async membersChanged(municipality, incoming, who, now) {
      const here = await kernHere(municipality, incoming, now);
      if (here) await signs.membersChanged(municipality, here.kern, who);
    },
    async channelChanged(municipality, incoming, event, channel, now) {
      const place = incoming.team && teamPlace(incoming.team.team);
      if (!place) return;
      await inMunicipality(municipality, async (tx) => {
        const known = await findPlace(tx, municipality, place);
        if (event === "deleted") {
          if (known?.proposalsChannel === channel.id) await saveProposalsChannel(tx, municipality, place, null, now);
        } else if (known && known.proposalsChannel === null && isProposalsChannel(channel.name)) {
          await saveProposalsChannel(tx, municipality, place, channel.id, now);
        }
      });
    },
    kernHere,
    municipality(municipality) {
      return municipalities.get(municipality, () => inMunicipality(municipality, knows.municipalityOf));
    },
    nameOf(municipality, kern) {
      return names.get(`${municipality} ${kern}`, async () => {
        return (await inMunicipality(municipality, (tx) => knows.kernOf(tx, kern)))?.name ?? kern;
      });
    },
  };
}

function placeOf({ team, oid, where }: Incoming): string | null {
  if (team) return teamPlace(team.team);
  return where === "personal" && oid ? personPlace(oid) : null;
}

/** The service address is part of it: when it changes, the place is written anew. */
function keyOf(municipality: string, incoming: Incoming): string {
  return `${municipality} ${placeOf(incoming) ?? incoming.conversation} ${incoming.serviceUrl}`;
}

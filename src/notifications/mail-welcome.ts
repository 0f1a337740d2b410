import { kernOf } from "../kernen/index.ts";
import type { MembersFact } from "../members/contract.ts";
import { memberSince, personAccount } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { Event } from "../shared/reaction.ts";
import { nowInTeams, welcome } from "./letters/welcome.ts";
import { mailOnce } from "./mail-once.ts";
import type { Desk } from "./send-once.ts";
import { findDone } from "./store.ts";

type GuestRecorded = Extract<MembersFact, { fact: "guest-recorded" }>;

/**
 * Welcomes a member once per time she joined. Who was welcomed before her kern had a team gets a second mail when it has one. Who left
 * meanwhile gets nothing.
 */
export async function mailWelcome(desk: Desk, { municipality, fact }: Event<GuestRecorded>): Promise<void> {
  const { person, kern, redeemUrl } = fact;
  const since = await desk.inMunicipality(municipality, (tx) => memberSince(tx, person, kern));
  if (!since) return;
  const keyOf = (letter: "welcome" | "team") => `${letter} ${person} ${kern} ${since.toISOString()}`;
  await mailOnce(desk, municipality, keyOf(redeemUrl === null ? "welcome" : "team"), async (tx) => {
    const to = await personAccount(tx, person);
    const place = await kernOf(tx, kern);
    const done = await findDone(tx, [`mail ${keyOf("welcome")}`, `mail ${keyOf("team")}`]);
    if (!to || !place || (redeemUrl === null && done.size > 0)) return undefined;
    const given = {
      kernName: place.name,
      name: to.name,
      url: `${desk.publicUrl}${paths.kern(municipality, kern)}`,
      meUrl: `${desk.publicUrl}${paths.me(municipality)}`,
    };
    const letter =
      redeemUrl !== null && done.size > 0
        ? nowInTeams(to.language, { ...given, teamUrl: redeemUrl })
        : welcome(to.language, { ...given, teamUrl: redeemUrl, webOnly: to.webOnlyReason !== null });
    return { to, kern, letter };
  });
}

/** Mails about what happens in Microsoft Teams itself. */
import { kernOf } from "../kernen/index.ts";
import { officersOf } from "../members/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { paths } from "../shared/links.ts";
import type { Fact } from "../shared/work.ts";
import { partnerInvited, teamDrifted } from "./letters/teams.ts";
import { mailEach, mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import type { Desk } from "./send-once.ts";

interface Said {
  nl: string;
  en: string;
}

/** As provisioning tells them; reactors do not import each other. `kern`: a slug, or "thema:…". */
interface DriftFound extends Fact {
  fact: "drift-found";
  kern: string;
  name: string;
  drift: { what: string; text: Said }[];
}
interface PartnerInvited extends Fact {
  fact: "partner-invited";
  kern: string;
  team: string;
  name: string;
  email: string;
  redeemUrl: string;
}

const follow = following<DriftFound | PartnerInvited>();

export function mailsAboutTeams(desk: Desk): MailReaction[] {
  return [
    // The officers of a kern hear of it. A theme team crosses kernen; whoever looks after teams sees it in the status.
    follow("mail-officers-of-drift", "drift-found", ({ municipality, fact: { kern, name, drift } }) =>
      mailEach(
        desk,
        municipality,
        `drift ${kern} ${fingerprint(drift.map(({ what }) => what).join(" ")).slice(0, 16)}`,
        async (tx) => {
          if (!(await kernOf(tx, kern))) return undefined;
          const url = `${desk.publicUrl}${paths.desk(municipality)}`;
          return {
            kern,
            people: await officersOf(tx, kern),
            letterFor: ({ name: officer, language }) =>
              teamDrifted(language, { name: officer, kernName: name, differences: drift.map(({ text }) => text[language]), url }),
          };
        },
      ),
    ),

    follow("mail-partner", "partner-invited", ({ municipality, fact: { kern, team, name, email, redeemUrl } }) =>
      mailOnce(desk, municipality, `partner ${kern} ${email}`, async () => ({
        to: { name, email, language: "nl" },
        kern: null,
        letter: partnerInvited("nl", { name, team, url: redeemUrl }),
      })),
    ),
  ];
}

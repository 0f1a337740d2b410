/** Mails about what happens in Microsoft Teams itself. */
import { kernOf } from "../kernen/index.ts";
import { adminsOf, officersOf } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { Said } from "../shared/said.ts";
import type { Fact } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import { limitNears, partnerInvited, teamDrifted } from "./letters/teams.ts";
import { mailEach, mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";

/** As provisioning tells them; reactors do not import each other. `kern`: a slug, or "thema:…". */
interface DriftFound extends Fact {
  fact: "drift-found";
  at: string;
  kern: string;
  name: string;
  drift: { what: string; text: Said }[];
}
interface LimitNears extends Fact {
  fact: "limit-nears";
  at: string;
  limits: { text: Said }[];
}
interface PartnerInvited extends Fact {
  fact: "partner-invited";
  kern: string;
  team: string;
  name: string;
  email: string;
  redeemUrl: string;
}

const follow = following<DriftFound | LimitNears | PartnerInvited>();

export function mailsAboutTeams(desk: ChatDesk): MailReaction[] {
  return [
    // The officers of a kern hear of it. A theme team crosses kernen; whoever looks after teams sees it in the status.
    follow("mail-officers-of-drift", "drift-found", ({ municipality, fact: { at, kern, name, drift } }) =>
      mailEach(desk, municipality, `drift ${kern} ${at}`, async (tx) => {
        if (!(await kernOf(tx, kern))) return undefined;
        const url = `${desk.publicUrl}${paths.desk(municipality)}`;
        return {
          kern,
          mail: null,
          people: await officersOf(tx, kern),
          letterFor: ({ name: officer, language }) =>
            teamDrifted(language, { name: officer, kernName: name, differences: drift.map(({ text }) => text[language]), url }),
        };
      }),
    ),

    follow("mail-admins-of-limit", "limit-nears", ({ municipality, fact: { at, limits } }) =>
      mailEach(desk, municipality, `limits ${at}`, async (tx) => ({
        kern: null,
        mail: null,
        people: await adminsOf(tx),
        letterFor: ({ name, language }) =>
          limitNears(language, {
            name,
            limits: limits.map(({ text }) => text[language]),
            url: `${desk.publicUrl}${paths.desk(municipality)}`,
          }),
      })),
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

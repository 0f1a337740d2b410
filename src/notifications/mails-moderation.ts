/** Mails to the officers of a kern about what somebody asked them to look at. */
import { kernOf } from "../kernen/index.ts";
import { officersOf } from "../members/index.ts";
import type { ModerationFact } from "../moderation/contract.ts";
import { paths } from "../shared/links.ts";
import type { ChatDesk } from "./chat-first.ts";
import { messageReported } from "./letters/moderation.ts";
import { mailEach } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";

const follow = following<ModerationFact>();

export function mailsAboutModeration(desk: ChatDesk): MailReaction[] {
  return [
    follow("mail-officers-of-report", "message-reported", ({ municipality, fact: { report, kern, text, why, link } }) =>
      mailEach(desk, municipality, `message-reported ${report}`, async (tx) => {
        const found = await kernOf(tx, kern);
        if (!found) return undefined;
        const url = link ?? `${desk.publicUrl}${paths.desk(municipality)}`;
        return {
          kern,
          mail: null,
          people: await officersOf(tx, kern),
          letterFor: ({ language, name }) => messageReported(language, { name, kernName: found.name, text, why, url }),
        };
      }),
    ),
  ];
}

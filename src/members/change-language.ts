import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { changeLanguageInput, type LanguageView } from "./contract.ts";
import { saveLanguage } from "./store.ts";

/** The language of a person's mails and pages. */
export const changeLanguage = action({
  name: "members.change-language",
  kind: "change",
  input: changeLanguageInput,
  async run({ tx, actor, concerns }, { language }): Promise<LanguageView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`person ${actor.person}`);
    await saveLanguage(tx, actor.person, language);
    return { language };
  },
});

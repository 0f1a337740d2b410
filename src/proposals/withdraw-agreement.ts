import { action } from "../shared/work.ts";
import { changeAgreement } from "./change-agreement.ts";
import { type AgreementView, agreeWithCommentInput } from "./contract.ts";
import { removeAgreement } from "./discussion-store.ts";

/** No longer agrees with what somebody else said; without agreement it changes nothing. */
export const withdrawAgreement = action({
  name: "proposals.withdraw-agreement",
  kind: "change",
  input: agreeWithCommentInput,
  run: (work, input): Promise<AgreementView> => changeAgreement(work, input, (agreement) => removeAgreement(work.tx, agreement)),
});

import { action } from "../shared/work.ts";
import { changeAgreement } from "./change-agreement.ts";
import { type AgreementView, agreeWithCommentInput } from "./contract.ts";
import { addAgreement } from "./discussion-store.ts";

/** Agrees with what somebody else said, once; said again it changes nothing. */
export const agreeWithComment = action({
  name: "proposals.agree-with-comment",
  kind: "change",
  input: agreeWithCommentInput,
  run: (work, input): Promise<AgreementView> => changeAgreement(work, input, (agreement) => addAgreement(work.tx, agreement)),
});

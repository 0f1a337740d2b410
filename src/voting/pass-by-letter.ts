import { secretAction } from "../shared/work.ts";
import { type PassView, passByLetterInput } from "./contract.ts";
import { issuePass } from "./issue-pass.ts";
import { letterAsker } from "./letter-asker.ts";

/** The voting pass of a poll of level 2 by the code of a letter, without an account. One letter, one pass. */
export const passByLetter = secretAction({
  name: "voting.pass-by-letter",
  kind: "secret",
  input: passByLetterInput,
  run(work, { code, ...request }): Promise<PassView> {
    return issuePass(work, request, (tx, poll) => letterAsker(tx, work.vault, poll, code));
  },
});

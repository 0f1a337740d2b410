import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerToInvitation, InvitationAnswer, MeetingSummary, MeetingView } from "../../meetings/contract.ts";
import { announce } from "../kit/announce.tsx";
import { useText } from "../language.ts";
import { Problem } from "../problem.ts";
import { meetingKeys, meetingsApi } from "./meetings-api.ts";

const mostTries = 4;

/**
 * Answering "do you come?". An answer that is given again says the same, so it is tried again while the line is bad, and waits while the
 * device has no network (`isPaused`); a second answer follows the first.
 */
export function useAnswer(
  { meeting }: Pick<MeetingSummary, "meeting">,
  onAnswered?: (now: AnswerToInvitation) => void,
): UseMutationResult<AnswerToInvitation, Error, InvitationAnswer> {
  const say = useText("meetings");
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (answer: InvitationAnswer) => meetingsApi.answer(meeting, answer),
    networkMode: "online",
    scope: { id: `meeting ${meeting}` },
    retry: (failures, fault) => failures < mostTries && fault instanceof Problem && fault.mayPass,
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess(now) {
      queries.setQueryData<MeetingView>(meetingKeys.one(meeting), (before) => before && { ...before, ...now });
      void queries.invalidateQueries({ queryKey: ["meetings", "list"] });
      void queries.invalidateQueries({ queryKey: meetingKeys.mine });
      onAnswered?.(now);
      announce(say(`mine.${now.mine}`));
    },
  });
}

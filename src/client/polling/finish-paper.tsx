import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PaperView, PollView } from "../../voting/contract.ts";
import { Box } from "../kit/box.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import { pollingApi } from "./polling-api.ts";

/** After the closing time: no more paper comes, so the count may be made. */
export function FinishPaper({ poll, paper }: { poll: PollView; paper: PaperView }) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const finish = useMutation({
    mutationFn: () => pollingApi.finishPaper(poll.poll),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["polls"] }),
  });
  if (paper.finished) return <p role="status">{say("paper.finished")}</p>;
  const back = paper.published.ballots + paper.published.spoiled;
  return (
    <Box title={say("paper.finish")} tone="asked">
      <p>{say("paper.finish.body", { out: paper.handedOut, back })}</p>
      {finish.error && <p role="alert">{words(finish.error)}</p>}
      <BusyButton appearance="primary" busy={finish.isPending} onClick={() => finish.mutate()}>
        {say("paper.finish.deed")}
      </BusyButton>
    </Box>
  );
}

import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./members.module.css";

/** Asks once more before somebody stops taking part in a kern, and says what that means. */
export function LeaveKern({ kern, onStay }: { kern: { kern: string; name: string }; onStay: () => void }) {
  const say = useText("members");
  const words = useFaultWords();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => api.leaveKern(kern.kern),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
  return (
    <div className={styles.sure}>
      <p>{say("me.leave.sure", { kern: kern.name })}</p>
      <div className={styles.deeds}>
        <BusyButton busy={leave.isPending} onClick={() => leave.mutate()}>
          {say("me.leave.yes")}
        </BusyButton>
        <Button appearance="subtle" onClick={onStay}>
          {say("me.leave.no")}
        </Button>
      </div>
      {leave.error && <p role="alert">{words(leave.error)}</p>}
    </div>
  );
}

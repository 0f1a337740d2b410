import { Button } from "@fluentui/react-components";
import { paths } from "../../shared/links.ts";
import { useHost } from "../host-context.ts";
import { Box } from "../kit/box.tsx";
import { useText } from "../language.ts";
import styles from "./polling.module.css";

interface PlanConflictProps {
  municipality: string;
  draft: string;
  apart: () => void;
}

/** Two devices wrote on the same draft: both are kept, and the officer says with which she goes on. */
export function PlanConflict({ municipality, draft, apart }: PlanConflictProps) {
  const say = useText("polling");
  const { basepath } = useHost();
  // Loaded anew, so that nothing of this page is left in its fields.
  const other = () => window.location.assign((basepath === "/" ? "" : basepath) + paths.pollDraft(municipality, draft));
  return (
    <div role="alert">
      <Box title={say("conflict")} tone="asked">
        <p>{say("conflict.body")}</p>
        <div className={styles.row}>
          <Button appearance="primary" size="large" onClick={apart}>
            {say("conflict.apart")}
          </Button>
          <Button size="large" onClick={other}>
            {say("conflict.other")}
          </Button>
        </div>
      </Box>
    </div>
  );
}

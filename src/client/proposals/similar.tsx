import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { paths } from "../../shared/links.ts";
import { useHost } from "../host-context.ts";
import { Box } from "../kit/box.tsx";
import { useSettled } from "../kit/use-settled.ts";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./editor.module.css";
import { proposalsApi } from "./proposals-api.ts";

interface SimilarProps {
  municipality: string;
  kern: string;
  /** What is being written. */
  text: string;
}

/** Proposals that resemble what is being written, so that neighbours join forces. They open beside, never in place of, the text. */
export function Similar({ municipality, kern, text }: SimilarProps) {
  const say = useText("proposals");
  const shell = useText("shell");
  const { basepath } = useHost();
  const asked = useSettled(text.trim(), 600);
  const { data } = useQuery({
    queryKey: keys.similar(kern, asked),
    queryFn: () => proposalsApi.similar(kern, asked.slice(0, 500)),
    enabled: asked.length >= 5,
    placeholderData: keepPreviousData,
  });
  const similar = asked.length >= 5 ? (data?.similar ?? []) : [];
  return (
    <div className={styles.similar} role="status">
      {similar.length > 0 && (
        <Box title={say("similar")}>
          <p className="small">{say("similar.body")}</p>
          <ul>
            {similar.map((each) => (
              <li key={each.proposal}>
                <a
                  href={(basepath === "/" ? "" : basepath) + paths.proposal(municipality, each.proposal)}
                  target="_blank"
                  rel="noopener"
                >
                  {each.title}
                </a>
                <span className="small muted">
                  {each.kern !== kern && `${each.kernName} · `}
                  {shell("proposal.support.count", { count: each.supportCount })}
                </span>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </div>
  );
}

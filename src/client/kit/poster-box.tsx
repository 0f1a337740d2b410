import { useMutation } from "@tanstack/react-query";
import { callForBytes } from "../call.ts";
import { useText } from "../language.ts";
import { BusyButton } from "./busy-button.tsx";
import { useFaultWords } from "./error-state.tsx";
import { Icon } from "./icon.tsx";
import styles from "./poster-box.module.css";
import { saveFile } from "./save-file.ts";

interface PosterBoxProps {
  about: { kern: string } | { proposal: string } | { poll: string } | { meeting: string };
}

type Size = "a4" | "a3";

/** Saves the poster of a kern, a proposal, a poll or a meeting: fetched with who is asking, because a link inside Teams carries nobody. */
export function PosterBox({ about }: PosterBoxProps) {
  const say = useText("shell");
  const words = useFaultWords();
  const make = useMutation({
    mutationFn: async (size: Size) => {
      const poster = await callForBytes("affiches", undefined, { accept: "application/pdf", query: { ...about, size } });
      saveFile(`affiche-kernplein-${size}.pdf`, poster);
    },
  });
  return (
    <section className={styles.box}>
      <h2>{say("poster")}</h2>
      <p>{say("poster.body")}</p>
      <div className={styles.deeds}>
        {(["a4", "a3"] as const).map((size) => (
          <BusyButton
            key={size}
            icon={<Icon name="print" size={18} />}
            busy={make.isPending && make.variables === size}
            onClick={() => make.mutate(size)}
          >
            {say(`poster.${size}`)}
          </BusyButton>
        ))}
      </div>
      {make.error && <p role="alert">{words(make.error)}</p>}
    </section>
  );
}

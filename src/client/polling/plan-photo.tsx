import { Button } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Photo } from "../kit/photo.tsx";
import { shrinkPhoto } from "../kit/shrink-photo.ts";
import { useText } from "../language.ts";
import { proposalsApi } from "../proposals/proposals-api.ts";
import styles from "./polling.module.css";

/** A photo of a plan: sent at once, shown as it will be. */
export function PlanPhoto({ photo, onPhoto }: { photo: string | null; onPhoto: (photo: string | null) => void }) {
  const say = useText("polling");
  const words = useFaultWords();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => proposalsApi.uploadPhoto(await shrinkPhoto(file)),
    onSuccess: (view) => onPhoto(view.photo),
  });
  return (
    <div className={styles.fields}>
      {photo && <Photo photo={photo} alt={say("plans.photo.shown")} className={styles.photo} />}
      <div className={styles.row}>
        <input
          ref={input}
          hidden
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={say("plans.photo")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) upload.mutate(file);
          }}
        />
        <BusyButton busy={upload.isPending} icon={<Icon name="photo" size={18} />} onClick={() => input.current?.click()}>
          {say(photo ? "plans.photo.other" : "plans.photo")}
        </BusyButton>
        {photo && (
          <Button appearance="subtle" onClick={() => onPhoto(null)}>
            {say("plans.photo.remove")}
          </Button>
        )}
      </div>
      {upload.error && <p role="alert">{words(upload.error)}</p>}
    </div>
  );
}

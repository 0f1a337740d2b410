import { Button, Field, Input } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Photo } from "../kit/photo.tsx";
import { shrinkPhoto } from "../kit/shrink-photo.ts";
import { useText } from "../language.ts";
import styles from "./editor.module.css";
import { proposalsApi } from "./proposals-api.ts";

interface PhotoFieldProps {
  photo: string | null;
  photoAlt: string;
  onPhoto: (fields: { photo?: string | null; photoAlt?: string }) => void;
}

/** A photo, if one likes: chosen or taken, sent at once, shown as it will be, with what is to be seen in words. */
export function PhotoField({ photo, photoAlt, onPhoto }: PhotoFieldProps) {
  const say = useText("proposals");
  const words = useFaultWords();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => proposalsApi.uploadPhoto(await shrinkPhoto(file)),
    onSuccess: (view) => onPhoto({ photo: view.photo }),
  });
  const choose = () => input.current?.click();
  return (
    <div className={styles.group}>
      <Field label={say("photo.label")} hint={say("photo.hint")} size="large">
        {(control) => (
          <div>
            <input
              ref={input}
              hidden
              type="file"
              accept="image/jpeg,image/png,image/webp"
              aria-label={say("photo.choose")}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) upload.mutate(file);
              }}
            />
            {photo && <Photo photo={photo} alt={photoAlt || say("photo.yours")} className={styles.preview} />}
            <div className={styles.row}>
              <BusyButton busy={upload.isPending} icon={<Icon name="photo" size={18} />} onClick={choose}>
                {upload.isPending ? say("photo.sending") : say(photo ? "photo.other" : "photo.choose")}
              </BusyButton>
              {photo && (
                <Button appearance="subtle" onClick={() => onPhoto({ photo: null, photoAlt: "" })}>
                  {say("photo.remove")}
                </Button>
              )}
            </div>
            <span id={control.id} />
          </div>
        )}
      </Field>
      {upload.error && (
        <p role="alert" className={styles.fault}>
          {words(upload.error)}
        </p>
      )}
      {photo && (
        <Field label={say("photo.alt")} hint={say("photo.alt.hint")} size="large">
          <Input id="photoAlt" value={photoAlt} maxLength={200} onChange={(_, given) => onPhoto({ photoAlt: given.value })} />
        </Field>
      )}
    </div>
  );
}

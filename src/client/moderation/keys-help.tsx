import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { deskKeys } from "./desk-keys.ts";

/** Which keys there are. The browser's own dialog: it holds the focus, closes by Escape and gives the focus back. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const say = useText("moderation");
  const shell = useText("shell");
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{say("help.title")}</h2>
      <dl className={styles.keyList}>
        {deskKeys.map(({ key, meaning }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`help.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <Button appearance="primary" onClick={() => dialog.current?.close()}>
        {shell("close")}
      </Button>
    </dialog>
  );
}

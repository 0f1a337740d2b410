import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { deskKeys } from "./desk-keys.ts";

/** Which keys there are. The focus goes back to where it was. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useText("moderation");
  const shell = useText("shell");
  return (
    <Dialog open={open} onOpenChange={(_, { open: stays }) => stays || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say("help.title")}</DialogTitle>
          <DialogContent>
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
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {shell("close")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import { useEffect, useRef, useState } from "react";
import { Icon } from "../kit/icon.tsx";
import { useOnline } from "../kit/use-online.ts";
import { useText } from "../language.ts";
import styles from "./offline-bar.module.css";

/** A thin bar while there is no internet; for a moment afterwards it says that there is again. */
export function OfflineBar() {
  const say = useText("shell");
  const online = useOnline();
  const wasOffline = useRef(false);
  const [returned, setReturned] = useState(false);
  useEffect(() => {
    if (!online) wasOffline.current = true;
    else if (wasOffline.current) {
      wasOffline.current = false;
      setReturned(true);
      const timer = setTimeout(() => setReturned(false), 4000);
      return () => clearTimeout(timer);
    }
  }, [online]);
  return (
    <div role="status">
      {(!online || returned) && (
        <p className={styles.bar} data-back={online}>
          <Icon name={online ? "check" : "cloud"} size={18} />
          {say(online ? "offline.back" : "offline")}
        </p>
      )}
    </div>
  );
}

import type { PlaceView } from "../../notifications/contract.ts";
import { Box } from "../kit/box.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import styles from "./reach.module.css";

/** Where the bot can say nothing, since when and why; and where its cards come in another channel. */
export function Places({ places }: { places: PlaceView[] }) {
  const say = useText("reach");
  const told = places.filter(({ trouble, ownChannel }) => trouble !== null || !ownChannel);
  return (
    <Box title={say("places")}>
      {told.length === 0 && <p>{say("places.fine")}</p>}
      <ul className={styles.places}>
        {told.map(({ kern, kernName, trouble, since }) => (
          <li key={kern} className={styles.way} data-tone={trouble ? "trouble" : "wait"}>
            <Icon name={trouble ? "alert" : "info"} size={16} />
            <span>
              <strong>{kernName}</strong>
              <br />
              {trouble ? say(`trouble.${trouble}`) : say("places.general")}
              {since && (
                <span className={styles.meta}>
                  {" "}
                  {say("since")} <Exactly at={since} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {told.some(({ trouble }) => trouble !== null && trouble !== "never") && (
        <p className={styles.meta}>{say("trouble.todo")}</p>
      )}
    </Box>
  );
}

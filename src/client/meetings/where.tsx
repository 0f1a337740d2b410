import { lazy, Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { MeetingView } from "../../meetings/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./meeting-page.module.css";

const PlaceMap = lazy(() => import("../proposals/place-map.tsx").then((module) => ({ default: module.PlaceMap })));

/** Where to go: the hall and its address in words, the map for who likes, and how to take part from home. */
export function Where({ meeting, kern }: { meeting: MeetingView; kern: KernHomeView | undefined }) {
  const say = useText("meetings");
  const [shown, setShown] = useState(false);
  const { hall, address, position, online, state } = meeting;
  return (
    <>
      {(hall || address) && (
        <div className={styles.fact}>
          <Icon name="pin" />
          <div>
            <p>
              <strong className={styles.day}>{hall || address}</strong>
              {hall && address}
            </p>
            {position && kern && (
              <TextButton expanded={shown} onClick={() => setShown(!shown)}>
                {say(shown ? "map.hide" : "map.show")}
              </TextButton>
            )}
          </div>
        </div>
      )}
      {shown && position && kern && (
        <Suspense>
          <PlaceMap kern={kern} place={{ label: hall, ...position }} />
        </Suspense>
      )}
      {online && state === "planned" && (
        <div className={styles.fact}>
          <Icon name="out" />
          <p>
            <strong className={styles.day}>{say(hall || address ? "online.also" : "online.only")}</strong>
            <a href={online} target="_blank" rel="noopener">
              {say("online.open")}
            </a>
          </p>
        </div>
      )}
    </>
  );
}

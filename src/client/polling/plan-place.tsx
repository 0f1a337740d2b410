import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import type { PlanOption } from "./plan.ts";
import styles from "./polling.module.css";

const PlaceMap = lazy(() => import("../proposals/place-map.tsx").then((module) => ({ default: module.PlaceMap })));

interface PlanPlaceProps {
  kern: KernHomeView;
  place: PlanOption["place"];
  onPlace: (place: PlanOption["place"]) => void;
}

/** Where a plan is, pointed at on the map. */
export function PlanPlace({ kern, place, onPlace }: PlanPlaceProps) {
  const say = useText("polling");
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <Button icon={<Icon name="pin" size={18} />} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {say("plans.place")}
        </Button>
        {place && (
          <Button appearance="subtle" onClick={() => onPlace(null)}>
            {say("plans.place.remove")}
          </Button>
        )}
      </div>
      {shown && (
        <Suspense>
          <PlaceMap kern={kern} place={place && { label: "", ...place }} onChoose={onPlace} />
        </Suspense>
      )}
    </div>
  );
}

import { Button, Field, Input } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import type { Place } from "../../proposals/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./editor.module.css";

const PlaceMap = lazy(() => import("./place-map.tsx").then((module) => ({ default: module.PlaceMap })));

interface PlaceFieldProps {
  kern: KernHomeView;
  place: Place | null;
  onPlace: (place: Place | null) => void;
}

/** Where it is: in words first, on the map for who likes. Words alone stand at the middle of the kern. */
export function PlaceField({ kern, place, onPlace }: PlaceFieldProps) {
  const say = useText("proposals");
  const [mapShown, setMapShown] = useState(false);
  const middle = { latitude: kern.latitude, longitude: kern.longitude };
  const label = (words: string) => {
    const pointed = place && (place.latitude !== middle.latitude || place.longitude !== middle.longitude);
    onPlace(words === "" && !pointed ? null : { ...middle, ...place, label: words });
  };
  return (
    <div className={styles.group}>
      <Field label={say("place.label")} hint={say("place.hint")} size="large">
        <Input id="place" value={place?.label ?? ""} maxLength={140} onChange={(_, given) => label(given.value)} />
      </Field>
      <div className={styles.row}>
        <Button icon={<Icon name="pin" size={18} />} aria-expanded={mapShown} onClick={() => setMapShown(!mapShown)}>
          {say(mapShown ? "place.hide" : "place.point")}
        </Button>
        {place && (
          <Button appearance="subtle" onClick={() => onPlace(null)}>
            {say("place.remove")}
          </Button>
        )}
      </div>
      {mapShown && (
        <Suspense>
          <p className="small muted">{say("place.press")}</p>
          <PlaceMap kern={kern} place={place} onChoose={(point) => onPlace({ label: place?.label ?? "", ...point })} />
        </Suspense>
      )}
    </div>
  );
}

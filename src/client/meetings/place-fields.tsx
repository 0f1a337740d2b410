import { Button, Field, Input } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { type FormFault, faultAt } from "../form-faults.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./editor.module.css";
import type { MeetingFields } from "./meeting-form.ts";

const PlaceMap = lazy(() => import("../proposals/place-map.tsx").then((module) => ({ default: module.PlaceMap })));

interface PlaceFieldsProps {
  kern: KernHomeView;
  fields: MeetingFields;
  faults: FormFault[];
  onChange: (part: Partial<MeetingFields>) => void;
}

/** Where one meets: in words, on the map for who likes, and from home. */
export function PlaceFields({ kern, fields, faults, onChange }: PlaceFieldsProps) {
  const say = useText("meetings");
  const [shown, setShown] = useState(false);
  const { position } = fields;
  return (
    <>
      <Field label={say("hall")} hint={say("hall.hint")} validationMessage={faultAt(faults, "hall")} size="large">
        <Input id="hall" value={fields.hall} maxLength={140} onChange={(_, to) => onChange({ hall: to.value })} />
      </Field>
      <Field label={say("address")} hint={say("address.hint")} validationMessage={faultAt(faults, "address")} size="large">
        <Input id="address" value={fields.address} maxLength={200} onChange={(_, to) => onChange({ address: to.value })} />
      </Field>
      <div className={styles.map}>
        <div className={styles.row}>
          <Button icon={<Icon name="pin" size={18} />} aria-expanded={shown} onClick={() => setShown(!shown)}>
            {say(shown ? "map.hide" : "map.point")}
          </Button>
          {position && (
            <Button appearance="subtle" onClick={() => onChange({ position: null })}>
              {say("map.remove")}
            </Button>
          )}
        </div>
        {shown && (
          <Suspense>
            <p className="small muted">{say("map.press")}</p>
            <PlaceMap
              kern={kern}
              place={position && { label: "", ...position }}
              onChoose={(point) => onChange({ position: point })}
            />
          </Suspense>
        )}
      </div>
      <Field label={say("online")} hint={say("online.hint")} validationMessage={faultAt(faults, "online")} size="large">
        <Input
          id="online"
          type="url"
          inputMode="url"
          value={fields.online}
          maxLength={500}
          onChange={(_, to) => onChange({ online: to.value })}
        />
      </Field>
    </>
  );
}

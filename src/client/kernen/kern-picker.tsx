import { lazy, Suspense, useState } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { accentStyle } from "../kit/accent-style.ts";
import { EmptyState } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import { byMunicipality, findKernen } from "./find-kernen.ts";
import styles from "./kern-picker.module.css";
import { KernSearch } from "./kern-search.tsx";

const KernenMap = lazy(() => import("./kernen-map.tsx").then((module) => ({ default: module.KernenMap })));

interface KernPickerProps {
  kernen: KernView[];
  onPick: (kern: KernView) => void;
}

/** Choosing one kern: from the list, by name or postcode, or on the map; the list says everything the map shows. */
export function KernPicker({ kernen, onPick }: KernPickerProps) {
  const say = useText("kernen");
  const [typed, setTyped] = useState("");
  const [mapShown, setMapShown] = useState(false);
  const found = findKernen(kernen, typed);
  return (
    <>
      <KernSearch typed={typed} onType={setTyped} found={found.length} />
      <TextButton expanded={mapShown} onClick={() => setMapShown(!mapShown)}>
        <Icon name="pin" size={18} />
        {say(mapShown ? "find.map.hide" : "find.map")}
      </TextButton>
      {mapShown && (
        <Suspense fallback={<div className={styles.mapComing} />}>
          <KernenMap kernen={found} onPick={onPick} />
        </Suspense>
      )}
      {found.length === 0 && <EmptyState title={say("find.none")}>{say("find.none.body")}</EmptyState>}
      {byMunicipality(found).map((group) => (
        <section key={group.municipality} className={styles.group}>
          <h2>{group.name}</h2>
          <ul className={styles.list}>
            {group.kernen.map((kern) => (
              <li key={kern.kern}>
                <button type="button" className={styles.choice} style={accentStyle(kern.accent)} onClick={() => onPick(kern)}>
                  <Silhouette name={kern.silhouette} size={24} />
                  <span>{kern.name}</span>
                  <Icon name="forward" size={18} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

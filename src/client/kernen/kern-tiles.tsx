import { useState } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { accentStyle } from "../kit/accent-style.ts";
import { EmptyState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { useText } from "../language.ts";
import { byMunicipality, findKernen } from "./find-kernen.ts";
import { KernSearch } from "./kern-search.tsx";
import styles from "./kern-tiles.module.css";

/** Every kern as a tile with its drawing, found by name or postcode as one types. */
export function KernTiles({ kernen }: { kernen: KernView[] }) {
  const say = useText("kernen");
  const [typed, setTyped] = useState("");
  const found = findKernen(kernen, typed);
  return (
    <>
      <KernSearch typed={typed} onType={setTyped} found={found.length} />
      {found.length === 0 && <EmptyState title={say("find.none")}>{say("find.none.body")}</EmptyState>}
      {byMunicipality(found).map((group) => (
        <section key={group.municipality} className={styles.group}>
          <h3>{say("landing.in", { municipality: group.name })}</h3>
          <ul className={styles.tiles}>
            {group.kernen.map((kern) => (
              <li key={kern.kern} className={styles.tile} style={accentStyle(kern.accent)}>
                <Silhouette name={kern.silhouette} size={40} />
                <Go to={paths.kern(kern.municipality, kern.kern)}>{kern.name}</Go>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

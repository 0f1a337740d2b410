import type { AccentName, SilhouetteName } from "../../kernen/kern-identity.ts";
import { accentStyle } from "../kit/accent-style.ts";
import { Silhouette } from "../kit/silhouettes.tsx";
import styles from "./skyline.module.css";

const row: [SilhouetteName, AccentName][] = [
  ["church", "delft"],
  ["willows", "moss"],
  ["mill", "brick"],
  ["farm", "ochre"],
  ["bridge", "river"],
  ["water-tower", "plum"],
  ["mill-row", "pine"],
  ["ferry", "patina"],
  ["castle", "heather"],
  ["lock", "bark"],
  ["stork", "reed"],
  ["harbour", "foxglove"],
];

/** The villages side by side on one horizon; on a small screen fewer of them fit. */
export function Skyline() {
  return (
    <div className={styles.skyline}>
      {row.map(([silhouette, accent]) => (
        <span key={silhouette} style={accentStyle(accent)}>
          <Silhouette name={silhouette} size={72} />
        </span>
      ))}
    </div>
  );
}

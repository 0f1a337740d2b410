import { paths } from "../../shared/links.ts";
import { Go } from "./go.tsx";
import { Icon } from "./icon.tsx";
import { Silhouette } from "./silhouettes.tsx";
import styles from "./strip.module.css";

interface StripProps {
  municipality: string;
  kern: string;
  name: string;
  silhouette?: string | undefined;
}

/** The slim form of the kern's band, on top of its other pages: the way back and the drawing. */
export function Strip({ municipality, kern, name, silhouette }: StripProps) {
  return (
    <div className={styles.strip}>
      <Go to={paths.kern(municipality, kern)} className={styles.back}>
        <Icon name="back" size={18} />
        {name}
      </Go>
      {silhouette && <Silhouette name={silhouette} size={36} />}
    </div>
  );
}

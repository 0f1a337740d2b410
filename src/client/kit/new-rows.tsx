import { Button } from "@fluentui/react-components";
import type { RefObject } from "react";
import { Icon } from "./icon.tsx";
import styles from "./new-rows.module.css";

interface NewRowsProps {
  /** "3 nieuwe voorstellen"; nothing is shown when null. */
  words: string | null;
  /** The list they belong to; the focus goes to its first row. */
  list: RefObject<HTMLElement | null>;
  onShow: () => void;
}

/** Says that there is more at the top, over the list and without moving it; pressing brings it in. */
export function NewRows({ words, list, onShow }: NewRowsProps) {
  const show = () => {
    onShow();
    requestAnimationFrame(() => {
      list.current?.scrollIntoView({ block: "start" });
      // A long list draws its first rows when they are on the screen.
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("a, button")?.focus());
    });
  };
  return (
    <div className={styles.place} role="status">
      {words !== null && (
        <Button appearance="primary" shape="circular" icon={<Icon name="up" size={18} />} onClick={show}>
          {words}
        </Button>
      )}
    </div>
  );
}

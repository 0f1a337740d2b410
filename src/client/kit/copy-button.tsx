import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { announce } from "./announce.tsx";
import { Icon } from "./icon.tsx";

interface CopyButtonProps {
  text: string;
  /** What is said when it was copied, and when this browser may not copy. */
  words: { copied: string; refused: string };
  children: string;
}

/** Copies a text; a browser that may not copy says so, and the text can still be written down. */
export function CopyButton({ text, words, children }: CopyButtonProps) {
  const [state, setState] = useState<"no" | "copied" | "refused">("no");
  async function copy() {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const now = done ? "copied" : "refused";
    setState(now);
    announce(words[now]);
  }
  return (
    <>
      <Button icon={state === "copied" ? <Icon name="check" /> : undefined} onClick={() => void copy()}>
        {state === "copied" ? words.copied : children}
      </Button>
      {state === "refused" && <p className="small">{words.refused}</p>}
    </>
  );
}

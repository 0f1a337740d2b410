import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { announce } from "../kit/announce.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";

/** Copies a text; a browser that may not copy says so, and the text can still be written down. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const say = useText("voting");
  const [state, setState] = useState<"no" | "copied" | "refused">("no");
  async function copy() {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setState(done ? "copied" : "refused");
    announce(say(done ? "copied" : "copy.refused"));
  }
  return (
    <>
      <Button icon={state === "copied" ? <Icon name="check" /> : undefined} onClick={() => void copy()}>
        {state === "copied" ? say("copied") : children}
      </Button>
      {state === "refused" && <p className="small">{say("copy.refused")}</p>}
    </>
  );
}

import { Button, type ButtonProps, Spinner } from "@fluentui/react-components";
import type { MouseEvent, ReactNode } from "react";

interface BusyButtonProps {
  busy: boolean;
  children: ReactNode;
  onClick?: () => void;
  type?: "button" | "submit";
  appearance?: ButtonProps["appearance"];
  size?: ButtonProps["size"];
  icon?: ButtonProps["icon"];
  pressed?: boolean;
}

/** A button that shows that its work is being done. It is never disabled: a second press while busy simply does nothing. */
export function BusyButton({ busy, children, onClick, type = "button", icon, pressed, ...look }: BusyButtonProps) {
  const press = (event: MouseEvent) => {
    if (busy) event.preventDefault();
    else onClick?.();
  };
  return (
    <Button
      {...look}
      type={type}
      aria-disabled={busy || undefined}
      aria-pressed={pressed}
      onClick={press}
      icon={busy ? <Spinner size="tiny" appearance={look.appearance === "primary" ? "inverted" : "primary"} /> : icon}
    >
      {children}
    </Button>
  );
}

import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from "react";
import { painted } from "./painted.ts";

const plainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A function that goes to a path of shared/links.ts, inside Teams as well. */
export function useGo(): (path: string, how?: { replace?: boolean }) => void {
  const router = useRouter();
  return (path, how) => void router.navigate({ href: path, replace: how?.replace ?? false });
}

/**
 * What an anchor to a path needs: the full address (with /tab inside Teams) and a click that does not load the page anew. First the press
 * is seen, then the next page is made ready: on a slow phone that takes longer than a finger waits.
 */
function useWay(path: string): { href: string; onClick: (event: MouseEvent) => void; onPointerEnter: () => void } {
  const router = useRouter();
  const basepath = router.options.basepath ?? "/";
  return {
    href: (basepath === "/" ? "" : basepath) + path,
    onClick(event) {
      if (!plainClick(event)) return;
      event.preventDefault();
      void painted().then(() => router.navigate({ href: path }));
    },
    onPointerEnter() {
      void painted()
        .then(() => router.preloadRoute({ to: path.split("?")[0] ?? path }))
        .catch(() => undefined);
    },
  };
}

type GoProps = { to: string; children: ReactNode } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick">;

/** A link to a page of ours. */
export function Go({ to, children, ...rest }: GoProps) {
  return (
    <a {...rest} {...useWay(to)}>
      {children}
    </a>
  );
}

type GoButtonProps = { to: string; children: ReactNode; icon?: ButtonProps["icon"] } & Pick<
  ButtonProps,
  "appearance" | "size" | "className"
>;

/** A link to a page of ours that looks like a button. */
export function GoButton({ to, children, ...rest }: GoButtonProps) {
  return (
    <Button as="a" {...rest} {...useWay(to)}>
      {children}
    </Button>
  );
}

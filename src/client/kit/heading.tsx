import { type ReactNode, useEffect, useRef } from "react";
import { fitTitle } from "./fit-title.ts";

let firstPage = true;

interface PageHeadingProps {
  children: ReactNode;
  /** What the browser's tab says; the heading's own words when they are text. */
  title?: string;
  className?: string;
}

/**
 * The one h1 of a page. It names the browser tab, and takes the focus when one comes from another page, so that a screen reader
 * says where one has arrived.
 */
export function PageHeading({ children, title, className }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const words = title ?? (typeof children === "string" ? children : "");
  useEffect(() => {
    document.title = words ? `${fitTitle(words, 60)} · Kernplein` : "Kernplein";
  }, [words]);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

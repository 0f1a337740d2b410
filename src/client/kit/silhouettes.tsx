import { lazy, Suspense } from "react";

const Lines = lazy(() => import("./silhouette-lines.tsx"));

interface SilhouetteProps {
  /** As a view carries it; an unknown name leaves its place empty. */
  name: string;
  /** Height in px; the drawing is twice as wide. */
  size?: number;
}

/**
 * The line drawing of a kern in the colour of the text around it. An ornament: screen readers pass over it, and a page that must be
 * read first does not wait for it; its place is kept.
 */
export function Silhouette({ name, size = 32 }: SilhouetteProps) {
  return (
    <svg
      viewBox="0 0 64 32"
      width={size * 2}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <Suspense fallback={null}>
        <Lines name={name} />
      </Suspense>
    </svg>
  );
}

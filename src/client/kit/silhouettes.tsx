import { drawingOf, strokes } from "../../kernen/silhouette-drawings.ts";

interface SilhouetteProps {
  /** As a view carries it; an unknown name draws nothing. */
  name: string;
  /** Height in px; the drawing is twice as wide. */
  size?: number;
}

/** The line drawing of a kern in the colour of the text around it. An ornament: screen readers pass over it. */
export function Silhouette({ name, size = 32 }: SilhouetteProps) {
  const drawing = drawingOf(name);
  if (!drawing) return null;
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
      <path d={drawing.line} strokeWidth={strokes.line} />
      <path d={drawing.fine} strokeWidth={strokes.fine} />
    </svg>
  );
}

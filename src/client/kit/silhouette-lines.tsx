import { drawingOf, strokes } from "../../kernen/silhouette-drawings.ts";

/** The lines within the drawing of a kern. An unknown name draws nothing. */
export default function SilhouetteLines({ name }: { name: string }) {
  const drawing = drawingOf(name);
  return (
    drawing && (
      <>
        <path d={drawing.line} strokeWidth={strokes.line} />
        <path d={drawing.fine} strokeWidth={strokes.fine} />
      </>
    )
  );
}

/** What somebody wrote, as paragraphs: an empty line begins a new one, a single line break stays a line break. */
export function Paragraphs({ text, className }: { text: string; className?: string | undefined }) {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== "");
  return (
    <div className={className}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text; they never move
        <p key={index} className="written">
          {part}
        </p>
      ))}
    </div>
  );
}

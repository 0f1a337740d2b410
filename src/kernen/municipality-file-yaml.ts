/** Reads YAML and remembers where everything stood, so that each fault can be shown on its line. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { type Saying, sayings } from "./municipality-file-sayings.ts";

/** Keys and list positions from the top of the file: ["kernen", 3, "slug"]. */
export type Path = readonly PropertyKey[];

/** Line and column, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface YamlText {
  /** Plain values; undefined when the text cannot be trusted to mean what was meant. */
  value: unknown;
  /** What is wrong with the YAML itself. */
  faults: (Place & { saying: Saying })[];
  /** Where the value at `path` stands, or its key when `key` names one in it; for what is absent, what it is absent from. */
  placeOf(path: Path, key?: string): Place;
}

const longestText = 1_000_000;
/** A right file goes four deep. The parser recurses, so what goes far deeper is stopped before it. */
const deepest = 40;

/** Refuses nothing: whatever `text` is, it gives the faults. After a broken structure `value` is undefined; a double key breaks none. */
export function readYaml(text: string): YamlText {
  const unreadable = refuseUnread(text);
  if (unreadable) return { value: undefined, faults: [unreadable], placeOf: () => ({ line: 1, column: 1 }) };

  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, logLevel: "error" });
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  let lastQuote = 0;
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type?.startsWith("QUOTE_")) lastQuote = Math.max(lastQuote, scalar.range?.[0] ?? 0);
    },
  });
  const faults = errors.map((error) =>
    // The parser points at the end of the file; an open quotation mark is the last one that began.
    /^Missing closing .quote/.test(error.message)
      ? { ...place(lastQuote), saying: sayings.openQuote() }
      : { ...place(error.pos[0]), saying: sayings.yaml(error.code, error.message) },
  );
  visit(document, {
    Alias: (_, alias) => {
      faults.push({ ...place(alias.range?.[0] ?? 0), saying: sayings.alias(alias.source) });
    },
  });
  const broken = faults.length > errors.filter((error) => error.code === "DUPLICATE_KEY").length;
  return {
    value: broken ? undefined : document.toJS(),
    faults: onePerLine(faults),
    placeOf: (path, key) => place(offsetOf(document, path, key)),
  };
}

function refuseUnread(text: string): YamlText["faults"][number] | undefined {
  if (text.length > longestText) return { line: 1, column: 1, saying: sayings.tooLong(longestText) };
  let open = 0;
  for (const [index, line] of text.split("\n").entries()) {
    for (const sign of line) {
      if (sign === "[" || sign === "{") open++;
      if (sign === "]" || sign === "}") open--;
    }
    // Sequences on one line ("- - - a") nest without brackets or new lines.
    const dashes = /^(?:[\s-]|\?\s|:\s)*/.exec(line)?.[0].length ?? 0;
    if (open > deepest || dashes > 4 * deepest) return { line: index + 1, column: 1, saying: sayings.tooDeep() };
  }
  return undefined;
}

function offsetOf(document: Document.Parsed, path: Path, key?: string): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    if (depth === path.length && key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    return node.range[0];
  }
  return 0;
}

/** One slip often confuses the parser several times over on the same line; the first of them is the one to mend. */
function onePerLine(faults: YamlText["faults"]): YamlText["faults"] {
  const seen = new Set<number>();
  return [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line }) => !seen.has(line) && seen.add(line) !== undefined);
}

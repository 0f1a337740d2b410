import { defaultRangeExtractor, type Range, useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type FocusEvent,
  Fragment,
  memo,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import { classes } from "./classes.ts";
import styles from "./long-list.module.css";

/** What a row puts on its own list item, so that it stands in its place and says which of how many it is. */
export interface RowPlace {
  ref?: Ref<HTMLLIElement>;
  style?: CSSProperties;
  "data-index"?: number;
  "aria-posinset"?: number;
  /** -1: nobody has counted them. */
  "aria-setsize"?: number;
}

interface LongListProps<Row> {
  /** Which list it is: who comes back to it finds the place where she was. */
  name: string;
  rows: readonly Row[];
  idOf(row: Row): string;
  /** How many there are in all, also beyond those that were fetched; -1 when unknown. */
  total: number;
  /** How high a row is, about, in pixels. */
  estimate: number;
  list: RefObject<HTMLUListElement | null>;
  className?: string;
  /** Fetches more rows; called when the last ones are near, as soon as there is more to fetch. Null while there is not. */
  fetchMore: (() => void) | null;
  /** One row; the same function from drawing to drawing, so that a row which stays is not drawn again. */
  children: DrawRow<Row>;
}

export type DrawRow<Row> = (row: Row, place: RowPlace) => ReactNode;

/** Up to here every row is in the page, so that searching in the page and printing find all. */
const shortMost = 60;
const overscan = 8;
const nearEnd = 20;

/** Heights of the rows that were on the screen, of the list that was left last. */
let left: { name: string; heights: VirtualItem[] } = { name: "", heights: [] };

/** A list that stays quick with ten thousand rows: a long one holds only those on the screen and a few around them. */
export function LongList<Row>({ children, ...props }: LongListProps<Row>) {
  if (props.total < 0 || props.total > shortMost) return <Virtual {...props}>{children}</Virtual>;
  return (
    <ul ref={props.list} className={classes(styles.rows, props.className)}>
      {props.rows.map((row) => (
        <Fragment key={props.idOf(row)}>{children(row, {})}</Fragment>
      ))}
    </ul>
  );
}

interface PlacedProps<Row> {
  row: Row;
  index: number;
  /** From the top of the list, in pixels. */
  from: number;
  total: number;
  measure: Ref<HTMLLIElement>;
  draw: DrawRow<Row>;
}

function PlacedRow<Row>({ row, index, from, total, measure, draw }: PlacedProps<Row>) {
  return draw(row, {
    ref: measure,
    style: { transform: `translateY(${from}px)` },
    "data-index": index,
    "aria-posinset": index + 1,
    "aria-setsize": total,
  });
}

const Placed = memo(PlacedRow) as typeof PlacedRow;

function Virtual<Row>({ name, rows, idOf, total, estimate, list, className, fetchMore, children }: LongListProps<Row>) {
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above changes height when the list or the window does
  useLayoutEffect(() => {
    const look = () => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    look();
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, [rows.length, list]);
  // Who has the focus in a row keeps it, however far she scrolls.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return focused === null || focused >= range.count || shown.includes(focused)
        ? shown
        : [...shown, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  const virtual = useWindowVirtualizer<HTMLLIElement>({
    count: rows.length,
    estimateSize: () => estimate,
    getItemKey: (index) => idOf(rows[index] as Row),
    overscan,
    scrollMargin: top,
    rangeExtractor,
    initialMeasurementsCache: left.name === name ? left.heights : [],
  });
  useEffect(
    () => () => {
      left = { name, heights: virtual.takeSnapshot() };
    },
    [name, virtual],
  );
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const near = last >= rows.length - nearEnd;
  const more = near && fetchMore !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each length, whichever function it is
  useEffect(() => {
    if (more) fetchMore();
  }, [more, rows.length]);
  const onFocus = ({ target }: FocusEvent) => {
    const index = target.closest<HTMLElement>("[data-index]")?.dataset.index;
    setFocused(index === undefined ? null : Number(index));
  };
  return (
    <ul
      ref={list}
      className={classes(styles.rows, styles.virtual, className)}
      style={{ height: virtual.getTotalSize() }}
      onFocus={onFocus}
      onBlur={() => setFocused(null)}
    >
      {items.map(({ index, start, key }) => (
        <Placed
          key={String(key)}
          row={rows[index] as Row}
          index={index}
          from={start - top}
          total={total}
          measure={virtual.measureElement}
          draw={children}
        />
      ))}
    </ul>
  );
}

import { useNow } from "../kit/moment.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { useLanguage, useText } from "../language.ts";
import { dayInWords, hoursOf, leafOf, nearnessOf, type Span } from "./when.ts";

/** "over 3 dagen", "morgen", "nu bezig"; afterwards nothing more. */
export function Nearness({ span }: { span: Span }) {
  const say = useText("meetings");
  const now = useNow(Date.parse(span.startsAt) > serverNow() ? span.startsAt : span.endsAt);
  const near = nearnessOf(span, now);
  return say(`near.${near.is}`, { count: near.is === "days" ? near.count : 0 });
}

/** "donderdag 3 december 2026" */
export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{dayInWords(at, useLanguage())}</time>;
}

/** "20:00 tot 22:00" */
export function Hours({ span }: { span: Span }) {
  const say = useText("meetings");
  return say("hours", hoursOf(span, useLanguage()));
}

/** The day as a leaf of a calendar; read aloud in whole words. */
export function Leaf({ at, className }: { at: string; className: string | undefined }) {
  const language = useLanguage();
  const { weekday, day, month } = leafOf(at, language);
  return (
    <time dateTime={at} className={className}>
      <span aria-hidden="true">
        <span>{weekday}</span>
        <strong>{day}</strong>
        <span>{month}</span>
      </span>
      <span className="visually-hidden">{dayInWords(at, language)}</span>
    </time>
  );
}

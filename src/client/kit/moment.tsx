import { useEffect, useState } from "react";
import { dateInWords, dateTimeInWords } from "../../shared/time.ts";
import { useLanguage, useText } from "../language.ts";
import { serverNow } from "./server-clock.ts";
import { daysAgo, staysTrueFor, timeLeft } from "./time-left.ts";

/** Longest wait a browser's timer can count. */
const longest = 2 ** 31 - 1;

/** Now by the server's clock (milliseconds since 1970), renewed as often as the words about `until` change. */
export function useNow(until: string): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const wait = staysTrueFor(serverNow(), Date.parse(until));
    if (!Number.isFinite(wait)) return;
    const timer = setTimeout(() => setNow(serverNow()), Math.min(wait, longest));
    return () => clearTimeout(timer);
  });
  return now;
}

/** "nog 2 dagen" until `until` (ISO 8601), counting down. */
export function Left({ until }: { until: string }) {
  const say = useText("shell");
  const { unit, count } = timeLeft(useNow(until), Date.parse(until));
  return <time dateTime={until}>{say(`left.${unit}`, { count })}</time>;
}

/** "zondag 22 november 2026 om 20:00" */
export function Exactly({ at }: { at: string }) {
  return <time dateTime={at}>{dateTimeInWords(new Date(at), useLanguage())}</time>;
}

/** "vandaag", "gisteren", "5 dagen geleden", and from a month on the date. */
export function Ago({ at }: { at: string }) {
  const say = useText("shell");
  const language = useLanguage();
  const count = daysAgo(serverNow(), Date.parse(at));
  const exactly = dateTimeInWords(new Date(at), language);
  const words = count > 28 ? dateInWords(new Date(at), language) : count <= 0 ? say("ago.today") : say("ago.days", { count });
  return (
    <time dateTime={at} title={exactly}>
      {words}
    </time>
  );
}

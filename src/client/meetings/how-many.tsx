import type { MeetingSummary } from "../../meetings/contract.ts";
import { useText } from "../language.ts";
import { placesLeft } from "./places.ts";

/** A number stays on one line with what it counts. */
const unbroken = (words: string): string => words.replaceAll(" ", "\u00a0");

/** "12 mensen komen, nog 8 plaatsen" */
export function HowMany({ meeting }: { meeting: MeetingSummary }) {
  const say = useText("meetings");
  const { coming, waiting, state } = meeting;
  if (state === "held") return coming > 0 ? say("said", { count: coming }) : null;
  const left = placesLeft(meeting);
  const places = left === null ? "" : left === 0 ? say("full") : say("left", { count: left });
  const numbers = [places, waiting > 0 ? say("waiting", { count: waiting }) : ""].filter(Boolean).map(unbroken);
  return [coming === 0 ? say("coming.none") : unbroken(say("coming", { count: coming })), ...numbers].join(", ");
}

import type { MeetingSummary } from "../../meetings/contract.ts";
import { useText } from "../language.ts";
import { placesLeft } from "./places.ts";

/** "12 mensen komen · nog 8 plaatsen" */
export function HowMany({ meeting }: { meeting: MeetingSummary }) {
  const say = useText("meetings");
  const { coming, waiting, state } = meeting;
  if (state === "held") return coming > 0 ? say("said", { count: coming }) : null;
  const left = placesLeft(meeting);
  const places = left === null ? "" : left === 0 ? say("full") : say("left", { count: left });
  const words = [
    coming === 0 ? say("coming.none") : say("coming", { count: coming }),
    places,
    waiting > 0 ? say("waiting", { count: waiting }) : "",
  ];
  return words.filter(Boolean).join(" · ");
}

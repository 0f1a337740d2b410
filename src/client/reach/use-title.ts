import type { MessageView } from "../../notifications/contract.ts";
import { dateInWords } from "../../shared/time.ts";
import { useLanguage, useText } from "../language.ts";

/** What a message was about, in a line. */
export function useTitle(): (message: Pick<MessageView, "kind" | "title">) => string {
  const say = useText("reach");
  const language = useLanguage();
  return ({ kind, title }) => {
    if (title === "") return say("untitled");
    return kind === "week-overview" ? say("week", { day: dateInWords(new Date(title), language) }) : title;
  };
}

/**
 * A small file that runs while the first one is still on the way. It shows the home of a kern as this device last drew it, and asks what
 * that page will ask, so that a slow line brings the answers beside the code instead of after it. Whoever asks by call() within ten
 * seconds gets that answer; it is given once.
 */
import type { MeView } from "../members/contract.ts";
import { askEarly, callIn, dropEarly } from "./call.ts";
import { type Home, homeAt } from "./kernen/home-at.ts";
import { mineIn, newsOf, questions } from "./kernen/home-questions.ts";
import { remembered } from "./kit/device-memory.ts";
import { readHere } from "./offline/read-here.ts";
import { showDrawn } from "./offline/show-drawn.ts";

const longestMs = 10_000;

async function askForHome({ municipality, kern }: Home): Promise<void> {
  const language = remembered("language");
  if (language) callIn(language);
  void askEarly(questions.kern(municipality, kern));
  const me = (await askEarly(questions.me())) as MeView | undefined;
  if (me?.municipality !== municipality) return;
  for (const question of [
    questions.polls(kern),
    questions.invitations(),
    questions.proposals(mineIn(kern)),
    questions.proposals(newsOf(kern)),
  ])
    void askEarly(question);
}

const home = homeAt(window.location.pathname);
if (home) {
  if (remembered(readHere)) showDrawn();
  void askForHome(home);
  setTimeout(dropEarly, longestMs);
}

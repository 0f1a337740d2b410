/** What the home of a kern shows of meetings: fetched with its words, for who is signed in, once the rest stands. */
import { lazy } from "react";
import { painted } from "../kit/painted.ts";
import { bringWords } from "../language.ts";

async function fetched() {
  await painted();
  const [screens] = await Promise.all([import("../meetings/on-home.ts"), bringWords("meetings")]);
  return screens;
}

export const AskedMeeting = lazy(async () => ({ default: (await fetched()).AskedMeeting }));
export const NextMeetings = lazy(async () => ({ default: (await fetched()).NextMeetings }));

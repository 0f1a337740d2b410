import { expect, test } from "@jest/globals";
import { channelName, isChannelName } from "../../src/kernen/channel-name.ts";

test.each(["conin$~$", "conout#$", "_v~ti_groep", "co\u200bnin$"])(
  "%j does not become a reserved word when its signs are left out",
  (given) => {
    const name = channelName(given);
    expect(isChannelName(name)).toBe(true);
    expect(channelName(name)).toBe(name);
  },
);

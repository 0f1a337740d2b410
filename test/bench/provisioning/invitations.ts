/** Ten thousand guests by a virtual clock, beside the rate at which Graph takes invitations; each becomes one account. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inParallel } from "../../../src/provisioning/in-parallel.ts";
import { files, openPlace } from "./place.ts";
import { openVirtualGraph } from "./virtual-graph.ts";

const guests = 10_000;
/** POST /invitations: 150 in 5 s per tenant. */
const limit = { count: 150, perMs: 5000 };
/** Calls under way at once; one would already do if Graph answered at once, as it does by a clock that stands still meanwhile. */
const atOnce = 50;

export async function benchInvitations(): Promise<void> {
  console.log(`\nInvite ${guests} guests`);
  const [file] = files;
  const tenant = file?.entraTenantId ?? "";
  const place = await openPlace(files);
  const graph = await openVirtualGraph(place.folder);
  try {
    const emails = Array.from({ length: guests }, (_, index) => `inwoner-${index}@voorbeeld.example`);
    const ids = new Set<string>();
    const from = graph.clock.outside.now();
    await inParallel(emails, atOnce, async (email) => {
      const invited = await graph.workplace.invite(tenant, { email, name: "Inwoner", landingUrl: "https://kernplein.example/" });
      if ("refused" in invited) throw new Error(`${email} was refused: ${invited.refused}`);
      ids.add(invited.personId);
    });
    const ms = graph.clock.outside.now() - from;
    await graph.close();
    const kept = JSON.parse(readFileSync(join(place.folder, "graph", `${tenant}.json`), "utf8")) as { users: { mail: string }[] };
    const accounts = new Set(kept.users.map(({ mail }) => mail));
    const sent = graph.sent.get("POST /invitations 201") ?? 0;
    const leastMs = Math.floor((guests - 1) / limit.count) * limit.perMs;
    const share = leastMs / ms;
    console.table({
      guests: ids.size,
      accounts: kept.users.length,
      "accounts twice": kept.users.length - accounts.size,
      "requests sent": sent,
      "429": graph.throttled(),
      "virtual s": Math.round(ms / 1000),
      "least s within the limit": leastMs / 1000,
      "share of the limit's rate": Number(share.toFixed(3)),
    });
    const right = ids.size === guests && kept.users.length === guests && accounts.size === guests && sent === guests;
    if (!right || share < 0.9 || graph.throttled() > 0) process.exitCode = 1;
  } finally {
    await graph.close();
    await place.close();
  }
}

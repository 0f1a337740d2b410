/** What archiving and unarchiving of teams and channels have in common. */
import { type Graph, GraphRefused } from "./client.ts";
import { awaitOperation } from "./operation.ts";
import { knownTeam } from "./settling.ts";

/** An earlier request of the same kind may still be busy; it is looked after this often. */
const looks = 5;

/** Graph names no permission of its own for this. */
export const permission = null;

/**
 * Asks for it and waits for the operation. 400 and 409 may mean that it is so already, or being done: then `isSo` decides (undefined
 * when Graph does not tell). Throws `GraphRefused` when it is not so in the end.
 */
export async function archiving(
  graph: Graph,
  tenant: string,
  path: string,
  isSo: () => Promise<boolean | undefined>,
): Promise<void> {
  const call = { tenant, method: "POST" as const, path, body: {} };
  const traits = { repeat: "harmless" as const, accept: [400, 409], settling: knownTeam };
  const { status, headers, body } = await graph.call({ ...call, traits });
  const location = headers.get("Location");
  if (status < 300) {
    const outcome = location ? await awaitOperation(graph, tenant, location) : { is: "forgotten" as const };
    if (outcome.is === "succeeded") return;
    if (outcome.is === "failed") throw new GraphRefused(call, 202, "operationFailed", outcome.reason);
  }
  for (let look = 1; look <= (status === 400 ? 1 : looks); look += 1) {
    if ((await isSo()) === true) return;
    await graph.time.sleep(graph.polling.firstMs);
  }
  const { code = "unknown", message = "" } = (body as { error?: { code?: string; message?: string } } | null)?.error ?? {};
  throw new GraphRefused(call, status, code, message);
}

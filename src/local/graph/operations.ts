/** Work that is promised with 202 and done a while later. */
import { randomUUID } from "node:crypto";
import { type Answer, type Call, notFound, type Route } from "./call.ts";
import type { GraphOperation, GraphTeam } from "./state.ts";

/** Kinds that older clients do not know; they see them only when they ask with `Prefer: include-unknown-enum-members`. */
const newerKinds = ["archiveChannel", "unarchiveChannel"];

/** Operations are forgotten after this long. */
const keptMs = 7 * 24 * 3_600_000;

/** A new operation of a team, busy for as long as the pace says. */
export function begin(call: Call, team: GraphTeam, what: Pick<GraphOperation, "type" | "targetId" | "target">): GraphOperation {
  const operation: GraphOperation = { id: randomUUID(), ...what, createdAt: call.now, doneAt: call.now + call.pace.operationMs };
  if (call.operationsFail) operation.fails = true;
  team.operations = team.operations.filter(({ doneAt }) => call.now - doneAt < keptMs);
  team.operations.push(operation);
  return operation;
}

export function accepted(team: GraphTeam, operation: GraphOperation, more: Record<string, string> = {}): Answer {
  return { status: 202, headers: { Location: `/teams('${team.id}')/operations('${operation.id}')`, ...more } };
}

function readOperation(call: Call): Answer {
  const team = call.tenant.teams.get(call.params.team ?? "");
  const operation = team?.operations.find(({ id }) => id === call.params.operation);
  if (!team || !operation) throw notFound("No operation found with this id.");
  const begun = operation.createdAt + call.pace.operationMs / 10;
  const ended = operation.fails ? "failed" : "succeeded";
  const status = call.now >= operation.doneAt ? ended : call.now >= begun ? "inProgress" : "notStarted";
  const known = !newerKinds.includes(operation.type) || call.prefer.includes("include-unknown-enum-members");
  return {
    status: 200,
    body: {
      "@odata.context": `${call.root}/$metadata#teams('${team.id}')/operations/$entity`,
      id: operation.id,
      operationType: known ? operation.type : "unknownFutureValue",
      createdDateTime: new Date(operation.createdAt).toISOString(),
      status,
      lastActionDateTime: new Date(Math.min(call.now, operation.doneAt)).toISOString(),
      attemptsCount: 1,
      targetResourceId: operation.targetId,
      targetResourceLocation: operation.target,
      error: status === "failed" ? { code: "InternalServerError", message: "Failed to execute the operation." } : null,
    },
  };
}

export const operationRoutes: readonly Route[] = [
  { method: "GET", path: "/teams/{team}/operations/{operation}", permissions: [], handle: readOperation },
];

/** POST /$batch: up to twenty requests in one; each part is answered, limited and refused by itself. */
import { z } from "zod";
import { type Answer, badRequest, GraphFault, read } from "./call.ts";
import { answer, type Setting } from "./dispatch.ts";
import { faultAnswer, type StatusFault } from "./faults.ts";

const most = 20;

const dependencyFailed: Answer = {
  status: 424,
  body: { error: { code: "FailedDependency", message: "A step this one depends on failed." } },
};

const batchBody = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
        url: z.string().startsWith("/"),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

/** Answers all parts in their order; a part whose predecessor failed gets 424. `fault`: what goes wrong with a part, if anything. */
export function answerBatch(body: unknown, setting: Setting, fault: () => StatusFault | undefined): Answer {
  const { requests } = read(batchBody, body);
  if (requests.length > most) throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  if (new Set(requests.map(({ id }) => id)).size < requests.length) throw badRequest("Each batch step must have a unique id.");
  const failed = new Set<string>();
  const responses = requests.map(({ id, method, url, body: part, dependsOn }) => {
    const [path = "", query = ""] = url.split("?");
    const wrong = fault();
    let given: Answer;
    if (dependsOn?.some((other) => failed.has(other))) given = dependencyFailed;
    else if (wrong) given = faultAnswer(wrong, setting.now);
    else given = answer({ method, path: decodeURI(path), query: new URLSearchParams(query), body: part }, setting);
    if (given.status >= 400) failed.add(id);
    return {
      id,
      status: given.status,
      headers: { ...given.headers, "Content-Type": "application/json" },
      body: given.body ?? null,
    };
  });
  return { status: 200, body: { responses } };
}

export function refuseNoPost(method: string): void {
  if (method !== "POST") throw new GraphFault(405, "Request_BadRequest", "A batch takes POST.");
}

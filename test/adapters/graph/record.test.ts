import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readConfig } from "../../../src/config.ts";
import { openWorkplace } from "../../../src/wiring/graph.ts";
import { openStage, type Stage } from "../../provisioning/stage.ts";

const tenant = "5b1f3c1e-0000-4000-8000-00000000000a";
const folder = mkdtempSync(join(tmpdir(), "kernplein-record-"));
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

test("GRAPH_RECORD writes every attempt as a line of JSON, with its outcome and without the token", async () => {
  const file = join(folder, "graph.jsonl");
  const config = readConfig({ LOCAL_FOLDER: folder, GRAPH_RECORD: file });
  const { workplace } = openWorkplace({ config, localCloud: { graphUrl: stage.url, tokens: stage.graph.tokens } });
  let failures = 1;
  stage.faults.rule = ({ path }) => (path === "/invitations" && failures-- > 0 ? { status: 503 } : undefined);
  await workplace.findPeople(tenant, ["een@gemeente.example"]);
  await workplace.invite(tenant, { email: "gast@voorbeeld.example", name: "Gast", landingUrl: "https://kernplein.example/" });

  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const sent = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(sent.map(({ method, url, status }) => [method, String(url).replace(stage.url, ""), status])).toEqual([
    ["POST", "/v1.0/$batch", 200],
    ["POST", "/v1.0/invitations", 503],
    ["POST", "/v1.0/invitations", 201],
  ]);
  for (const one of sent) {
    expect(Object.keys(one)).toEqual(expect.arrayContaining(["at", "method", "url", "headers", "body", "status"]));
    expect(one["at"]).toEqual(expect.any(Number));
  }
  expect(sent[2]).toMatchObject({ body: { invitedUserEmailAddress: "gast@voorbeeld.example", sendInvitationMessage: false } });
  expect(lines.join("\n")).not.toMatch(/bearer|eyJ/i);
}, 20_000);

/** A message to the bot and its card to a stub connector, beside an echo bot on the same SDK and an empty restify server. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { loadHttp, type Row } from "./harness.ts";
import { makeMembers, municipality, type Stage } from "./stage.ts";

const connections = 8;
const amount = 2000;

/** Answers every post with an id, as the Bot Connector does. */
async function stubConnector(): Promise<{ url: string; posts(): number; close(): void }> {
  let posts = 0;
  const server: Server = createServer((request, response) => {
    request.resume().on("end", () => {
      posts++;
      response.setHeader("Content-Type", "application/json").end('{"id":"1"}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts: () => posts, close: () => server.close() };
}

/** The smallest bot there is on the same SDK and web server, as a process of its own like the app. */
async function echoBot(): Promise<{ url: string; close(): void }> {
  const bot = spawn("node", ["--max-semi-space-size=8", fileURLToPath(new URL("./echo-bot.ts", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((done) => createInterface(bot.stdout).once("line", done));
  return { url, close: () => bot.kill() };
}

export async function benchBotTurn(stage: Stage): Promise<Row[]> {
  await makeMembers(stage, "arkel", 1);
  const { rows } = await stage.owner.query<{ oid: string; tenant: string }>(
    "select entra_oid as oid, entra_tenant_id as tenant from person join municipality using (municipality_id) where municipality_id = $1 and entra_oid is not null limit 1",
    [municipality],
  );
  const person = rows[0] ?? { oid: "", tenant: "" };
  const connector = await stubConnector();
  const echo = await echoBot();
  const say = (origin: string, text: string) =>
    loadHttp(origin, connections, amount, (number) => ({
      method: "POST",
      path: "/api/messages",
      body: JSON.stringify({
        type: "message",
        id: String(number),
        timestamp: new Date().toISOString(),
        channelId: "msteams",
        serviceUrl: connector.url,
        from: { id: `29:${person.oid}`, name: "Inwoner", aadObjectId: person.oid },
        conversation: { id: `a:${number % 50}`, conversationType: "personal", tenantId: person.tenant },
        recipient: { id: "28:bot", name: "Kernplein" },
        channelData: { tenant: { id: person.tenant } },
        text,
        textFormat: "plain",
        locale: "nl-NL",
      }),
    }));
  try {
    await say(echo.url, "hallo");
    const floor = await say(echo.url, "hallo");
    await say(stage.origin, "hulp");
    const before = connector.posts();
    const help = await say(stage.origin, "hulp");
    if (connector.posts() - before !== amount) throw new Error(`${amount} messages in, ${connector.posts() - before} cards out.`);
    const proposals = await say(stage.origin, "voorstellen");
    const against = { name: "echo bot", measured: floor, by: "throughput" } as const;
    return [
      { what: "an echo bot", measured: floor },
      { what: "help: a message in, a card out", measured: help, floor: against, aim: "≥ 0.7" },
      { what: "voorstellen: reads the database", measured: proposals, floor: against },
    ];
  } finally {
    connector.close();
    echo.close();
  }
}

/** Starts Microsoft's own local Teams client (@microsoft/m365agentsplayground) against the running app. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type PlaygroundConfig, personalChat, playgroundFile } from "./config-file.ts";

export interface PlaygroundOptions {
  /** 0 takes a free one. */
  port: number;
  /** Where the bot is: http://localhost:3978/api/messages */
  messagesUrl: string;
  config: PlaygroundConfig;
  /** Folder for its configuration and log. */
  folder: string;
}

export interface Playground {
  /** The page to open. */
  url: string;
  /** Ends when the client ends, by itself or by `close`. */
  ended: Promise<void>;
  close(): Promise<void>;
}

const patienceMs = 60_000;
/** The client answers before it has passed an event on to the bot. */
const onItsWayMs = 300;

/**
 * Starts the client, waits until it answers, and installs the bot in its team and its 1:1 chat, so that the bot knows where it may
 * speak. Throws a sentence when the client is not installed or does not start.
 */
export async function startPlayground({ port, messagesUrl, config, folder }: PlaygroundOptions): Promise<Playground> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ".m365agentsplayground.yml"), playgroundFile(config));
  const preload = new URL("./preload.ts", import.meta.url).href;
  const client = spawn(
    process.execPath,
    ["--import", preload, clientPath(), "-e", messagesUrl, "-c", "msteams", "--dt", "-p", String(port)],
    {
      cwd: folder,
      // Nothing of our environment: no proxy to go through, no browser to open.
      env: { TEAMSAPPTESTER_BROWSER: "none" },
      stdio: ["pipe", "pipe", "pipe"],
      // Out of reach of Ctrl-C, so that `close` can still take the bot out of the team.
      detached: process.platform !== "win32",
    },
  );
  const ended = once(client, "exit").then(() => undefined);
  const stop = () => client.kill();
  process.once("exit", stop);
  try {
    const url = `http://localhost:${await listeningPort(client)}`;
    await installed(url, "install", config);
    return {
      url,
      ended,
      async close() {
        await installed(url, "uninstall", config).catch(() => undefined);
        await sleep(onItsWayMs);
        process.off("exit", stop);
        client.kill();
        await ended;
      },
    };
  } catch (error) {
    process.off("exit", stop);
    client.kill();
    throw error;
  }
}

function clientPath(): string {
  try {
    return createRequire(fileURLToPath(import.meta.url)).resolve("@microsoft/m365agentsplayground/cli.js");
  } catch {
    throw new Error("Microsoft's local Teams client is not installed. Install it with: npm install");
  }
}

async function listeningPort(client: ChildProcess): Promise<string> {
  let said = "";
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += String(part);
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    };
    client.stdout?.on("data", hear);
    client.stderr?.on("data", hear);
    client.once("error", reject);
    client.once("exit", () => reject(new Error(`Microsoft's local Teams client did not start: ${said.trim().slice(-500)}`)));
    setTimeout(() => reject(new Error("Microsoft's local Teams client did not start within a minute.")), patienceMs).unref();
  });
  return listening;
}

/** Tells the bot that it was put into (or taken out of) the team and the 1:1 chat, as Teams would. */
async function installed(url: string, type: "install" | "uninstall", { team }: PlaygroundConfig): Promise<void> {
  for (const conversationId of [team.id, personalChat]) {
    const query = new URLSearchParams({ conversationId, type });
    const template = await patiently(() => fetch(`${url}/_internal/v1/customActivities/template?${query}`));
    const sent = await fetch(`${url}/_internal/v1/customActivities`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: await template.text(),
    });
    if (!sent.ok) throw new Error(`Microsoft's local Teams client answered ${sent.status}.`);
  }
}

/** It says that it listens a moment before it answers. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer?.ok) return answer;
    if (tries === 50) throw new Error(`Microsoft's local Teams client does not answer${answer ? ` (${answer.status})` : ""}.`);
    await sleep(100);
  }
}

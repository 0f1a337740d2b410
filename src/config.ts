/** The only reader of process.env. Refuses to start with the full list of faults, each a sentence that says what to do. */
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);
const text = z.string().trim().min(1);

const settings = z.object({
  PORT: port.default(3978),
  /** Where people reach this deployment, e.g. https://kernplein.example.nl; http://localhost:PORT when left out. */
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  /** Folder for the local stand-ins, uploads on disk and the embedded PostgreSQL. */
  LOCAL_FOLDER: text.default(".local"),
  /** Proxies of our own before the app: so many last entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Client id of the Entra app (tab sign-in, Graph). Its presence makes this a production deployment. */
  ENTRA_CLIENT_ID: z.guid().optional(),
  /** Microsoft's sign-in service; the local stand-in when no ENTRA_CLIENT_ID is set. */
  ENTRA_AUTHORITY: z.url().default("https://login.microsoftonline.com"),
  /** Certificate (PEM file with key) of the Entra app, or the client id of the managed identity that is its federated credential. */
  ENTRA_CERTIFICATE_FILE: text.optional(),
  ENTRA_MANAGED_IDENTITY_CLIENT_ID: z.guid().optional(),
  GRAPH_URL: z.url().default("https://graph.microsoft.com"),
  /** Microsoft app id of the bot, single-tenant in our own tenant. */
  BOT_ID: z.guid().optional(),
  BOT_TENANT_ID: z.guid().optional(),
  BOT_OPENID_METADATA_URL: z.url().optional(),
  /** Which of Microsoft's SDKs speaks the Bot Framework protocol: botbuilder, or its successor, the Agents SDK. */
  BOT_ENGINE: z.enum(["botbuilder", "agents"]).default("botbuilder"),
  /** smtp://user:password@host:port of the municipality's mail service. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.email().default("kernplein@voorbeeld.example"),
  /** Azure Blob container for photos (https://account.blob.core.windows.net/container); a local folder when left out. */
  FILES_BLOB_URL: z.url().optional(),
  /** Seals the private keys of polls in the database; 32 characters or more, the same on every instance, never changed. */
  VOTING_KEY_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Writes every Graph request as a JSON line (without tokens), to be judged against Microsoft's definitions. */
  GRAPH_RECORD: text.optional(),
});

export type Settings = z.output<typeof settings>;

export interface Config extends Settings {
  /** True when neither Entra nor a bot is configured: the local stand-ins play Microsoft. */
  local: boolean;
}

/**
 * Reads the settings. `allowLocal: false` refuses a configuration without the cloud settings.
 * Throws one Error that lists every fault. Local stand-ins together with any production setting are refused.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings.shape && value !== ""));
  const parsed = settings.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const cloud = ["ENTRA_CLIENT_ID", "BOT_ID"].filter((name) => given[name]);
  if (cloud.length > 0) {
    const needed: Record<string, string> = {
      ENTRA_CLIENT_ID: "the client id of the Entra app",
      BOT_ID: "the Microsoft app id of the bot",
      BOT_TENANT_ID: "the tenant in which the bot is registered",
      DATABASE_URL: "the PostgreSQL server",
      SMTP_URL: "the mail service",
      PUBLIC_URL: "the https address of this deployment",
      VOTING_KEY_SECRET: "the secret that seals the keys of polls (openssl rand -base64 48)",
    };
    for (const [name, what] of Object.entries(needed)) {
      if (!given[name])
        faults.push(`${name}: is missing; with ${cloud.join(" and ")} set this is a production deployment and needs ${what}`);
    }
    if (given.PUBLIC_URL && !given.PUBLIC_URL.startsWith("https://"))
      faults.push("PUBLIC_URL: must begin with https:// in production");
    if (!given.ENTRA_CERTIFICATE_FILE && !given.ENTRA_MANAGED_IDENTITY_CLIENT_ID) {
      faults.push("ENTRA_MANAGED_IDENTITY_CLIENT_ID: is missing (or set ENTRA_CERTIFICATE_FILE)");
    }
    if (environment.KERNPLEIN_LOCAL === "1") {
      faults.push(
        `KERNPLEIN_LOCAL: the local stand-ins cannot be switched on while ${cloud.join(" and ")} is set: anybody could sign in as anybody`,
      );
    }
  }
  if (faults.length > 0 || !parsed.success)
    throw new Error(`Kernplein cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  return { ...parsed.data, local: cloud.length === 0 };
}

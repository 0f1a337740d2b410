/** Every Dutch text that people read: those of the client by key, those of mails, cards and refusals out of their source. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Node, parse } from "@swc/core";

export interface DutchText {
  /** File below src, with the key or the line. */
  where: string;
  text: string;
}

const source = join(import.meta.dirname, "../../src");

/** The texts of the client's slices. */
export async function clientTexts(): Promise<DutchText[]> {
  const files = (await readdir(join(source, "client"), { recursive: true })).filter((file) => /texts\.nl\.ts$/.test(file));
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const texts = ((await import(join(source, "client", file))) as { default: Record<string, string> }).default;
      return Object.entries(texts).map(([key, text]) => ({ where: `client/${file} ${key}`, text }));
    }),
  );
  // A file that gathers others has their texts once more.
  return [...new Map(found.flat().map((one) => [`${one.where.split(" ")[1]} ${one.text}`, one])).values()];
}

/** Where a server's sentences for people stand: mails, cards, posters, refusals, outcomes, the check of an export. */
const spoken = [
  "notifications/letters",
  "notifications/letter.ts",
  "notifications/poster-words.ts",
  "adapters/teams/cards/words.ts",
  "adapters/teams/cards/words-doors.ts",
  "adapters/teams/cards/words-meetings.ts",
  "shared/refusal-sentences.ts",
  "shared/edge-sentences.ts",
  "shared/field-sentences.ts",
  "voting/outcome-words.ts",
  "voting/counting/budget-words.ts",
  "voting/counting/ranked-words.ts",
  "voting/counting/marked-words.ts",
  "members/contract.ts",
  "members/invitation-words.ts",
  "verifier/words.nl.ts",
];

export async function serverTexts(): Promise<DutchText[]> {
  const files = await Promise.all(
    spoken.map(async (path) => {
      if (path.endsWith(".ts")) return [path];
      return (await readdir(join(source, path))).sort().map((file) => `${path}/${file}`);
    }),
  );
  return (await Promise.all(files.flat().map(textsOfFile))).flat();
}

async function textsOfFile(file: string): Promise<DutchText[]> {
  const code = await readFile(join(source, file), "utf8");
  const parsed = await parse(code, { syntax: "typescript", target: "es2022" });
  const texts: DutchText[] = [];
  const whole = file.endsWith(".nl.ts") || file.startsWith("notifications/letter");
  gather(parsed, whole, (text) => texts.push({ where: file, text }));
  return texts;
}

type Branch = Node & Record<string, unknown>;
const isNode = (given: unknown): given is Branch => typeof given === "object" && given !== null && "type" in given;

/** Dutch is what stands under `nl`, in `dutch`, and in a mail whatever is not for who reads English. */
function gather(node: unknown, inDutch: boolean, tell: (text: string) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) gather(each, inDutch, tell);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const here = node as Branch;
  if (!isNode(node)) {
    for (const each of Object.values(here)) gather(each, inDutch, tell);
    return;
  }
  switch (here.type as string) {
    case "ImportDeclaration":
    case "TsTypeAliasDeclaration":
    case "TsInterfaceDeclaration":
    case "TsTypeAnnotation":
    case "TsLiteralType":
      return;
    case "KeyValueProperty": {
      const key = nameOf(here["key"]);
      if (!/^en(glish)?$/.test(key)) gather(here["value"], inDutch || key === "nl", tell);
      return;
    }
    case "VariableDeclarator": {
      const name = nameOf(here["id"]);
      if (!/^english$/i.test(name)) gather(here["init"], inDutch || /^dutch$/i.test(name), tell);
      return;
    }
    case "ConditionalExpression":
    case "IfStatement": {
      const wanted = languageOf(here["test"]);
      if (wanted === null) gather(here["test"], inDutch, tell);
      if (wanted !== "en") gather(here["consequent"], inDutch || wanted === "nl", tell);
      if (wanted !== "nl") gather(here["alternate"], inDutch || wanted === "en", tell);
      return;
    }
    case "StringLiteral":
      if (inDutch) tell(String(here["value"]));
      return;
    case "TemplateLiteral": {
      const parts = (here["quasis"] as { cooked?: string }[]).map(({ cooked }) => cooked ?? "");
      if (inDutch) tell(parts.join("{value}"));
      gather(here["expressions"], inDutch, tell);
      return;
    }
    case "BinaryExpression": {
      const joined = joinedText(here);
      if (joined === null) break;
      if (inDutch) tell(joined);
      return;
    }
  }
  for (const [name, each] of Object.entries(here)) if (name !== "span" && name !== "type") gather(each, inDutch, tell);
}

/** Literals put together with +; null when there is anything else in between. */
function joinedText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if ((node.type as string) === "StringLiteral") return String(node["value"]);
  if ((node.type as string) !== "BinaryExpression" || node["operator"] !== "+") return null;
  const [left, right] = [joinedText(node["left"]), joinedText(node["right"])];
  return left === null || right === null ? null : left + right;
}

const nameOf = (node: unknown): string => (isNode(node) && typeof node["value"] === "string" ? node["value"] : "");

/** "nl" of `language === "nl"`, and of what was called so; null of every other test. */
function languageOf(node: unknown): "nl" | "en" | null {
  if (nameOf(node) === "nl") return "nl";
  if (!isNode(node) || node["operator"] !== "===" || nameOf(node["left"]) !== "language") return null;
  const asked = nameOf(node["right"]);
  return asked === "nl" || asked === "en" ? asked : null;
}

/**
 * Makes ready what is missing, before start and test: packages, the built client, a browser. Plain JavaScript for Node 20, because
 * Node 24 is itself one of the packages. Usage: node infra/scripts/ensure.mjs [client] [browser]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const wanted = new Set(process.argv.slice(2));
const say = (sentence) => console.log(`[kernplein] ${sentence}`);

function stop(sentence) {
  console.error(`[kernplein] ${sentence}`);
  process.exit(1);
}

function run(command, args) {
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`;
  execFileSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PATH: path },
  });
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/** Does the work unless the stamp says it was done for these very files. */
function unlessDone(stamp, files, work) {
  const now = fingerprint(files);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function ensurePackages() {
  unlessDone(join(root, "node_modules", ".kernplein-packages"), [join(root, "package-lock.json")], () => {
    say("Installing packages (a minute or two, once) …");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
}

function ensureClient() {
  const sources = [...filesBelow("src/client"), ...filesBelow("src/shared"), join(root, "package-lock.json")];
  unlessDone(join(root, "dist", "client", ".built-from"), sources, () => {
    say("Building the pages …");
    run("vite", ["build", "--config", "src/client/vite.config.ts", "--logLevel", "warn"]);
  });
}

function ensureBrowser() {
  if (findBrowser()) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    stop("The tests need Chromium or Chrome: install it, or set CHROME_PATH to the program.");
  }
  say("Installing Chromium for the tests (once) …");
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell", "fonts-liberation"]);
}

if (Number(process.versions.node.split(".")[0]) < 20) stop(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
try {
  ensurePackages();
  if (wanted.has("client")) ensureClient();
  if (wanted.has("browser")) ensureBrowser();
} catch (error) {
  stop(`That did not work: ${error instanceof Error ? error.message : error}`);
}

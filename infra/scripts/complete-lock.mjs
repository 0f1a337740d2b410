/**
 * Completes package-lock.json with the optional binary packages of other platforms. npm leaves an optional package out of the
 * lock file when the registry in use does not carry it, and then `npm ci` refuses that same lock file everywhere. The entries
 * added here tell npm for which platform each is meant, so that it skips or fetches it. Run after every change of dependencies.
 */
import { readFileSync, writeFileSync } from "node:fs";

const systems = { windows: "win32" };
const processors = { armhf: "arm", "arm-gnueabihf": "arm", "arm-musleabihf": "arm" };

/** "@swc/core-linux-arm64-musl" → { os: ["linux"], cpu: ["arm64"], libc: ["musl"] } */
function platformOf(name) {
  const parts = name.split("/").at(-1).split("-");
  const os = parts.find((part) =>
    /^(android|darwin|linux|linuxmusl|win32|windows|freebsd|openbsd|netbsd|sunos|aix|openharmony)$/.test(part),
  );
  const cpu = parts.find((part) => /^(arm64|x64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32|universal)$/.test(part));
  if (!os && !cpu) return undefined;
  const musl = os === "linuxmusl" || parts.some((part) => part.startsWith("musl"));
  const system = os === "linuxmusl" ? "linux" : (systems[os] ?? os);
  return {
    ...(system ? { os: [system] } : {}),
    ...(cpu && cpu !== "universal" ? { cpu: [processors[cpu] ?? cpu] } : {}),
    ...(system === "linux" && (musl || parts.some((part) => part.startsWith("gnu"))) ? { libc: [musl ? "musl" : "glibc"] } : {}),
  };
}

const path = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));
const added = [];
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = [`${place}/node_modules/${name}`, `node_modules/${name}`].some((key) => lock.packages[key]);
    if (known) continue;
    const platform = platformOf(name);
    if (!platform) {
      console.error(`${name} (wanted by ${place}) is missing and its name tells no platform: add it by hand.`);
      process.exitCode = 1;
      continue;
    }
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ""),
      ...platform,
      dev: entry.dev,
      optional: true,
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms added to the lock file.`);

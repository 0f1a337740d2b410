import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AppManifestUtils } from "@microsoft/app-manifest";
import sharp from "sharp";
import { readCommand } from "../../../src/adapters/teams/commands.ts";
import { buildManifest, type PackageOptions, packageFolder } from "../../../src/adapters/teams/manifest.ts";
import { makePackage } from "../../../src/adapters/teams/package.ts";
import { resourceSpecificPermissions } from "../../../src/adapters/teams/rsc-permissions.ts";

const options: PackageOptions = {
  municipality: { slug: "molenlanden", name: "Molenlanden" },
  publicUrl: "https://kernplein.voorbeeld.example",
  botId: "11111111-1111-4111-8111-111111111111",
  clientId: "22222222-2222-4222-8222-222222222222",
  version: "0.1.0",
};
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernplein-package-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Files of a zip, read by its central directory. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength, commentLength] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

async function schema(version: string, name: string) {
  const path = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/${version}/MicrosoftTeams.${name}.json`;
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}

describe("the manifest", () => {
  test.each(["v1.25", "v1.29", "v1.30"])("follows Microsoft's schema %s", async (version) => {
    const { manifest } = await buildManifest(options);
    const follows = { ...manifest, $schema: manifest.$schema?.replace("v1.25", version), manifestVersion: version.slice(1) };
    const rules = (await schema(version, "schema")) as Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];
    expect(await AppManifestUtils.validateAgainstSchema(follows as typeof manifest, rules)).toEqual([]);
  });

  test("names the municipality, its own addresses, the bot, and sign-in for the tab", async () => {
    const { manifest } = await buildManifest(options);
    expect(manifest).toMatchObject({
      id: options.clientId,
      version: "0.1.0",
      name: { short: "Kernplein Molenlanden" },
      supportsChannelFeatures: "tier1",
      bots: [{ botId: options.botId, scopes: ["team", "personal"] }],
      composeExtensions: [
        {
          botId: options.botId,
          messageHandlers: [
            { type: "link", value: { domains: ["kernplein.voorbeeld.example"], supportsAnonymizedPayloads: true } },
          ],
        },
      ],
      configurableTabs: [{ configurationUrl: "https://kernplein.voorbeeld.example/tab/instellen", scopes: ["team"] }],
      validDomains: ["kernplein.voorbeeld.example"],
      webApplicationInfo: { id: options.clientId, resource: `api://kernplein.voorbeeld.example/${options.clientId}` },
    });
    expect(JSON.stringify(manifest)).not.toMatch(/\{\w+\}/);
  });

  test("asks in a team for exactly what provisioning consents to", async () => {
    const { manifest } = await buildManifest(options);
    const asked = (manifest as unknown as { authorization: { permissions: { resourceSpecific: { name: string }[] } } })
      .authorization;
    expect(asked.permissions.resourceSpecific).toEqual(
      resourceSpecificPermissions.map((name) => ({ name, type: "Application" })),
    );
    expect(resourceSpecificPermissions.length).toBeGreaterThan(0);
  });

  test("offers only commands that the bot understands, in both languages", async () => {
    const { languages } = await buildManifest(options);
    for (const [file, language] of [
      ["nl.json", "nl"],
      ["en.json", "en"],
    ] as const) {
      const titles = Object.entries(languages[file] ?? {}).filter(([path]) => /^bots.*commands\[\d]\.title$/.test(path));
      expect(titles.map(([, title]) => readCommand(title).kind)).toEqual([
        "proposals",
        "polls",
        "meetings",
        "new-proposal",
        "my-kern",
        "report",
        "tasks",
        "help",
      ]);
      for (const [, title] of titles) expect([language, null]).toContain(readCommand(title).language);
    }
  });

  test("says the same in Dutch and English, in files that follow Microsoft's schema", async () => {
    const { languages } = await buildManifest(options);
    const { properties, patternProperties } = (await schema("v1.25", "Localization.schema")) as {
      properties: Record<string, { maxLength?: number }>;
      patternProperties: Record<string, { maxLength?: number }>;
    };
    expect(Object.keys(languages["en.json"] ?? {})).toEqual(Object.keys(languages["nl.json"] ?? {}));
    for (const texts of Object.values(languages)) {
      for (const [path, text] of Object.entries(texts)) {
        const byPattern = Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(path))?.[1];
        const rule = properties[path] ?? byPattern;
        expect([path, rule]).toEqual([path, expect.anything()]);
        expect(text.length).toBeLessThanOrEqual(rule?.maxLength ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  test("calls a municipality with a long name by it in the full name alone", async () => {
    const { manifest } = await buildManifest({ ...options, municipality: { slug: "lang", name: "Bergen op Zoom en omstreken" } });
    expect(manifest.name).toMatchObject({ short: "Kernplein", full: expect.stringContaining("Bergen op Zoom en omstreken") });
  });

  test("is refused with every fault together: an address without https, ids that are none, a wrong version", async () => {
    const wrong = { ...options, publicUrl: "http://localhost:3978", botId: "bot", version: "een" };
    const refused = await buildManifest(wrong).catch((error: Error) => error.message);
    for (const what of ["/bots/0/botId", "https://", "1.2.3", "Molenlanden"]) expect(refused).toContain(what);
    await expect(makePackage({ ...wrong, out: join(folder, "fout.zip") })).rejects.toThrow();
    await expect(stat(join(folder, "fout.zip"))).rejects.toThrow();
  });
});

describe("the package", () => {
  test("holds manifest, language files and icons, and is the same file every time", async () => {
    const first = await makePackage({ ...options, out: join(folder, "diep", "een.zip") });
    const second = await makePackage({ ...options, out: join(folder, "twee.zip") });
    const [zip, again] = await Promise.all([readFile(first), readFile(second)]);
    expect(zip.equals(again)).toBe(true);
    const files = unzip(zip);
    expect([...files.keys()].sort()).toEqual(["color.png", "en.json", "manifest.json", "nl.json", "outline.png"]);
    const manifest = JSON.parse(String(files.get("manifest.json")));
    for (const named of [...Object.values(manifest.icons), "nl.json", "en.json"]) expect(files.has(String(named))).toBe(true);
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  });

  test("bears the municipality's own name and icons, when its file names them", async () => {
    const color = join(folder, "eigen-color.png");
    const outline = join(folder, "eigen-outline.png");
    await sharp({ create: { width: 192, height: 192, channels: 3, background: "#0b5a43" } })
      .png()
      .toFile(color);
    const dot = await sharp({ create: { width: 12, height: 12, channels: 4, background: "#ffffff" } })
      .png()
      .toBuffer();
    await sharp({ create: { width: 32, height: 32, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .composite([{ input: dot }])
      .png()
      .toFile(outline);
    const municipality = { ...options.municipality, appName: "Dorpsplein Molenlanden" };
    const zip = await makePackage({ ...options, municipality, icons: { color, outline }, out: join(folder, "eigen.zip") });
    const files = unzip(await readFile(zip));
    expect(files.get("color.png")?.equals(await readFile(color))).toBe(true);
    expect(files.get("outline.png")?.equals(await readFile(outline))).toBe(true);
    expect(JSON.parse(String(files.get("manifest.json"))).name.short).toBe("Dorpsplein Molenlanden");
    expect(JSON.parse(String(files.get("en.json")))["name.short"]).toBe("Dorpsplein Molenlanden");
  });

  test("is not made with icons that Teams refuses: what is wrong with each is said", async () => {
    const small = join(folder, "klein.png");
    await sharp({ create: { width: 20, height: 20, channels: 3, background: "#0b5a43" } })
      .png()
      .toFile(small);
    const out = join(folder, "fout-icoon.zip");
    const refused = (icons: { color: string; outline: string }) =>
      makePackage({ ...options, icons, out }).catch((error: Error) => error.message);
    expect(await refused({ color: small, outline: join(folder, "nergens.png") })).toMatch(/192 by 192 pixels.*\n.*is not there/);
    const coloured = join(folder, "gekleurd.png");
    await sharp({ create: { width: 32, height: 32, channels: 3, background: "#0b5a43" } })
      .png()
      .toFile(coloured);
    expect(await refused({ color: `${packageFolder}color.png`, outline: coloured })).toMatch(/white on a transparent ground/);
    await expect(stat(out)).rejects.toThrow();
  });

  test("opens with an ordinary unzip, where the machine has one", async () => {
    const zip = await makePackage({ ...options, out: join(folder, "drie.zip") });
    const listed = await promisify(execFile)("unzip", ["-t", zip]).catch((error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? { stdout: "No errors detected" } : { stdout: String(error) },
    );
    expect(listed.stdout).toContain("No errors detected");
  });
});

describe("the icons", () => {
  test("have the sizes of Teams; the outline is white on transparent", async () => {
    expect(await sharp(`${packageFolder}color.png`).metadata()).toMatchObject({ width: 192, height: 192, format: "png" });
    const { data, info } = await sharp(`${packageFolder}outline.png`).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 32, height: 32, channels: 4 });
    const pixels = Array.from({ length: 32 * 32 }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)]);
    expect(pixels.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(400);
    for (const [red, green, blue, alpha] of pixels) if (alpha) expect([red, green, blue]).toEqual([255, 255, 255]);
  });
});

/** The import rules of the design. Each message says why; test/structure/import-rules.test.ts sees every one of them fire. */
const slices = "kernen|members|proposals|meetings|voting|moderation|notifications|summaries|provisioning";
const reactors = "notifications|summaries|provisioning";

/** Lower slices first; a slice may import only what stands before it. */
const above = {
  kernen: "members|proposals|meetings|voting|moderation|notifications|summaries|provisioning",
  members: "proposals|meetings|voting|moderation|notifications|summaries|provisioning",
  proposals: "meetings|voting|moderation|notifications|summaries|provisioning",
  meetings: "voting|moderation|notifications|summaries|provisioning",
  voting: "notifications|summaries|provisioning",
  moderation: "notifications|summaries|provisioning",
};

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that import each other cannot be read or tested apart.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "shared-is-a-leaf",
      comment: "shared/ is what everybody stands on; it knows nobody.",
      severity: "error",
      from: { path: "^src/shared/" },
      to: { path: "^src/(?!shared/)" },
    },
    ...Object.entries(above).map(([slice, higher]) => ({
      name: `${slice}-knows-nothing-above`,
      comment: "Imports run downhill: what lies above reacts to facts, or asks by the front door.",
      severity: "error",
      from: { path: `^src/${slice}/` },
      to: { path: `^src/(${higher})/` },
    })),
    {
      name: "front-door-only",
      comment: "A slice is entered by its index.ts (or its contract.ts): the rest may change without asking.",
      severity: "error",
      from: { path: `^src/(${slices})/` },
      to: { path: `^src/(${slices})/`, pathNot: ["^src/$1/", "/(index|contract)\\.ts$"] },
    },
    {
      name: "nobody-imports-reactors",
      comment: "Notifications, summaries and provisioning subscribe to facts; whoever imports them turns the direction round.",
      severity: "error",
      from: { path: `^src/(${slices})/`, pathNot: `^src/(${reactors})/` },
      to: { path: `^src/(${reactors})/` },
    },
    {
      name: "reactors-ignore-each-other",
      comment: "Reactors hear of each other's work through facts.",
      severity: "error",
      from: { path: `^src/(${reactors})/` },
      to: { path: `^src/(${reactors})/`, pathNot: "^src/$1/" },
    },
    {
      name: "slices-know-no-adapter",
      comment: "A slice states a port; an adapter implements it. So vendors can be replaced one file at a time.",
      severity: "error",
      from: { path: `^src/(${slices})/` },
      to: { path: "^src/(adapters|local|client|main|cli|config)" },
    },
    {
      name: "adapters-enter-by-the-front",
      comment: "Adapters see a slice's front door, contract and ports only.",
      severity: "error",
      from: { path: "^src/adapters/" },
      to: {
        path: `^src/(${slices})/`,
        pathNot: "/(index|contract|workplace|square|chat|post-office|photo-store|photo-cleaner|kern-identity)\\.ts$",
      },
    },
    {
      name: "adapters-ignore-each-other",
      comment: "Each vendor lives alone; main.ts introduces them.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/adapters/([^/]+)/", pathNot: "^src/adapters/$1/" },
    },
    {
      name: "client-sees-contracts",
      comment: "The browser knows what crosses the wire and nothing else of the server.",
      severity: "error",
      from: { path: "^src/client/" },
      to: {
        path: "^src/(?!client/|shared/)",
        pathNot: [
          "(/contract\\.ts|^src/kernen/kern-identity\\.ts|^src/kernen/silhouette-drawings\\.ts)$",
          "^src/verifier/(index|slip|encode)\\.ts$",
          "^src/voting/counting/",
        ],
      },
    },
    {
      name: "verifier-stands-alone",
      comment: "The verifier is believed because it shares nothing with the server but the counting, and runs in any browser.",
      severity: "error",
      from: { path: "^src/verifier/" },
      to: {
        pathNot: ["^src/verifier/", "^src/voting/counting/", "node_modules/@noble/(hashes|curves)/"],
      },
    },
    {
      name: "nobody-is-judged-by-itself",
      comment: "The server never imports the verifier: a fault in one would hide the same fault in the other.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(verifier/|client/|cli\\.ts|wiring/(verify-command|tally-export-command)\\.ts)" },
      to: { path: "^src/verifier/" },
    },
    {
      name: "counting-is-pure",
      comment: "Counting runs the same in server, command, verifier and browser: it knows nothing but numbers and hashes.",
      severity: "error",
      from: { path: "^src/voting/counting/" },
      to: { pathNot: ["^src/voting/counting/", "node_modules/@noble/hashes/"] },
    },
    {
      name: "local-is-for-main-and-tests",
      comment: "What plays Microsoft must be impossible to reach from what runs in production.",
      severity: "error",
      from: { path: "^src/(?!local/|main\\.ts|cli\\.ts|wiring/)" },
      to: { path: "^src/local/" },
    },
    {
      name: "config-is-read-by-main",
      comment: "Settings are handed down by main.ts and cli.ts; nobody else looks at the environment.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main|cli|config)\\.ts|^src/wiring/" },
      to: { path: "^src/config\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "vendors-live-in-adapters",
      comment: "Only adapters (and the local stand-ins, and the client for its own) speak to vendor SDKs.",
      severity: "error",
      from: { path: `^src/(${slices}|shared)/` },
      to: {
        path: "node_modules/(botbuilder|@azure|@microsoft|restify|nodemailer|graphile-worker|pg|sharp|node-pg-migrate|openid-client|jose)(/|$)",
      },
    },
    {
      name: "counting-runs-anywhere",
      comment: "The count must run in the server, a verifier and a browser alike: pure modules, and one library for hashes.",
      severity: "error",
      from: { path: "^src/voting/(counting|formats)/" },
      to: { pathNot: "^src/voting/(counting|formats)/|node_modules/@noble/hashes/" },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports is dead.",
      severity: "error",
      from: { orphan: true, pathNot: "(\\.d\\.ts|^src/main\\.ts|^src/cli\\.ts|offline/service-worker\\.ts|vite\\.config\\.ts)$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};

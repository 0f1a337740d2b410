export default {
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/support/postgres-server.ts",
  globalTeardown: "<rootDir>/test/support/stop-postgres-server.ts",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2024",
          experimental: { keepImportAttributes: true },
          transform: { react: { runtime: "automatic" } },
          parser: { syntax: "typescript", tsx: true },
        },
        module: { type: "es6" },
      },
    ],
  },
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  modulePathIgnorePatterns: ["<rootDir>/.local", "<rootDir>/dist"],
  testTimeout: 30000,
  maxWorkers: 2,
};

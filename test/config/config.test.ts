import { expect, test } from "@jest/globals";
import { readConfig } from "../../src/config.ts";

const guid = "11111111-1111-4111-8111-111111111111";
const production = {
  ENTRA_CLIENT_ID: guid,
  ENTRA_MANAGED_IDENTITY_CLIENT_ID: guid,
  BOT_ID: guid,
  BOT_TENANT_ID: guid,
  DATABASE_URL: "postgres://user:secret@db.example/kernplein",
  SMTP_URL: "smtps://mail.example",
  VOTING_KEY_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://kernplein.example.nl",
};

test("nothing set means one machine with local stand-ins", () => {
  expect(readConfig({})).toMatchObject({ local: true, PORT: 3978, LOCAL_FOLDER: ".local" });
});

test("a whole set of production settings is accepted and is not local", () => {
  expect(readConfig(production)).toMatchObject({ local: false, PUBLIC_URL: "https://kernplein.example.nl" });
});

test.each(Object.keys(production).filter((name) => name !== "ENTRA_MANAGED_IDENTITY_CLIENT_ID"))(
  "a production start without %s is refused by name",
  (missing) => {
    const { [missing as keyof typeof production]: _, ...rest } = production;
    expect(() => readConfig(rest)).toThrow(`${missing}: is missing`);
  },
);

test("every fault is listed at once", () => {
  const attempt = () => readConfig({ PORT: "seventy", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x" });
  expect(attempt).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*LOG_LEVEL|DATABASE_URL[\s\S]*PORT[\s\S]*LOG_LEVEL/);
});

test.each(["BOT_ID", "ENTRA_CLIENT_ID"])("the local stand-ins cannot be switched on when %s is set", (name) => {
  expect(() => readConfig({ [name]: guid, KERNPLEIN_LOCAL: "1" })).toThrow(/local stand-ins cannot be switched on/);
});

test("an http address in production is refused", () => {
  expect(() => readConfig({ ...production, PUBLIC_URL: "http://kernplein.example.nl" })).toThrow(
    "PUBLIC_URL: must begin with https://",
  );
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mailKinds } from "../../src/notifications/contract.ts";
import { readStopToken, stopToken } from "../../src/notifications/stop-token.ts";
import { makeVault } from "../../src/shared/vault.ts";

const vault = makeVault("the tests keep no secret worth keeping");
const other = makeVault("another deployment has another secret");
const person = fc.uuid();
const mail = fc.constantFrom(...mailKinds);

describe("the token that stops a kind of mail", () => {
  test("tells whose mail of which kind, and goes into an address as it is", () => {
    fc.assert(
      fc.property(person, mail, (who, kind) => {
        const token = stopToken(vault, who, kind);
        expect(readStopToken(vault, token)).toEqual({ person: who, mail: kind });
        expect(encodeURIComponent(token)).toBe(token);
      }),
    );
  });

  test("serves nobody else, no other kind and no other deployment", () => {
    fc.assert(
      fc.property(person, person, mail, mail, (who, neighbour, kind, otherKind) => {
        fc.pre(who !== neighbour && kind !== otherKind);
        const [, , seal = ""] = stopToken(vault, who, kind).split("~");
        expect(readStopToken(vault, `${neighbour}~${kind}~${seal}`)).toBeNull();
        expect(readStopToken(vault, `${who}~${otherKind}~${seal}`)).toBeNull();
        expect(readStopToken(other, stopToken(vault, who, kind))).toBeNull();
      }),
    );
  });

  test("is none when a single sign is another, or for whatever somebody makes up", () => {
    const token = stopToken(vault, "7c9e6679-7425-40de-944b-e07fc1f90ae7", "polls");
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom("A", "b", "9", "~", "é", ""), (at, sign) => {
        fc.pre(token[at] !== sign);
        expect(readStopToken(vault, token.slice(0, at) + sign + token.slice(at + 1))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (made) => readStopToken(vault, made) === null));
  });
});

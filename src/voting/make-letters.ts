import { randomInt } from "node:crypto";
import { isOfficerOf } from "../members/index.ts";
import { completeLetterCode, groupedLetterCode, letterAlphabet, randomLetters } from "../shared/letter-code.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type LettersMade, makeLettersInput } from "./contract.ts";
import { letterFingerprint } from "./letter-asker.ts";
import { type AddressFile, printFile, readAddressFile } from "./letter-file.ts";
import { deleteLetters, insertLetters } from "./letter-store.ts";
import { mostLetters } from "./roll-contract.ts";
import { lockPoll, type StoredPoll } from "./store.ts";

/**
 * Makes the voting letters of a planned poll whose roll is made of letters: by number, or for the addresses of a file, with spares. The
 * codes are in this answer and nowhere else afterwards; addresses are not kept. Made again, the earlier letters are void. Only the kern's
 * officer. Refuses once the poll has begun: nobody is added to the roll later.
 */
export const makeLetters = action({
  name: "voting.make-letters",
  kind: "change",
  input: makeLettersInput,
  async run({ tx, actor, concerns, vault }, { poll, number, file, spares, again }): Promise<LettersMade> {
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    if (found.state !== "planned") throw new Refused("poll-has-begun");
    if (found.electorate.assurance !== "letter") throw fault("electorate", "no-letters-here");
    const { header, rows } = addressesOf(found, number, file);
    const before = await deleteLetters(tx, poll);
    if (before > 0 && !again) throw new Refused("letters-made", { number: before });
    const wanted = rows.flatMap(({ letters, ...row }) => Array.from({ length: letters }, () => row));
    if (wanted.length + spares > mostLetters) throw fault("file", "too-many-letters");
    const codes = newCodes(wanted.length + spares);
    await insertLetters(
      tx,
      poll,
      codes.map((code, at) => ({
        serial: at + 1,
        place: at < wanted.length ? at : null,
        fingerprint: letterFingerprint(vault, poll, code),
      })),
    );
    concerns(`poll ${poll}, ${wanted.length} letters, ${spares} spares${before > 0 ? `, ${before} made void` : ""}`);
    const made = codes.map((code, at) => {
      const { lines: address, fields } = wanted[at] ?? { lines: [], fields: [] };
      return { serial: at + 1, code: groupedLetterCode(code), address, fields };
    });
    const shown = made.map(({ serial, code, address }) => ({ serial, code, address }));
    return { letters: shown.slice(0, wanted.length), spares: shown.slice(wanted.length), printFile: printFile(header, made) };
  },
});

const fault = (path: string, message: string) => new Refused("invalid-input", { fields: [{ path, message }] });

function addressesOf({ electorate }: StoredPoll, number: number | undefined, file: string | undefined): AddressFile {
  if (file === undefined) return { header: [], rows: [{ fields: [], lines: [], letters: number ?? 0 }] };
  const read = readAddressFile(Buffer.from(file, "base64"), electorate.per === "household");
  if (Array.isArray(read)) throw new Refused("invalid-input", { fields: read });
  return read;
}

/** Different ones, every one as likely as any other. */
function newCodes(number: number): string[] {
  const codes = new Set<string>();
  while (codes.size < number)
    codes.add(completeLetterCode(Array.from({ length: randomLetters }, () => randomInt(letterAlphabet.length))));
  return [...codes];
}

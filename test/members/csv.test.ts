import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeFile, delimiterOf, parseCsv, writeCsv } from "../../src/members/csv.ts";
import { readInvitations } from "../../src/members/invitation-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
/** As an old office program writes it: every sign below 256 is its own byte. */
const windows = (text: string) => Uint8Array.from([...text], (sign) => (sign === "€" ? 0x80 : (sign.codePointAt(0) ?? 0)));
const fieldsOf = (text: string) => parseCsv(text, 100).map(({ fields }) => fields);

describe("reading", () => {
  test.each([
    ["UTF-8", bytes("naam;Zoë")],
    ["UTF-8 with a byte order mark", bytes("\uFEFFnaam;Zoë")],
    ["Windows-1252", windows("naam;Zoë")],
    [
      "UTF-16, as Excel saves Unicode text",
      new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from("naam;Zoë", (s) => s.charCodeAt(0)).buffer)]),
    ],
  ])("%s is read as it was meant", (_, file) => expect(decodeFile(file)).toBe("naam;Zoë"));

  test("quotes hold delimiters, doubled quotes and line breaks; the next record knows its line", () => {
    expect(parseCsv('a;b\r\n"x;""y""";"twee\r\nregels"\r\n\r\nz;\n', 100)).toEqual([
      { line: 1, fields: ["a", "b"], unfinished: false },
      { line: 2, fields: ['x;"y"', "twee\r\nregels"], unfinished: false },
      { line: 5, fields: ["z", ""], unfinished: false },
    ]);
  });

  test("a quote that never ends is told, not believed", () => {
    expect(parseCsv('a;b\n"x;y\nz;q\n', 100)[1]).toMatchObject({ line: 2, unfinished: true });
  });

  test.each([
    ["a;b,c;d", ";"],
    ["a,b", ","],
    ["a\tb", "\t"],
    ['"a,b,c";d', ";"],
    ["a", ";"],
  ])("%j is parted by %j", (head, sign) => expect(delimiterOf(head)).toBe(sign));

  test("lines end by CRLF, LF or CR alone", () =>
    expect(fieldsOf("a;b\rc;d\ne;f\r\ng;h")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]));

  test("what is written is read back, whatever is in it", () => {
    const field = fc.string({ unit: fc.constantFrom(..."ab;,\"\r\n '€ë") });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        fc.pre(rows.every((row) => row.some((each) => each.trim() !== "") && !/^[\r\n]/.test(row.join(""))));
        fc.pre(rows.every((row) => row.every((each) => !/^[=+\-@\t\r]/.test(each))));
        expect(parseCsv(decodeFile(bytes(writeCsv(rows))), 100, ";").map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  test("no field becomes a formula in a spreadsheet", () =>
    expect(writeCsv([["=1+1", "+31", "@x"]])).toBe("\uFEFF'=1+1;'+31;'@x\r\n"));
});

describe("a list of people", () => {
  const head = "Naam;E-mailadres;Kern;Taal;Toestemming\n";
  const one = (row: string) => {
    const read = readInvitations(bytes(head + row), "arkel");
    if ("fault" in read) throw new Error(read.fault);
    return read.rows[0];
  };

  test("names, addresses and kernen are tidied", () =>
    expect(one(" Jan  de Wit ; Jan.De.Wit@Voorbeeld.example\u00a0;Nieuw-Lekkerland;Engels;formulier 12-11")).toEqual({
      line: 2,
      fields: expect.any(Array),
      fault: null,
      entry: {
        name: "Jan de Wit",
        email: "jan.de.wit@voorbeeld.example",
        kern: "nieuw-lekkerland",
        language: "en",
        consent: "formulier 12-11",
      },
    }));

  test("a row without a kern belongs to the kern it is offered for, in Dutch", () =>
    expect(one("Jan;jan@voorbeeld.example;;;ja, mondeling")).toMatchObject({ entry: { kern: "arkel", language: "nl" } }));

  test.each([
    ["J;jan@voorbeeld.example", "name"],
    ["Jan;jan@@voorbeeld", "email"],
    ["Jan;", "email"],
    ["Jan;jan@voorbeeld.example;arkel;Klingon;ja", "language"],
    ["Jan;jan@voorbeeld.example;arkel;nl;ja;nog;meer", "columns"],
    ['"Jan;jan@voorbeeld.example', "columns"],
  ])("%j is broken at %s", (row, fault) => expect(one(row)).toMatchObject({ fault }));

  test.each(["nee", "No", "-", "onbekend", ""])("%j is no consent", (consent) =>
    expect(one(`Jan;jan@voorbeeld.example;arkel;nl;${consent}`)).toMatchObject({ fault: null, entry: { consent: "" } }),
  );

  test("an empty file, one without columns and one with 200,000 rows are refused at once", () => {
    expect(readInvitations(bytes(""), "arkel")).toEqual({ fault: "empty-file" });
    expect(readInvitations(bytes(head), "arkel")).toEqual({ fault: "empty-file" });
    expect(readInvitations(bytes("Jan;jan@voorbeeld.example\nPiet;piet@voorbeeld.example"), "arkel")).toEqual({
      fault: "columns-missing",
    });
    const begin = performance.now();
    expect(readInvitations(bytes(head + "Jan;jan@voorbeeld.example;arkel;nl;ja\n".repeat(200_000)), "arkel")).toEqual({
      fault: "too-many-rows",
    });
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  test("whatever bytes are offered, there is an answer", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (file) => void readInvitations(file, "arkel")));
  });
});

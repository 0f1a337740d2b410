/** One wrong field of a form: its path in the input, the code of the fault ("too-short") and the server's sentence about it. */
export interface FieldFault {
  path: string;
  message: string;
  sentence: string;
}

export interface ProblemDetails {
  /** HTTP status; 0 when no answer came at all. */
  status: number;
  /** Refusal code of the server, or "unreachable" / "timed-out" of our own. */
  code: string;
  /** A sentence for the person, in her language; empty when the server gave none. */
  sentence: string;
  fields?: FieldFault[];
  /** What more the server tells about it, such as how a used link stands now. */
  values?: Record<string, unknown>;
}

/** Why a call did not give what was asked: the server's problem+json, or no answer. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  readonly fields: FieldFault[];
  readonly values: Record<string, unknown>;

  constructor(details: ProblemDetails) {
    super(details.sentence || details.code);
    this.name = "Problem";
    this.status = details.status;
    this.code = details.code;
    this.sentence = details.sentence;
    this.fields = details.fields ?? [];
    this.values = details.values ?? {};
  }

  /** True when the same request may be sent again: no answer, too busy, or a fault on the server's side. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function faults(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => ({
    path: text(record(each).path),
    message: text(record(each).message),
    sentence: text(record(each).sentence),
  }));
}

/** Reads an application/problem+json body (RFC 9457); a body that is none gives a Problem with the status alone. */
export function readProblem(status: number, body: string): Problem {
  let given: Record<string, unknown> = {};
  try {
    given = record(JSON.parse(body));
  } catch {
    // A proxy answered in HTML: the status is all we know.
  }
  const code = text(given.code) || (text(given.type).split(/[:/]/).pop() ?? "") || `http-${status}`;
  const fields = faults(given.fields);
  return new Problem({ status, code, sentence: text(given.detail) || text(given.title), fields, values: record(given.values) });
}

/** The Problem in whatever was thrown; a fault of our own becomes the code "our-fault". */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem({ status: -1, code: "our-fault", sentence: "" });
}

/** The part of OData that these endpoints understand: $filter with eq, startswith and any, $select, $top and $skiptoken. */
import { type Answer, badRequest, type Call, GraphFault } from "./call.ts";

type Row = Record<string, unknown>;

const pageSize = 100;
const largestPage = 999;

/** One page of a collection, filtered and trimmed as the query asks, with @odata.nextLink when there is more. */
export function collection(call: Call, rows: readonly Row[], filterable: readonly string[]): Answer {
  const wanted = call.query.get("$filter");
  const fitting = wanted ? rows.filter(readFilter(wanted, filterable)) : rows;
  const size = Math.min(Number(call.query.get("$top") ?? pageSize), largestPage);
  const start = Number(Buffer.from(call.query.get("$skiptoken") ?? "", "base64url").toString() || 0);
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(start))
    throw badRequest("Invalid page size or skip token specified.");
  const body: Row = {
    "@odata.context": `${call.root}/$metadata#${call.path.slice(1)}`,
    value: fitting.slice(start, start + size).map((row) => select(call, row)),
  };
  if (call.query.get("$count") === "true") body["@odata.count"] = fitting.length;
  if (start + size < fitting.length) {
    const query = new URLSearchParams(call.query);
    query.set("$skiptoken", Buffer.from(String(start + size)).toString("base64url"));
    body["@odata.nextLink"] = `${call.root}${call.path}?${query}`;
  }
  return { status: 200, body };
}

/** Objects of the directory are counted for advanced queries only. */
export function refuseCount(call: Call): void {
  if (call.query.get("$count") !== "true" || call.advanced) return;
  throw new GraphFault(400, "Request_UnsupportedQuery", "$count is not supported without the header ConsistencyLevel: eventual.");
}

/** The value when the whole filter is `property eq 'value'`, in lower case: then not everything needs to be looked at. */
export function soleValue(call: Call, property: string): string | undefined {
  const filter = call.query.get("$filter") ?? "";
  const value = new RegExp(`^\\(?(?:[\\w.]+/)?${property} eq '((?:[^']|'')*)'\\)?$`).exec(filter)?.[1];
  return value?.replaceAll("''", "'").toLowerCase();
}

/** The properties $select names, or all. The id is always there. */
export function select(call: Call, row: Row): Row {
  const names = call.query.get("$select")?.split(",");
  if (!names) return row;
  const unknown = names.find((name) => !(name in row));
  if (unknown) throw badRequest(`Could not find a property named '${unknown}'.`);
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name === "id" || name.startsWith("@") || names.includes(name)),
  );
}

/** `a eq 'x' or startswith(b,'y')` as a test on a row. Anything else is refused, as Graph refuses most of OData. */
function readFilter(text: string, filterable: readonly string[]): (row: Row) => boolean {
  const alternatives = text
    .split(/ or (?=(?:[^']*'[^']*')*[^']*$)/)
    .map((part) => part.split(/ and (?=(?:[^']*'[^']*')*[^']*$)/).map((term) => readTerm(term.trim(), filterable)));
  return (row) => alternatives.some((terms) => terms.every((fits) => fits(row)));
}

function readTerm(term: string, filterable: readonly string[]): (row: Row) => boolean {
  const found =
    /^\(?(?<path>[\w./]+) (?<verb>eq) '(?<value>(?:[^']|'')*)'\)?$/.exec(term) ??
    /^(?<verb>startswith)\((?<path>[\w./]+), ?'(?<value>(?:[^']|'')*)'\)$/.exec(term) ??
    /^(?<path>\w+)\/(?<verb>any)\((\w+):\3 eq '(?<value>(?:[^']|'')*)'\)$/.exec(term);
  const name = found?.groups?.path?.split("/").pop();
  if (!found?.groups || !name || !filterable.includes(name)) {
    throw new GraphFault(400, "Request_UnsupportedQuery", `Unsupported or invalid query filter clause: ${term}`);
  }
  const value = (found.groups.value ?? "").replaceAll("''", "'").toLowerCase();
  const verb = found.groups.verb;
  return (row) => {
    const held = row[name];
    if (verb === "any") return Array.isArray(held) && held.some((item) => String(item).toLowerCase() === value);
    const text = String(held ?? "").toLowerCase();
    return verb === "eq" ? text === value : text.startsWith(value);
  };
}

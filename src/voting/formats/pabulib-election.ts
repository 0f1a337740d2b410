/** From a `.pb` file to an election that can be counted, and from an election to a file. */
import { pointsByPlace } from "../counting/budget-ballots.ts";
import type { Election, MarkedBallot, Option, RankedBallot } from "../counting/election.ts";
import { faultAt, fieldOf, type PabulibFile, parsePabulib, type Section } from "./pabulib.ts";
import { BrokenPabulib, columnOf, type PabulibFault, type Row } from "./pabulib-rows.ts";

/** Pabulib's cost of a project that was withdrawn after the vote had begun. */
const withdrawnCost = 999_999_999;

export interface PabulibElection {
  election: Election<MarkedBallot>;
  kind: "approval" | "points" | "ranking";
  /** The ballots as ranked, when they are. */
  ranked?: Election<RankedBallot>;
  /** Budget and costs are multiplied by this to be whole: 1 currency unit is so much. Likewise points and weights of voters. */
  unit: number;
  pointUnit: number;
  voterUnit: number;
  budget: number;
  /** Places of projects that were withdrawn. */
  withdrawn: readonly number[];
  /** Ids the city funded: `selected` is 1 (or 2, 3: with other money). Undefined when the file does not say. */
  selected?: readonly string[];
}

/** The election in the text of a `.pb` file and the file as it stands, or what is wrong with it. */
export function readPabulib(text: string): (PabulibElection & { file: PabulibFile }) | { fault: PabulibFault } {
  try {
    const file = parsePabulib(text);
    return { ...electionOf(file), file };
  } catch (error) {
    if (error instanceof BrokenPabulib) return { fault: error.fault };
    throw error;
  }
}

/**
 * Reads costs, budget and ballots. Approval and choose-1 count marks, cumulative and scoring the `points` column (a project with 0 or
 * fewer points is not marked), ordinal (of a project named twice the first place holds) gives points by place: `max_length` (or the longest ballot) for the first, one less for each
 * next. A column `weight` in VOTES weighs voters. Throws `BrokenPabulib`.
 */
export function electionOf(file: PabulibFile): PabulibElection {
  const { projects, votes, meta } = file;
  const kind = kindOf(meta.get("vote_type") ?? "approval");
  const budgetText = budgetOf(file);
  const costs = projects.rows.map((row) => numberAt(projects, row, "cost"));
  const unit = unitFor([budgetText, ...costs]);
  const options = projects.rows.map((row, place): Option => {
    const id = fieldOf(projects, row, "project_id");
    const theme = fieldOf(projects, row, "category");
    return {
      id,
      label: fieldOf(projects, row, "name") || id,
      cost: whole(costs[place] ?? "0", unit),
      ...(theme ? { theme } : {}),
    };
  });
  const placeOf = new Map<string, number>();
  options.forEach(({ id }, place) => {
    const row = projects.rows[place];
    if (row && (id === "" || placeOf.has(id)))
      throw faultAt(projects, row, "project_id", 0, {
        nl: "een eigen nummer voor dit plan",
        en: "an id of its own for this project",
      });
    placeOf.set(id, place);
  });
  const weights = votes.columns.includes("weight") ? votes.rows.map((row) => numberAt(votes, row, "weight")) : [];
  const voterUnit = unitFor(weights);
  const countOf = (place: number) => (weights.length > 0 ? whole(weights[place] ?? "0", voterUnit) : 1);
  const marks = votes.rows.map((row) => marksOf(votes, row, placeOf));
  const base = {
    kind,
    unit,
    voterUnit,
    pointUnit: 1,
    budget: whole(budgetText, unit),
    withdrawn: options.flatMap(({ cost }, place) => (cost >= withdrawnCost * unit ? [place] : [])),
    ...selectedOf(projects),
  };
  if (kind === "ranking") {
    const ballots = marks.map(
      (places, at): RankedBallot => ({ count: countOf(at), tiers: [...new Set(places)].map((place) => [place]) }),
    );
    const longest = Number(meta.get("max_length")) || ballots.reduce((most, { tiers }) => Math.max(most, tiers.length), 0);
    const ranked = { options, ballots };
    return { ...base, ranked, election: pointsByPlace(ranked, longest) };
  }
  if (kind === "approval") {
    // Ballots of the same length share their points: a large file has many ballots, and memory is what reading them costs.
    const ones: number[][] = [];
    const ballots = marks.map((places, at): MarkedBallot => {
      const marked = ascending(places);
      ones[marked.length] ??= marked.map(() => 1);
      return { count: countOf(at), options: marked, points: ones[marked.length] ?? [] };
    });
    return { ...base, election: { options, ballots } };
  }
  const points = votes.rows.map((row, at) => pointsOf(votes, row, marks[at] ?? []));
  const pointUnit = unitFor(points.flat());
  return {
    ...base,
    pointUnit,
    election: {
      options,
      ballots: marks.map((places, at) =>
        pointBallot(
          places,
          (points[at] ?? []).map((text) => whole(text, pointUnit)),
          countOf(at),
        ),
      ),
    },
  };
}

function budgetOf({ meta, metaRows }: PabulibFile): string {
  const text = (meta.get("budget") ?? "").replace(",", ".");
  if (isNumber(text) && !text.startsWith("-")) return text;
  const row = metaRows?.find(({ fields }) => fields[0]?.trim() === "budget");
  throw new BrokenPabulib(row?.line ?? 2, row ? columnOf(row, 1) : 1, {
    nl: "een bedrag van 0 of meer bij budget in META",
    en: "an amount of 0 or more at budget in META",
  });
}

/** Points given to a plan in parts ("579,579;1,1") are added up, as Częstochowa 2020 does. */
function pointBallot(places: readonly number[], points: readonly number[], count: number): MarkedBallot {
  const given = new Map<number, number>();
  places.forEach((place, at) => {
    given.set(place, (given.get(place) ?? 0) + (points[at] ?? 0));
  });
  const marks = [...given].filter(([, sum]) => sum > 0).sort(([a], [b]) => a - b);
  return { count, options: marks.map(([place]) => place), points: marks.map(([, sum]) => sum) };
}

/** Ascending, each once. */
function ascending(places: number[]): number[] {
  for (let i = 1; i < places.length; i++)
    if ((places[i - 1] as number) >= (places[i] as number)) return [...new Set(places)].sort((a, b) => a - b);
  return places;
}

function kindOf(type: string): PabulibElection["kind"] {
  if (type === "ordinal") return "ranking";
  return type === "cumulative" || type === "scoring" ? "points" : "approval";
}

function marksOf(votes: Section, row: Row, placeOf: ReadonlyMap<string, number>): number[] {
  const text = row.fields[votes.columns.indexOf("vote")] ?? "";
  const places: number[] = [];
  for (let from = 0; from <= text.length; ) {
    const comma = text.indexOf(",", from);
    const to = comma === -1 ? text.length : comma;
    const part = text.slice(from, to);
    const place = placeOf.get(part) ?? placeOf.get(part.trim());
    if (place !== undefined) places.push(place);
    else if (part.trim() !== "")
      throw faultAt(votes, row, "vote", from, {
        nl: "het nummer van een plan uit PROJECTS",
        en: "the id of a project in PROJECTS",
      });
    from = to + 1;
  }
  return places;
}

function pointsOf(votes: Section, row: Row, marks: readonly number[]): string[] {
  const points = fieldOf(votes, row, "points")
    .split(",")
    .filter((text) => text.trim() !== "");
  if (points.length !== marks.length || !points.every((text) => isNumber(text.trim())))
    throw faultAt(votes, row, votes.columns.includes("points") ? "points" : "vote", 0, {
      nl: "voor elk gekozen plan één getal in points",
      en: "one number in points for every project chosen",
    });
  return points.map((text) => text.trim());
}

function selectedOf(projects: Section): Pick<PabulibElection, "selected"> {
  if (!projects.columns.includes("selected")) return {};
  const funded = projects.rows.filter((row) => Number(fieldOf(projects, row, "selected")) >= 1);
  return { selected: funded.map((row) => fieldOf(projects, row, "project_id")) };
}

function numberAt(section: Section, row: Row, column: string): string {
  const text = fieldOf(section, row, column).replace(",", ".");
  if (!isNumber(text) || text.startsWith("-"))
    throw faultAt(section, row, column, 0, { nl: "een getal van 0 of meer", en: "a number of 0 or more" });
  return text;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.round(Number(text)));
}

/** The power of ten that makes all numbers whole. */
function unitFor(numbers: readonly string[]): number {
  let decimals = 0;
  for (const text of numbers) {
    const point = text.indexOf(".");
    if (point >= 0) decimals = Math.max(decimals, text.slice(point + 1).replace(/0+$/, "").length);
  }
  return 10 ** decimals;
}

function whole(text: string, unit: number): number {
  return Math.round(Number(text) * unit);
}

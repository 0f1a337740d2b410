/** The table of routes. All stand below /v1; names of resources are Dutch plural nouns (NL API Design Rules). */
import type { Actions } from "./actions.ts";
import type { Route } from "./route.ts";
import { kernenRoutes } from "./routes/kernen.ts";
import { meetingRoutes } from "./routes/meetings.ts";
import { paperRoutes } from "./routes/paper.ts";
import { peopleRoutes } from "./routes/people.ts";
import { pollRoutes } from "./routes/polls.ts";
import { proposalRoutes } from "./routes/proposals.ts";
import { reachRoutes } from "./routes/reach.ts";
import { rollRoutes } from "./routes/roll.ts";
import { staffRoutes } from "./routes/staff.ts";
import { teamsRoutes } from "./routes/teams.ts";

export function makeRoutes(actions: Actions): Route[] {
  return [
    ...kernenRoutes(actions),
    ...peopleRoutes(actions),
    ...proposalRoutes(actions),
    ...meetingRoutes(actions),
    ...pollRoutes(actions),
    ...rollRoutes(actions),
    ...paperRoutes(actions),
    ...staffRoutes(actions),
    ...reachRoutes(actions),
    ...teamsRoutes(actions),
  ];
}

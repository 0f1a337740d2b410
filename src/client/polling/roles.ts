/** What somebody is shown by her roles; what she may do the server decides. Pure. */
import type { MeView } from "../../members/contract.ts";

type Roles = Pick<MeView, "roles">;

const holds = ({ roles }: Roles, role: "officer" | "volunteer", kern: string): boolean =>
  roles.some((each) => each.role === role && (each.kern === null || each.kern === kern));

export const keepsOrder = (me: Roles, kern: string): boolean => holds(me, "officer", kern);

/** Helps residents of this kern to vote, and enters paper. */
export const helps = (me: Roles, kern: string): boolean => keepsOrder(me, kern) || holds(me, "volunteer", kern);

/** One file to fetch for who leads meetings. */
export { ChangePage } from "./change-page.tsx";
export { ComingPage } from "./coming-page.tsx";
export { LedPage } from "./led-page.tsx";
export { MinutesPage } from "./minutes-page.tsx";
export { PlanPage } from "./plan-page.tsx";

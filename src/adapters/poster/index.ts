/** Front door of the poster printer. */
export { drawPoster } from "./draw-poster.ts";

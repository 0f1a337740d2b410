import desk from "./desk-texts.nl.ts";
import paper from "./paper-texts.nl.ts";
import roll from "./roll-texts.nl.ts";
import wizard from "./wizard-texts.nl.ts";

/** Of the wizard, the desk and a poll's page, the roll with its letters and help, and paper. */
export default { ...wizard, ...desk, ...roll, ...paper };

import desk from "./desk-texts.en.ts";
import paper from "./paper-texts.en.ts";
import roll from "./roll-texts.en.ts";
import wizard from "./wizard-texts.en.ts";

/** Of the wizard, the desk and a poll's page, the roll with its letters and help, and paper. */
export default { ...wizard, ...desk, ...roll, ...paper };

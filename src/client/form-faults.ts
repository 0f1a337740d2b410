/** The faults of a form: found here before sending, or by the server. Pure. */
import type { FieldFault } from "./problem.ts";

export interface FormFault {
  /** Name of the field, also the id of its input. */
  field: string;
  /** What to do, in a sentence. */
  sentence: string;
}

/** The server's faults as those of the form's own fields: "options.1" belongs to "options"; what belongs nowhere to `elsewhere`. */
export function faultsOfForm(faults: FieldFault[], fields: readonly string[], elsewhere: string): FormFault[] {
  return faults.map(({ path, sentence, message }) => {
    const whole = fields.includes(path) ? path : (path.split(".")[0] ?? "");
    return { field: fields.includes(whole) ? whole : elsewhere, sentence: sentence || message };
  });
}

/** The first fault of a field, for beside that field. */
export function faultAt(faults: FormFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.sentence;
}

/** The faults that are left once somebody goes on in these fields: what is being mended is no longer pointed at. */
export function faultsBut(faults: FormFault[], fields: readonly string[]): FormFault[] {
  return faults.some((fault) => fields.includes(fault.field)) ? faults.filter((fault) => !fields.includes(fault.field)) : faults;
}

/** Whether this looks like an e-mail address: something, @, a domain with a dot. The server judges; this only saves a journey. */
export function looksLikeEmail(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(typed.trim());
}

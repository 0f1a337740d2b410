/** The id of the field of an option, to which the map and the summary of faults lead. */
export const fieldOf = (option: string): string => `choice-${option}`;

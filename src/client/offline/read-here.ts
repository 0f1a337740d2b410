/** Name under which the device remembers that something was read here that can be brought back. */
export const readHere = "read";

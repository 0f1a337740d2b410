/** One mailbox under several spellings. Pure. */

/** As it is stored: one Unicode form, without spaces (also those that cannot be seen), lower case. */
export function tidyAddress(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .toLowerCase();
}

/** What two spellings of one mailbox share: the tidy address without what follows a plus sign (RFC 5233, subaddress). */
export function plainAddress(address: string): string {
  return tidyAddress(address).replace(/\+[^@]*@/, "@");
}

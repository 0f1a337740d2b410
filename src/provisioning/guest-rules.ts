/** Which addresses can become a guest. Pure. */

/**
 * Signs that an invitation does not take in an address (Microsoft Graph, resources/invitation, property invitedUserEmailAddress),
 * the @ apart; also refused: a name that begins or ends with a dot or a dash. Such a person takes part by web only.
 */
const refusedSigns = /[~!#$%^&*()+=[\]{}\\/|;:"<>?,\s]/;

export function canBeGuest(email: string): boolean {
  const [name = "", domain = "", ...rest] = email.split("@");
  return (
    rest.length === 0 && name !== "" && domain.includes(".") && !refusedSigns.test(name + domain) && !/^[.-]|[.-]$/.test(name)
  );
}

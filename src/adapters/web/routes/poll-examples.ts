/** What the routes of polls share. */

export const exampleSlip = {
  caster: "4Wv0bq7mM1l8o5Zc2iJtQ0uY9nRkX3aGdEfHsPwLhTg",
  version: 1,
  key: "mB2xK0vR8uQ5sYc7aWn1dTzGfLhJpE4iXoC6tUqM3yw",
  salt: "q8mZ4rT1vXw2yB7nK0pLdA",
  choice: { chosen: ["for"] },
};

/** A ballot has no address of its own: what can be looked up could be looked up by somebody else. */
export const atPoll = (_: unknown, { poll = "" }: Record<string, string | undefined>) =>
  `/v1/stemmingen/${encodeURIComponent(poll)}`;

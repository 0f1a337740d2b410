/** The steps about who is in a team: owners, members of theme teams, residents. Pure. */
import type { Step } from "./contract.ts";
import { canBeGuest } from "./guest-rules.ts";
import { type Furnishing, note } from "./plan-furnishing.ts";
import { steps, things } from "./sayings.ts";
import { age, type Owner, type Resident, type ResourceRow, trustedMs } from "./seen.ts";
import { isAccepted } from "./wanted.ts";
import type { WorkplacePerson } from "./workplace.ts";

export interface PeopleInput extends Furnishing {
  /** All who should own the team. */
  owners: readonly Owner[];
  /** Those who do not come into being with it. */
  ownersToAdd: readonly Owner[];
  people: ReadonlyMap<string, WorkplacePerson>;
  residents: readonly Resident[];
}

export function planPeople(input: PeopleInput): Step[] {
  const planned = [...planOwners(input), ...planThemeMembers(input), ...planResidents(input)];
  return planned.filter(({ drift }) => drift === undefined || !isAccepted(input.kern, drift));
}

/** A record of a team before this one says nothing about this one. */
function ofThisTeam({ teamId }: PeopleInput, row: ResourceRow | undefined): row is ResourceRow {
  return row?.state === "created" && row.marker === teamId;
}

function planOwners(input: PeopleInput): Step[] {
  const { kern, teamId, owners, ownersToAdd, seen, recorded, now } = input;
  const isOwner = (id: string) => seen.members.some((member) => member.id === id && member.owner);
  const added = ownersToAdd.flatMap(({ id, email, deputy }): Step[] => {
    const row = recorded.get("owner", `${kern.slug}/${id}`);
    const known = ofThisTeam(input, row);
    if (isOwner(id)) {
      const what = { key: `/${id}`, graphId: id, marker: teamId ?? "", ...(deputy ? { details: { deputy } } : {}) };
      return note(input, "owner", { ...what, thing: things.owner(email) });
    }
    if (known && age(row, now) < trustedMs) return [];
    const step: Step = { kern: kern.slug, do: "add-owner", personId: id, email, text: steps.addOwner(email) };
    if (known) return [{ ...step, drift: `owner-missing/${email}` }];
    return [deputy ? { ...step, deputy, dated: true } : step];
  });
  const removed = recorded.all("owner").flatMap((row): Step[] => {
    const id = row.graphId;
    if (row.kern !== kern.slug || !id || !ofThisTeam(input, row) || owners.length === 0) return [];
    if (owners.some((owner) => owner.id === id) || !isOwner(id)) return [];
    const email = seen.members.find((member) => member.id === id)?.email || id;
    const step: Step = { kern: kern.slug, do: "remove-owner", personId: id, text: steps.removeOwner(email) };
    return [row.details.deputy ? { ...step, dated: true } : step];
  });
  return [...added, ...removed];
}

function planThemeMembers(input: PeopleInput): Step[] {
  const { kern, recorded, seen, people, teamId, owners, now } = input;
  const { theme } = kern;
  if (!theme) return [];
  const added = theme.members.flatMap(({ email, name }): Step[] => {
    const person = people.get(email);
    const row = recorded.get("member", `${kern.slug}/${email}`);
    const known = ofThisTeam(input, row);
    const invited = row?.state === "intent";
    if (person && !invited && seen.members.some(({ id }) => id === person.id)) {
      const what = { key: `/${email}`, graphId: person.id, marker: teamId ?? "", thing: things.member(email) };
      return note(input, "member", what);
    }
    if ((known && age(row, now) < trustedMs) || (!person && !canBeGuest(email))) return [];
    const text = person ? steps.addMember(email) : steps.inviteMember(email);
    const step: Step = { kern: kern.slug, do: "add-member", personId: person?.id ?? null, email, name, text };
    return [known ? { ...step, drift: `member-missing/${email}` } : step];
  });
  const removed = recorded.all("member").flatMap((row): Step[] => {
    const email = row.key.slice(kern.slug.length + 1);
    const id = row.graphId;
    if (row.kern !== kern.slug || !id || !ofThisTeam(input, row)) return [];
    if (theme.members.some((member) => member.email === email) || owners.some((owner) => owner.id === id)) return [];
    return [{ kern: kern.slug, do: "remove-member", personId: id, key: row.key, text: steps.removeMember(email) }];
  });
  return [...added, ...removed];
}

/** Who took part for more than a day and is not in the team: taken out by hand, or lost by Microsoft. */
function planResidents(input: PeopleInput): Step[] {
  const { kern, recorded, seen, residents, now } = input;
  if (!seen.team) return [];
  const row = recorded.get("member", `${kern.slug}/residents`);
  if (ofThisTeam(input, row) && age(row, now) < trustedMs) return [];
  const present = new Set(seen.members.map(({ id }) => id));
  const missing = residents.filter(({ oid, since }) => !present.has(oid) && now - since.getTime() > trustedMs);
  if (missing.length === 0) return [];
  const text = steps.addResidents(missing.length);
  const personIds = missing.map(({ oid }) => oid);
  return [{ kern: kern.slug, do: "add-residents", personIds, text, drift: "member-missing/residents" }];
}

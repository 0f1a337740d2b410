/** Sentences about theme teams, leave, channels and accepted changes in a municipality file, in English and in Dutch. */
import { maybe, quoted, type Saying } from "./municipality-file-sayings.ts";

export const teamSayings = {
  themeInUnknownKern: (team: string, kern: string, suggestion: string | undefined): Saying => ({
    en: `Theme team ${quoted(team)} names ${quoted(kern)}, but there is no kern with that slug.${maybe(suggestion).en}`,
    nl: `Themateam ${quoted(team)} noemt ${quoted(kern)}, maar zo'n kern is er niet.${maybe(suggestion).nl}`,
  }),
  ownerNoOfficer: (team: string, email: string, suggestion: string | undefined): Saying => ({
    en: `Theme team ${quoted(team)} has owner ${quoted(email)}, who is no officer of this file.${maybe(suggestion).en}`,
    nl: `Themateam ${quoted(team)} heeft eigenaar ${quoted(email)}, maar die staat niet bij de contactpersonen.${maybe(suggestion).nl}`,
  }),
  partnerIsOwner: (email: string): Saying => ({
    en: `${quoted(email)} owns this theme team already. Leave it out of the partners.`,
    nl: `${quoted(email)} is al eigenaar van dit themateam. Haal dit adres weg bij de partners.`,
  }),
  tooManyOwners: (team: string, count: number, most: number): Saying => ({
    en: `Theme team ${quoted(team)} has ${count} owners; a team in Teams takes at most ${most}.`,
    nl: `Themateam ${quoted(team)} heeft ${count} eigenaren; een team in Teams heeft er hoogstens ${most}.`,
  }),
  endsBeforeItBegins: (from: string, until: string): Saying => ({
    en: `This leave ends (${quoted(until)}) before it begins (${quoted(from)}).`,
    nl: `Dit verlof eindigt (${quoted(until)}) voordat het begint (${quoted(from)}).`,
  }),
  deputyUnknown: (email: string, suggestion: string | undefined): Saying => ({
    en: `Deputy ${quoted(email)} is no officer of this file.${maybe(suggestion).en}`,
    nl: `Vervanger ${quoted(email)} staat niet bij de contactpersonen.${maybe(suggestion).nl}`,
  }),
  ownDeputy: (): Saying => ({ en: "Nobody can be her own deputy.", nl: "Niemand kan zichzelf vervangen." }),
  neverAccepted: (what: string): Saying => ({
    en: `${quoted(what)} cannot be accepted; \`kernplein provision apply\` puts it right.`,
    nl: `${quoted(what)} kan niet worden geaccepteerd; \`kernplein provision apply\` herstelt het.`,
  }),
  unknownDrift: (what: string, suggestion: string | undefined): Saying => ({
    en: `${quoted(what)} is no kind of change.${maybe(suggestion).en}`,
    nl: `${quoted(what)} is geen soort wijziging.${maybe(suggestion).nl}`,
  }),
  channelMended: (name: string, channel: string): Saying => ({
    en: `Teams refuses ${quoted(name)} as the name of a channel: it becomes ${quoted(channel)}.`,
    nl: `Teams weigert ${quoted(name)} als naam van een kanaal: het wordt ${quoted(channel)}.`,
  }),
  themeIsOver: (team: string, until: string): Saying => ({
    en: `Theme team ${quoted(team)} ended on ${until}: it is archived.`,
    nl: `Themateam ${quoted(team)} eindigde op ${until}: het wordt gearchiveerd.`,
  }),
  leaveIsOver: (officer: string, until: string): Saying => ({
    en: `The leave of ${quoted(officer)} ended on ${until}: these lines can go.`,
    nl: `Het verlof van ${quoted(officer)} eindigde op ${until}: deze regels kunnen weg.`,
  }),
};

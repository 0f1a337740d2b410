/** The sentences of plan, progress, drift and problems, in Dutch and English. */
import type { DriftKind } from "../kernen/index.ts";
import { driftKindOf } from "../kernen/index.ts";
import type { Problem, Said } from "./contract.ts";
import { OutcomeUnknown, TeamFailed, WorkplaceRefused } from "./workplace.ts";

export const steps = {
  look: (): Said => ({ nl: "Kijken wat er al is", en: "Look at what is there" }),
  makeTeam: (name: string): Said => ({ nl: `Team ${name} maken`, en: `Make team ${name}` }),
  awaitTeam: (name: string): Said => ({ nl: `Afwachten tot team ${name} klaar is`, en: `Wait until team ${name} is ready` }),
  installApp: (): Said => ({ nl: "De app Kernplein toevoegen", en: "Add the Kernplein app" }),
  makeChannel: (name: string): Said => ({ nl: `Kanaal ${name} maken`, en: `Make channel ${name}` }),
  pinTab: (name: string, channel: string): Said => ({
    nl: `Tabblad ${name} vastzetten in ${channel}`,
    en: `Pin tab ${name} in ${channel}`,
  }),
  addOwner: (email: string): Said => ({ nl: `${email} eigenaar maken`, en: `Make ${email} an owner` }),
  renameTeam: (name: string): Said => ({ nl: `Team de naam ${name} geven`, en: `Name the team ${name}` }),
  describeTeam: (): Said => ({
    nl: "De beschrijving van het team herstellen",
    en: "Restore the description of the team",
  }),
  changeSettings: (): Said => ({ nl: "De instellingen van het team zetten", en: "Set the settings of the team" }),
  archiveTeam: (name: string): Said => ({ nl: `Team ${name} archiveren`, en: `Archive team ${name}` }),
  unarchiveTeam: (name: string): Said => ({
    nl: `Team ${name} uit het archief halen`,
    en: `Take team ${name} out of the archive`,
  }),
  upgradeApp: (from: string, to: string): Said => ({
    nl: `De app bijwerken van ${from} naar ${to}`,
    en: `Update the app from ${from} to ${to}`,
  }),
  renameChannel: (from: string, to: string): Said => ({
    nl: `Kanaal ${from} de naam ${to} geven`,
    en: `Name channel ${from} ${to}`,
  }),
  archiveChannel: (name: string): Said => ({ nl: `Kanaal ${name} archiveren`, en: `Archive channel ${name}` }),
  unarchiveChannel: (name: string): Said => ({
    nl: `Kanaal ${name} uit het archief halen`,
    en: `Take channel ${name} out of the archive`,
  }),
  removeTab: (name: string): Said => ({ nl: `Tabblad ${name} weghalen`, en: `Remove tab ${name}` }),
  removeOwner: (email: string): Said => ({
    nl: `${email} is geen eigenaar meer en gaat uit het team`,
    en: `${email} is no longer an owner and leaves the team`,
  }),
  addResidents: (count: number): Said => ({
    nl: `${count} ${count === 1 ? "inwoner" : "inwoners"} weer toevoegen`,
    en: `Add ${count} ${count === 1 ? "resident" : "residents"} again`,
  }),
  addMember: (email: string): Said => ({ nl: `${email} lid maken`, en: `Make ${email} a member` }),
  inviteMember: (email: string): Said => ({ nl: `${email} uitnodigen en lid maken`, en: `Invite ${email} and make a member` }),
  removeMember: (email: string): Said => ({ nl: `${email} uit het team halen`, en: `Take ${email} out of the team` }),
  note: (what: Said): Said => ({ nl: `Noteren: ${what.nl} is er al`, en: `Note: ${what.en} is there already` }),
};

export const things = {
  team: (name: string): Said => ({ nl: `team ${name}`, en: `team ${name}` }),
  app: (): Said => ({ nl: "de app", en: "the app" }),
  channel: (name: string): Said => ({ nl: `kanaal ${name}`, en: `channel ${name}` }),
  tab: (name: string): Said => ({ nl: `tabblad ${name}`, en: `tab ${name}` }),
  owner: (email: string): Said => ({ nl: `eigenaar ${email}`, en: `owner ${email}` }),
  member: (email: string): Said => ({ nl: `lid ${email}`, en: `member ${email}` }),
};

export const waits = {
  otherApply: { nl: "een andere uitrol die nog bezig is", en: "another roll-out that is still running" },
  teamReady: { nl: "Microsoft, dat het team maakt", en: "Microsoft, which is making the team" },
  earlierAttempt: {
    nl: "zekerheid of een eerdere poging het team toch heeft gemaakt",
    en: "certainty whether an earlier attempt made the team after all",
  },
} satisfies Record<string, Said>;

/** What an administrator reads, and what to do about it. */
export const problems: Record<Problem["code"], (subject: string) => Said> = {
  "officer-unknown": (email) => ({
    nl: `${email} staat niet in de organisatie. Controleer het adres in het gemeentebestand.`,
    en: `${email} is not in the organisation. Check the address in the municipality file.`,
  }),
  "officer-is-guest": (email) => ({
    nl: `${email} is gast. Microsoft laat gasten geen eigenaar zijn. Kies een medewerker.`,
    en: `${email} is a guest. Microsoft does not let guests own a team. Choose an employee.`,
  }),
  "no-owner": (kern) => ({
    nl: `${kern} heeft geen kerncontactfunctionaris die eigenaar kan zijn. Zonder eigenaar kan het team niet worden gemaakt.`,
    en: `${kern} has no officer who can be owner. Without an owner the team cannot be made.`,
  }),
  "app-not-in-catalogue": () => ({
    nl: "De app Kernplein staat niet in de app-catalogus. Upload het app-pakket in het Teams-beheercentrum. Het kan enkele uren duren voor de app zichtbaar is.",
    en: "The Kernplein app is not in the app catalogue. Upload the app package in the Teams admin centre. It may take some hours to show up.",
  }),
  "app-asks-otherwise": (names) => ({
    nl: `De app in de catalogus vraagt andere rechten dan deze versie van Kernplein: ${names}. Upload het app-pakket van deze versie.`,
    en: `The app in the catalogue asks for other permissions than this version of Kernplein: ${names}. Upload the app package of this version.`,
  }),
  "team-twice": (kern) => ({
    nl: `Er zijn meer teams met het kenmerk van ${kern}. Verwijder het kenmerk uit de beschrijving van het team dat niet meedoet.`,
    en: `More than one team carries the marker of ${kern}. Take the marker out of the description of the team that does not take part.`,
  }),
  "group-left-out": (name) => ({
    nl: `Dorpsgroep ${name} krijgt geen eigen kanaal: de naam is al in gebruik of heeft geen letters. Geef de groep een andere naam.`,
    en: `Village group ${name} gets no channel of its own: the name is taken or has no letters. Give the group another name.`,
  }),
  "partner-refused": (email) => ({
    nl: `${email} kan geen gast worden: Microsoft neemt dit adres niet aan. Gebruik een ander adres.`,
    en: `${email} cannot become a guest: Microsoft does not take this address. Use another one.`,
  }),
  "too-many-owners": (kern) => ({
    nl: `${kern} krijgt meer dan 100 eigenaren. Een team in Teams heeft er hoogstens 100; de overige worden niet toegevoegd.`,
    en: `${kern} gets more than 100 owners. A team in Teams takes at most 100; the others are not added.`,
  }),
};

const drifts: Record<DriftKind, (subject: string) => Said> = {
  "team-renamed": () => ({ nl: "Iemand gaf het team een andere naam.", en: "Somebody gave the team another name." }),
  "team-archived": () => ({ nl: "Iemand zette het team in het archief.", en: "Somebody archived the team." }),
  "team-deleted": () => ({ nl: "Iemand verwijderde het team.", en: "Somebody deleted the team." }),
  "channel-renamed": () => ({ nl: "Iemand gaf een kanaal een andere naam.", en: "Somebody gave a channel another name." }),
  "channel-archived": () => ({ nl: "Iemand zette een kanaal in het archief.", en: "Somebody archived a channel." }),
  "channel-deleted": () => ({ nl: "Iemand verwijderde een kanaal.", en: "Somebody deleted a channel." }),
  "tab-removed": () => ({ nl: "Iemand haalde een tabblad weg.", en: "Somebody removed a tab." }),
  "app-removed": () => ({ nl: "Iemand haalde de app uit het team.", en: "Somebody took the app out of the team." }),
  "app-outdated": () => ({ nl: "De app in het team is verouderd.", en: "The app in the team is outdated." }),
  "owner-missing": (email) => ({ nl: `${email} is geen eigenaar meer.`, en: `${email} is no longer an owner.` }),
  "member-missing": (who) =>
    who === "residents"
      ? { nl: "Inwoners die meedoen, staan niet in het team.", en: "Residents who take part are not in the team." }
      : { nl: `${who} is geen lid meer.`, en: `${who} is no longer a member.` },
  "settings-changed": () => ({
    nl: "Iemand veranderde de instellingen van het team.",
    en: "Somebody changed the settings of the team.",
  }),
};

/** What was found: `what` is "tab-removed/voorstellen-arkel". */
export function driftFound(what: string): Said {
  const kind = driftKindOf(what);
  return kind ? drifts[kind](what.slice(kind.length + 1)) : { nl: what, en: what };
}

/** What a person reads about an error at Microsoft; never its technical part. */
export function faultSaid(error: unknown): Said {
  if (error instanceof WorkplaceRefused) return error.said;
  if (error instanceof TeamFailed) return { nl: "Microsoft kon het team niet maken.", en: "Microsoft could not make the team." };
  if (error instanceof OutcomeUnknown)
    return {
      nl: "Microsoft gaf geen antwoord. De volgende keer kijken we eerst of het toch gelukt is.",
      en: "Microsoft did not answer. Next time we first look whether it was done after all.",
    };
  if (error instanceof TypeError && error.message === "fetch failed")
    return { nl: "Microsoft is nu niet te bereiken.", en: "Microsoft cannot be reached just now." };
  return { nl: "Er ging iets mis bij ons.", en: "Something went wrong on our side." };
}

import type { DemoPoll } from "./demo-content.ts";
import { demoMembers } from "./people.ts";

type PollRow = Omit<DemoPoll, "turnout">;

const hour = 1 / 24;

const running: PollRow[] = [
  {
    key: "sluipverkeer-proef",
    kern: "nieuw-lekkerland",
    proposalKey: "nieuw-lekkerland-sluipverkeer",
    question: "Moet er een proef komen met een knip in de ochtendspits?",
    explanation:
      "De proef duurt drie maanden, op werkdagen van 7 tot 9 uur. Fietsers, de bus, de thuiszorg en hulpdiensten mogen door. Daarna meten we opnieuw en beslist de gemeente.",
    options: "for-against-abstain",
    opensDaysFromNow: -7,
    closesDaysFromNow: hour,
    votes: [19, 14, 3],
  },
  {
    key: "zwemsteiger",
    kern: "arkel",
    proposalKey: "arkel-zwemsteiger",
    question: "Mag er weer een zwemsteiger komen in de bocht van de Linge?",
    explanation:
      "Het gaat om een drijvende steiger met trap en drijflijn. Hij gaat op warme avonden om 22 uur dicht. De gemeente betaalt hooguit € 12.000.",
    options: "for-against-abstain",
    opensDaysFromNow: -12,
    closesDaysFromNow: 2,
    votes: [10, 4, 1],
  },
  {
    key: "motoren-proef",
    kern: "groot-ammers",
    proposalKey: "groot-ammers-motoren-dijk",
    question: "Bent u voor een proef: de dijk op zondag dicht voor motoren, één seizoen lang?",
    explanation:
      "De dijk is dan van april tot oktober op zondag van 10 tot 18 uur dicht voor motoren. Bewoners krijgen ontheffing.",
    options: "for-against-abstain",
    opensDaysFromNow: -1,
    closesDaysFromNow: 12,
    votes: [5, 4, 0],
  },
  {
    key: "dorpshuis-plannen",
    kern: "giessenburg",
    proposalKey: "giessenburg-dorpshuis",
    question: "Wat moet er met het dorpshuis gebeuren?",
    explanation: "De raad beslist voor de zomer. Met deze stemming laat het dorp weten wat het liever heeft.",
    options: ["Opknappen", "Nieuw bouwen bij de sporthal", "Nu alleen het dak en de stoelen", "Geen mening"],
    opensDaysFromNow: -5,
    closesDaysFromNow: 9,
    votes: [7, 5, 3, 1],
  },
  {
    key: "winkelnaam",
    kern: "hoornaar",
    proposalKey: "hoornaar-dorpswinkel",
    question: "Hoe moet de dorpswinkel heten?",
    explanation: "Er kwamen 31 namen binnen. Deze zes bleven over. U kiest er één.",
    options: ["De Klok", "Bij ons", "Het Appeltje", "Om de hoek", "Winkel van Hoornaar", "De Envelop"],
    opensDaysFromNow: -6,
    closesDaysFromNow: 3.25,
    votes: [2, 1, 3, 0, 1, 2],
  },
];

const closed: PollRow[] = [
  {
    key: "bushok",
    kern: "wijngaarden",
    proposalKey: "wijngaarden-bushok",
    question: "Mag het geld van het dorp naar een bushok bij de N214?",
    explanation: "Het hokje kost € 2.400. De provincie betaalt de helft. Er is dan dit jaar geen geld meer voor iets anders.",
    options: "for-against-abstain",
    opensDaysFromNow: -17,
    closesDaysFromNow: -3,
    votes: [3, 1, 0],
  },
  {
    key: "late-pont",
    kern: "streefkerk",
    proposalKey: "streefkerk-pont",
    question: "Vindt u dat de gemeente moet meebetalen aan een late pont?",
    explanation:
      "Een half jaar lang, van donderdag tot en met zaterdag, tot half twaalf. De gemeente betaalt dan ongeveer € 9.000.",
    options: "for-against-abstain",
    opensDaysFromNow: -42,
    closesDaysFromNow: -28,
    votes: [9, 2, 1],
  },
  {
    key: "wegdek",
    kern: "oud-alblas",
    proposalKey: "oud-alblas-dertig",
    question: "Hoe maken we de doorgaande weg langzamer?",
    explanation: "Alle drie kunnen binnen het geld dat er is. Tegelijk kan niet.",
    options: ["Klinkers bij de kerk", "Smallere weg met stil asfalt", "Bomen en plantvakken aan weerskanten"],
    opensDaysFromNow: -33,
    closesDaysFromNow: -19,
    votes: [3, 4, 4],
  },
  {
    key: "oversteek",
    kern: "noordeloos",
    proposalKey: "noordeloos-oversteek-n214",
    question: "Steunt het dorp een breder middeneiland en 60 km per uur bij de oversteek?",
    explanation: "De uitslag gaat mee naar het gesprek met de provincie.",
    options: "for-against-abstain",
    opensDaysFromNow: -55,
    closesDaysFromNow: -41,
    votes: [5, 1, 1],
  },
  {
    key: "schoolfietspad",
    kern: "bleskensgraaf",
    proposalKey: "bleskensgraaf-schoolfietspad",
    question: "Moet het vrije fietspad boven aan de lijst van de gemeente?",
    explanation: "Er is geld voor één groot plan. Komt het fietspad bovenaan, dan wacht de nieuwe brug.",
    options: "for-against-abstain",
    opensDaysFromNow: -64,
    closesDaysFromNow: -50,
    votes: [8, 3, 1],
  },
  {
    key: "haven-proef",
    kern: "nieuwpoort",
    proposalKey: "nieuwpoort-autoluw",
    question: "Mag de haven één zomer lang in het weekend dicht voor auto's?",
    explanation: "Bewoners en leveranciers houden toegang. Er komen 20 parkeerplaatsen buiten de wal.",
    options: "for-against-abstain",
    opensDaysFromNow: -24,
    closesDaysFromNow: -10,
    votes: [4, 4, 0],
  },
  {
    key: "pumptrack",
    kern: "nieuw-lekkerland",
    proposalKey: "nieuw-lekkerland-pumptrack",
    question: "Moet er een pumptrack komen op het veldje naast de tennisbaan?",
    explanation: "De baan kost € 70.000. De helft komt van fondsen, de helft van de gemeente.",
    options: "for-against-abstain",
    opensDaysFromNow: -20,
    closesDaysFromNow: -6,
    votes: [14, 15, 2],
  },
];

const coming: PollRow[] = [
  {
    key: "buurtbus-tijden",
    kern: "goudriaan",
    proposalKey: "goudriaan-buurtbus",
    question: "Welke rit is voor u het belangrijkst?",
    explanation: "De buurtbus begint met één vaste lijn. De rit met de meeste stemmen komt er het eerst.",
    options: ["Naar het ziekenhuis", "Naar het station", "Naar de markt op woensdag"],
    opensDaysFromNow: 1.5,
    closesDaysFromNow: 15.5,
    votes: [],
  },
  {
    key: "dijk-spits",
    kern: "langerak",
    proposalKey: "langerak-dijk-sluip",
    question: "Bent u voor alleen bestemmingsverkeer op de dijk in de spits?",
    explanation: "Bewoners, hun bezoek, bedrijven en landbouw houden toegang. Het is een proef van een half jaar.",
    options: "for-against-abstain",
    opensDaysFromNow: 6 * hour,
    closesDaysFromNow: 10,
    votes: [],
  },
  {
    key: "geluidswal-planten",
    kern: "schelluinen",
    proposalKey: "schelluinen-geluidswal",
    question: "Wat planten we op de geluidswal?",
    explanation: "De planten worden in november gezet, met hulp van het dorp.",
    options: ["Meidoorn en vlier", "Hazelaar en hulst", "Wilde bloemen, geen struiken", "Fruitbomen"],
    opensDaysFromNow: 5,
    closesDaysFromNow: 19,
    votes: [],
  },
];

/** Demo polls with one mark on a ballot: five running, seven closed, three still to come. Others: budget-polls.ts. */
export const demoPolls: readonly DemoPoll[] = [...running, ...closed, ...coming].map((poll) => ({
  ...poll,
  turnout: poll.votes.reduce((sum, votes) => sum + votes, 0) / voterCount(poll),
}));

/** Members of the poll's kern who had joined when it opened, today's members for a poll still to come. */
export function voterCount({ kern, opensDaysFromNow }: Pick<DemoPoll, "kern" | "opensDaysFromNow">): number {
  return demoMembers.filter((member) => member.kern === kern && member.joinedDaysAgo > -opensDaysFromNow).length;
}

/** Demo polls with plans, ranks and points. Ballots are worked out by index: two loads on two machines vote alike. */
import type { DemoPlan, DemoRichPoll } from "./demo-content.ts";

const plan = (label: string, euros: number, summary: string, more: Partial<DemoPlan> = {}): DemoPlan => ({
  label,
  summary,
  cost: euros * 100,
  ...more,
});
const names = (...labels: string[]): DemoPlan[] => labels.map((label) => ({ label, summary: "", cost: 0 }));

/** Whom the `voter`-th voter likes: places of plans, those in greater favour more often. `favour`: tenths per plan. */
function liked(favour: readonly number[], voter: number): number[] {
  const marked = favour.flatMap((tenths, place) => ((voter * 7 + place * 3 + (voter % 3) * place) % 10 < tenths ? [place] : []));
  return marked.length > 0 ? marked : [voter % favour.length];
}

/** A ranking by the `voter`-th voter, favourites first, of the first `length` places. */
function ranked(favour: readonly number[], voter: number, length: number): number[] {
  const warmth = (place: number) => (favour[place] ?? 0) * 2 + ((voter * 5 + place * 7 + (voter % 4) * place) % 11);
  return favour
    .map((_, place) => place)
    .sort((a, b) => warmth(b) - warmth(a) || a - b)
    .slice(0, length);
}

const ballots = (number: number, ballot: (voter: number) => number[]): number[][] =>
  Array.from({ length: number }, (_, voter) => ballot(voter));

const villagePlans: DemoPlan[] = [
  plan("Drie bankjes op de dijk", 2_400, "Stevige bankjes met leuning, bij de veerstoep, de werf en de molen.", {
    theme: "Ontmoeten",
    photo: "bench.jpg",
    place: { latitude: 51.8925, longitude: 4.6771, label: "Lekdijk" },
  }),
  plan("Licht op het fietspad naar de halte", 6_800, "Zes lantaarns die pas aangaan als er iemand langskomt.", {
    theme: "Verkeer",
    photo: "cycle-path.jpg",
    place: { latitude: 51.8821, longitude: 4.6805, label: "Fietspad naar de bushalte" },
  }),
  plan("Hek en kraan voor een hondenveld", 3_100, "Een losloopveld met een hek, een kraantje en twee bakken.", {
    theme: "Groen",
    place: { latitude: 51.8879, longitude: 4.6721, label: "Grasveld achter de sporthal" },
  }),
  plan("Lichtjestocht in december", 900, "Materiaal en koek voor de tocht langs de dijk; de school doet mee.", {
    theme: "Ontmoeten",
  }),
  plan("Speeltoestel voor kleine kinderen", 5_500, "Een laag klimtoestel met een zachte bodem bij de Meidoorn.", {
    theme: "Jeugd",
    photo: "playground.jpg",
    place: { latitude: 51.8861, longitude: 4.6752, label: "Oude schoolterrein" },
  }),
  plan("Bloembollen langs de toegangsweg", 1_200, "Vijfduizend bollen, te planten door de basisschool.", { theme: "Groen" }),
  plan("AED bij de sporthal", 1_850, "Een AED aan de buitenmuur, met twee avonden les.", { theme: "Veilig" }),
  plan("Zitkuil en picknicktafel aan de Lek", 4_300, "Voor wie zwemt, vist of kijkt. Bestand tegen hoog water.", {
    theme: "Ontmoeten",
    photo: "dike.jpg",
    place: { latitude: 51.8934, longitude: 4.6862, label: "Strandje achter de strekdam" },
  }),
  plan("Repaircafé: gereedschap en kast", 750, "Elke eerste zaterdag in het dorpshuis.", {
    theme: "Ontmoeten",
    photo: "village-hall.jpg",
  }),
  plan("Zebrapad bij de supermarkt", 7_900, "Met een middeneiland, zodat u in twee keer kunt oversteken.", { theme: "Verkeer" }),
  plan("Geveltuintjes in de Dorpsstraat", 1_600, "Tegels eruit, planten erin; wie wil krijgt hulp.", { theme: "Groen" }),
];
const villageFavour = [7, 4, 5, 6, 6, 3, 8, 4, 5, 2, 3];

/** Polls with more than one mark on a ballot. */
export const richPolls: readonly DemoRichPoll[] = [
  {
    key: "dorpsbudget",
    kern: "nieuw-lekkerland",
    question: "Waar gaat € 15.000 van het dorpsbudget dit jaar naartoe?",
    explanation:
      "Kies alle plannen die u goed vindt; het maximum maakt niet uit. Elke stemmer krijgt een even groot deel van het geld. Een plan gaat door als de mensen die ervoor kozen het samen kunnen betalen. Wat overblijft, gaat naar het plan met de meeste stemmen dat nog past.",
    options: villagePlans,
    form: { kind: "approval", max: null },
    count: { rule: "equal-shares", budget: 1_500_000, utility: "cost", completion: "add1+votes" },
    opensDaysFromNow: -4,
    closesDaysFromNow: 5.5,
    ballots: ballots(24, (voter) => liked(villageFavour, voter)),
  },
  {
    key: "jeugdplek",
    kern: "giessenburg",
    question: "Wat moet er als eerste komen op het veld bij de sporthal?",
    explanation: "Zet wat u wilt op volgorde, met uw liefste bovenaan. U hoeft niet alles te kiezen.",
    options: names("Pannakooi", "Skatebaan", "Overdekte hangplek", "Beachvolleybalveld", "Calisthenicsrek"),
    form: { kind: "ranking", max: null },
    count: { rule: "schulze", seats: 1 },
    opensDaysFromNow: -3,
    closesDaysFromNow: 8,
    ballots: ballots(14, (voter) => ranked([5, 6, 3, 4, 2], voter, 2 + (voter % 4))),
  },
  {
    key: "feestdagen",
    kern: "streefkerk",
    question: "Op welke dagen wilt u een dorpsmaaltijd?",
    explanation: "Kies alle dagen die u uitkomen. De dag met de meeste stemmen wordt het.",
    options: names("Vrijdagavond", "Zaterdagmiddag", "Zaterdagavond", "Zondagmiddag", "Woensdagavond"),
    form: { kind: "approval", max: null },
    count: { rule: "approval", seats: 1 },
    opensDaysFromNow: -2,
    closesDaysFromNow: 4,
    ballots: ballots(9, (voter) => liked([6, 5, 8, 2, 3], voter)),
  },
  {
    key: "dorpsbudget-vorig-jaar",
    kern: "arkel",
    question: "Waar gaat € 8.000 van het dorpsbudget naartoe?",
    explanation: "Kies alle plannen die u goed vindt. Elke stemmer krijgt een even groot deel van het geld.",
    options: [
      plan("Fietsenrek bij de haven", 1_900, "Voor twintig fietsen.", { theme: "Verkeer" }),
      plan("Trapveldje opknappen", 4_200, "Nieuwe doelen en gras.", { theme: "Jeugd", photo: "playground.jpg" }),
      plan("Bankjes langs de Linge", 1_500, "Twee bankjes bij het wandelpad.", { theme: "Ontmoeten", photo: "bench.jpg" }),
      plan("Muziekavond in de kerk", 600, "Drie koren, toegang vrij.", { theme: "Ontmoeten" }),
      plan("Kunstwerk op de rotonde", 7_500, "Een stalen zalm van vier meter.", { theme: "Ontmoeten" }),
      plan("Nestkasten en bijenhotel", 450, "Te maken door groep 7.", { theme: "Groen" }),
    ],
    form: { kind: "approval", max: null },
    count: { rule: "equal-shares", budget: 800_000, utility: "cost", completion: "add1+votes" },
    opensDaysFromNow: -40,
    closesDaysFromNow: -26,
    ballots: ballots(16, (voter) => liked([6, 6, 5, 3, 4, 4], voter)),
  },
  {
    key: "dorpshuisnaam",
    kern: "groot-ammers",
    question: "Hoe gaat het nieuwe dorpshuis heten?",
    explanation: "Zet de namen op volgorde. De naam met de minste eerste plaatsen valt telkens af.",
    options: names("De Ooievaar", "Het Anker", "Bij Gelkenes", "De Ammersche Bron"),
    form: { kind: "ranking", max: null },
    count: { rule: "irv", seats: 1 },
    opensDaysFromNow: -30,
    closesDaysFromNow: -16,
    ballots: ballots(17, (voter) => ranked([6, 5, 4, 5], voter, 1 + (voter % 4))),
  },
  {
    key: "tien-hartjes",
    kern: "giessenburg",
    question: "Waar moet de dorpsraad dit jaar het meest aan doen?",
    explanation: "U hebt tien hartjes. Geef ze waar u wilt, ook alle tien aan één ding.",
    options: names("Verkeer bij de school", "Jongeren", "Groen", "Eenzaamheid", "Glasvezel"),
    form: { kind: "points", total: 10, perOption: null },
    count: { rule: "points", seats: 2 },
    opensDaysFromNow: -50,
    closesDaysFromNow: -36,
    ballots: ballots(13, (voter) => ranked([6, 4, 3, 5, 2], voter, 3)),
  },
  {
    key: "plein-bezwaar",
    kern: "nieuw-lekkerland",
    question: "Mag het plein elke eerste zaterdag dicht voor de markt?",
    explanation: "Maakt niemand bezwaar, dan gaat het door.",
    options: [],
    form: { kind: "consent" },
    count: { rule: "consent", quorum: 20 },
    opensDaysFromNow: -70,
    closesDaysFromNow: -56,
    ballots: ballots(15, (voter) => [voter % 5 === 4 ? 2 : 0]),
  },
];

import type { AnswerOutcome } from "../../proposals/contract.ts";
import type { DemoTheme } from "./demo-content.ts";

/** What the municipality did with a published proposal. Days as elsewhere: before the moment of loading, or from it on. */
export interface DemoTreatment {
  /** Who looks at it. */
  handledBy: string;
  takenDaysAgo: number;
  /** Negative: it was promised for a day that has passed. Null: no day was named. */
  answerInDays: number | null;
  answer?: { outcome: AnswerOutcome; text: string; signedBy: string; daysAgo: number };
  finish?: { text: string; daysAgo: number };
}

/** Answered and finished ones, by the key of their proposal. */
const told: Readonly<Record<string, DemoTreatment>> = {
  "nieuw-lekkerland-zwembad": {
    handledBy: "De beheerder van het buitenbad rekent uit wat twee weken langer kost.",
    takenDaysAgo: 70,
    answerInDays: -40,
    answer: {
      outcome: "yes",
      text: "Het buitenbad blijft volgend seizoen twee weken langer open, tot en met de tweede zondag van september.\n\nHet water wordt dan een graad minder warm gestookt. Zo blijft het binnen het budget. Na het seizoen kijken we samen met de vrijwilligers of het een vaste afspraak wordt.",
      signedBy: "Team Sport en Accommodaties",
      daysAgo: 45,
    },
  },
  "kinderdijk-touringcars": {
    handledBy: "De verkeerskundige telt in drie weekenden hoeveel bussen er komen.",
    takenDaysAgo: 66,
    answerInDays: -20,
    answer: {
      outcome: "partly",
      text: "De bussen mogen vanaf 1 april niet meer door de straat tussen tien en vijf. Zij rijden dan om via de provinciale weg.\n\nHelemaal verbieden kan niet: de school en de huisartsenpost moeten bereikbaar blijven voor groepsvervoer.",
      signedBy: "Team Verkeer",
      daysAgo: 24,
    },
  },
  "groot-ammers-molenpad": {
    handledBy: "De beheerder van de wandelpaden praat met de drie grondeigenaren.",
    takenDaysAgo: 48,
    answerInDays: -15,
    answer: {
      outcome: "yes",
      text: "Het pad wordt rond. Twee eigenaren werken mee, met de derde is een route langs de sloot afgesproken.\n\nDe aannemer begint na het broedseizoen.",
      signedBy: "Team Buitenruimte",
      daysAgo: 18,
    },
  },
  "nieuwpoort-schapen": {
    handledBy: "Een medewerker groen vraagt de herder wat er kan.",
    takenDaysAgo: 44,
    answerInDays: -30,
    answer: {
      outcome: "yes",
      text: "De herder komt met veertig schapen, drie weken lang. Honden moeten op de wallen dan aan de lijn.",
      signedBy: "Team Groen",
      daysAgo: 33,
    },
    finish: {
      text: "De eerste veertig schapen hebben de noordelijke wal kaal gegeten. Volgend jaar komen ze terug.",
      daysAgo: 9,
    },
  },
  "bleskensgraaf-herdenking": {
    handledBy: "De griffie overlegt met het comité van 4 mei.",
    takenDaysAgo: 75,
    answerInDays: null,
    answer: {
      outcome: "yes",
      text: "De namen worden voorgelezen, door leerlingen van groep acht. Het comité regelt de microfoon en oefent met de kinderen.",
      signedBy: "Griffie",
      daysAgo: 60,
    },
    finish: { text: "De namen zijn opgenomen in het programma. De school oefent er al mee.", daysAgo: 21 },
  },
  "oud-alblas-voetbrug": {
    handledBy: "Een bruggenbouwer en het waterschap kijken samen of het kan.",
    takenDaysAgo: 58,
    answerInDays: -14,
    answer: {
      outcome: "no",
      text: "De brug komt niet terug. Een brug die hoog genoeg is voor de maaiboot kost ruim € 310.000, voor ongeveer dertig wandelaars per dag.\n\nWij begrijpen dat dit tegenvalt. Wel knappen we het pad langs de Alblas op, en komt er een bankje bij de oude brugplek.",
      signedBy: "Team Buitenruimte",
      daysAgo: 16,
    },
  },
  "ottoland-ijsbaan": {
    handledBy: "De ijsclub en het waterschap spreken af wanneer de inlaat open mag.",
    takenDaysAgo: 40,
    answerInDays: -20,
    answer: {
      outcome: "yes",
      text: "De inlaat gaat open zodra er drie nachten vorst voorspeld zijn. De ijsclub belt, het waterschap draait.",
      signedBy: "Team Water",
      daysAgo: 22,
    },
    finish: { text: "De inlaat is voor het eerst proef gedraaid. Het werkt: nu nog vorst.", daysAgo: 5 },
  },
  "giessen-oudekerk-kerkpad": {
    handledBy: "De rentmeester zoekt uit van wie het pad is.",
    takenDaysAgo: 61,
    answerInDays: -30,
    answer: {
      outcome: "no",
      text: "Het kerkpad kan niet open. Het loopt over het erf van twee boerderijen en de eigenaren willen dat niet.\n\nDaar kunnen wij niets aan veranderen zonder te onteigenen, en dat vinden wij voor een wandelpad te zwaar.",
      signedBy: "Team Grondzaken",
      daysAgo: 31,
    },
  },
  "arkel-molenwinkel": {
    handledBy: "Een medewerker erfgoed komt met de molenaar kijken.",
    takenDaysAgo: 52,
    answerInDays: -25,
    answer: {
      outcome: "partly",
      text: "Er komt geen kamertje in de molen zelf: dat is een monument en daar mag niets aan veranderen.\n\nWel mag de molenaar op zaterdag meel verkopen vanuit het schuurtje ernaast. De vergunning daarvoor is verleend.",
      signedBy: "Team Erfgoed",
      daysAgo: 28,
    },
  },
  "hoornaar-sportzaal": {
    handledBy: "De adviseur sport praat met de school en de gymvereniging.",
    takenDaysAgo: 47,
    answerInDays: -10,
    answer: {
      outcome: "partly",
      text: "Wij onderzoeken een kleine zaal bij de school. Een nieuw gebouw aan de rand van het dorp komt er niet.\n\nHet onderzoek is in het voorjaar klaar. Dan krijgt u de uitkomst hier te lezen.",
      signedBy: "Team Sport en Accommodaties",
      daysAgo: 12,
    },
  },
};

/** Nobody has taken these up yet: they wait on the desk of their officer. */
const owed: ReadonlySet<string> = new Set([
  "nieuw-lekkerland-fietspadlicht",
  "streefkerk-ouderen-dijkhuis",
  "langerak-schoolroute",
  "goudriaan-buurtbus",
  "giessenburg-jeugdsoos",
  "arkel-stationsfietsen",
]);

/** A promise that was not kept. */
const late: ReadonlySet<string> = new Set(["arkel-overgang", "brandwijk-zonneweide"]);

const handledBy: Readonly<Record<DemoTheme, string>> = {
  traffic: "De verkeerskundige komt kijken en telt hoeveel er gereden wordt.",
  housing: "De adviseur wonen zoekt met de woningstichting naar een plek.",
  nature: "Een medewerker groen kijkt wat er kan.",
  water: "De gemeente overlegt met het waterschap.",
  youth: "De jongerenwerker komt in het dorp praten.",
  facilities: "De beheerder van de gebouwen rekent uit wat het kost.",
  heritage: "De adviseur erfgoed komt kijken.",
  energy: "De adviseur energie zoekt uit wat het net aankan.",
  safety: "De adviseur veiligheid overlegt met wie erover gaat.",
  together: "De contactpersoon van het dorp helpt het te regelen.",
};

/** What became of a published proposal with this many supporters; undefined when nobody took it up (yet). */
export function treatmentOf(proposal: {
  key: string;
  theme: DemoTheme;
  publishedDaysAgo: number;
  supportersCount: number;
}): DemoTreatment | undefined {
  const { key, theme, publishedDaysAgo, supportersCount } = proposal;
  const known = told[key];
  if (known) return known;
  if (supportersCount < 10 || owed.has(key)) return undefined;
  const takenDaysAgo = Math.round(publishedDaysAgo / 3);
  // Spread over the coming weeks by the length of the key, so that not all answers are promised for one day.
  return { handledBy: handledBy[theme], takenDaysAgo, answerInDays: late.has(key) ? -4 : 7 + ((key.length * 5) % 50) };
}

export const answeredKeys: readonly string[] = Object.keys(told);

/** What makes a Dutch text hard for somebody who reads at level B1, as a list of faults. Pure. */

/**
 * Words of offices and the plain ones beside them. After the list of hard words of the Dutch government's writing guide
 * (communicatierijk.nl, "moeilijke woorden") and Stichting Lezen en Schrijven; of what stands there, what a screen could say.
 */
const hardWords: Readonly<Record<string, string>> = {
  aangaande: "over",
  aangezien: "omdat",
  aanvang: "begin",
  aanvangen: "beginnen",
  aanwenden: "gebruiken",
  accorderen: "goedkeuren",
  adequaat: "goed",
  alsmede: "en",
  alsnog: "nog",
  alvorens: "voordat",
  behoeve: "voor",
  behoudens: "behalve",
  beoogd: "bedoeld",
  beschikken: "hebben",
  betreffende: "over",
  betreft: "gaat over",
  bewerkstelligen: "zorgen voor",
  bijgevolg: "daarom",
  conform: "volgens",
  consulteren: "vragen",
  continueren: "doorgaan met",
  creëren: "maken",
  derhalve: "daarom",
  desbetreffende: "deze, dit",
  desgewenst: "als u wilt",
  dienaangaande: "daarover",
  dient: "moet",
  dienen: "moeten",
  doch: "maar",
  doorgaans: "meestal",
  echter: "maar",
  eenieder: "iedereen",
  eveneens: "ook",
  evenwel: "maar",
  faciliteren: "helpen",
  gaarne: "graag",
  geenszins: "niet",
  gelieve: "wilt u",
  genoemde: "deze, dit",
  geschieden: "gebeuren",
  geschiedt: "gebeurt",
  heden: "nu, vandaag",
  hetgeen: "wat",
  hieromtrent: "hierover",
  hiertoe: "daarvoor",
  hoofdelijk: "ieder apart",
  immers: "want",
  implementeren: "invoeren",
  indien: "als",
  ingevolge: "door, volgens",
  inherent: "hoort bij",
  initiëren: "beginnen",
  inzage: "bekijken",
  inzake: "over",
  jegens: "tegen",
  krachtens: "volgens",
  middels: "met",
  mits: "als",
  mutatie: "wijziging",
  nadere: "meer",
  namelijk: "want",
  nader: "meer",
  nihil: "niets",
  nochtans: "toch",
  omtrent: "over",
  onderhavige: "deze, dit",
  ontberen: "missen",
  onverwijld: "meteen",
  opdat: "zodat",
  participatie: "meedoen",
  participeren: "meedoen",
  prioriteren: "kiezen wat eerst komt",
  realiseren: "maken, merken",
  reeds: "al",
  relevant: "belangrijk",
  respectievelijk: "en",
  retourneren: "terugsturen",
  stakeholder: "wie ermee te maken heeft",
  slechts: "alleen, maar",
  teneinde: "om",
  tevens: "ook",
  thans: "nu",
  toereikend: "genoeg",
  trachten: "proberen",
  uiterlijk: "op zijn laatst",
  uitsluitend: "alleen",
  ultimo: "eind",
  vermits: "omdat",
  verstrekken: "geven",
  verzoeken: "vragen",
  verzocht: "gevraagd",
  vigerende: "geldende",
  voornemens: "van plan",
  voornoemd: "deze, dit",
  voornoemde: "deze, dit",
  voorts: "ook",
  voortvloeien: "komen",
  vooralsnog: "voorlopig",
  waarborgen: "zorgen voor",
  wederom: "weer",
  zodoende: "zo",
  zorgdragen: "zorgen",
};

/** Turns of phrase, as the beginning of words one after another. */
const hardPhrases: readonly (readonly [RegExp, string])[] = [
  [/, (welke|hetwelk)\b/i, "die, dat"],
  [/\bmet betrekking tot\b/i, "over"],
  [/\bten (behoeve|gunste) van\b/i, "voor"],
  [/\bten aanzien van\b/i, "over, bij"],
  [/\bten gevolge van\b/i, "door"],
  [/\bter zake\b/i, "hierover"],
  [/\bdoor middel van\b/i, "met, door"],
  [/\bin verband met\b/i, "door, omdat"],
  [/\bnaar aanleiding van\b/i, "door, na"],
  [/\bop grond van\b/i, "door, volgens"],
  [/\bop basis van\b/i, "met, door"],
  [/\bin het kader van\b/i, "voor, bij"],
  [/\bmet het oog op\b/i, "voor, om"],
  [/\bin het bezit van\b/i, "hebben"],
  [/\bzorg (te )?dragen\b/i, "zorgen"],
  [/\bin behandeling (ge)?nomen\b/i, "kijken naar"],
  [/\bgebruik (te )?maken van\b/i, "gebruiken"],
  [/\been (beslissing|besluit) (te )?nemen\b/i, "beslissen"],
  [/\bin staat\b/i, "kunnen"],
  // Who does it is left out, or comes last.
  [/\b(zal|zullen)( \S+){0,4} worden\b/i, "zeg wie het doet"],
  [
    /\b(wordt|worden|werd|werden) (\S+ ){0,4}door (de|het|een|uw|ons|onze) (\S+ ){0,3}\S*(ge|be|ver|ont)\w+(d|t|en)\b/i,
    "begin met wie het doet",
  ],
  [/\b(wordt|worden) (u )?(verzocht|geacht|geadviseerd)\b/i, "zeg wat u vraagt"],
  [/\bmen\b/i, "we, u, iemand"],
];

/** Longer than 24 letters and still plain: each with why it stays. */
const longButKnown: Readonly<Record<string, string>> = {
  kerncontactfunctionarissen: "so she is called in Molenlanden and Altena",
  toegankelijkheidsverklaring: "name of the statement that the law asks for",
};

const mostWords = 20;
const mostWordsOnAverage = 12;
const longestWord = 24;

export interface Fault {
  sentence: string;
  fault: string;
  better: string;
}

/** Sentences end at . ! ? or the end of a line; a number with a point in it or "bijv." does not end one. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\d{])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0);
}

/** What is read as a word; a value that is filled in counts as one. */
export function wordsIn(sentence: string): string[] {
  return sentence.match(/\{\w+\}|[\p{L}\d][\p{L}\d’'.,@/:-]*/gu) ?? [];
}

export function faultsIn(text: string): Fault[] {
  const sentences = sentencesIn(text);
  const lengths = sentences.map((sentence) => wordsIn(sentence).length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, sentences.length);
  return [
    ...sentences.flatMap((sentence, at): Fault[] => [
      ...((lengths[at] ?? 0) > mostWords
        ? [{ sentence, fault: `${lengths[at]} woorden`, better: `hoogstens ${mostWords}: maak er twee zinnen van` }]
        : []),
      ...wordFaults(sentence),
      ...hardPhrases.flatMap(([phrase, better]) => {
        const found = phrase.exec(sentence);
        return found ? [{ sentence, fault: found[0], better }] : [];
      }),
    ]),
    ...(sentences.length > 1 && average > mostWordsOnAverage
      ? [
          {
            sentence: text,
            fault: `gemiddeld ${average.toFixed(1)} woorden`,
            better: `hoogstens ${mostWordsOnAverage} in een zin`,
          },
        ]
      : []),
  ];
}

function wordFaults(sentence: string): Fault[] {
  return (sentence.replace(/\{\w+\}/g, "").match(/\p{L}+/gu) ?? []).flatMap((word): Fault[] => {
    const plain = word.toLowerCase();
    const better = Object.hasOwn(hardWords, plain) ? hardWords[plain] : undefined;
    if (better) return [{ sentence, fault: word, better }];
    if (word.length <= longestWord || Object.hasOwn(longButKnown, plain)) return [];
    return [{ sentence, fault: word, better: `hoogstens ${longestWord} letters: knip het woord of zeg het anders` }];
  });
}

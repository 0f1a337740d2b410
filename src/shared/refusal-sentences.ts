/** What Kernplein says when an action declines something: see sentences.ts for the marks in the texts. */
import type { RefusalCode } from "./refused.ts";
import type { SaidInBoth } from "./said.ts";

export const refusalSentences: Record<RefusalCode, SaidInBoth> = {
  "invalid-input": {
    nl: {
      title: "Er klopt iets niet in wat u invulde",
      sentence: "Kijk de velden na die hieronder staan. Er is nog niets opgeslagen.",
    },
    en: {
      title: "Something you filled in is not right",
      sentence: "Please check the fields named below. Nothing has been saved yet.",
    },
  },
  "not-signed-in": {
    nl: { title: "U bent niet aangemeld", sentence: "Meld u aan en probeer het opnieuw." },
    en: { title: "You are not signed in", sentence: "Please sign in and try again." },
  },
  "not-allowed": {
    nl: { title: "Dit mag u niet doen", sentence: "U hebt hier geen rechten voor.[ Klopt dat niet? Bel de gemeente: {phone}.]" },
    en: {
      title: "You may not do this",
      sentence: "You do not have the rights for this.[ Is that wrong? Call the municipality: {phone}.]",
    },
  },
  "not-found": {
    nl: { title: "Niet gevonden", sentence: "Dit bestaat niet, of het is weggehaald." },
    en: { title: "Not found", sentence: "This does not exist, or it has been taken away." },
  },
  "not-a-member": {
    nl: { title: "U doet hier nog niet mee", sentence: "U doet nog niet mee in deze kern. Meld u eerst aan als deelnemer." },
    en: { title: "You do not take part here yet", sentence: "You do not take part in this village yet. Please join it first." },
  },
  "already-a-member": {
    nl: { title: "U doet al mee", sentence: "U doet al mee in deze kern. U hoeft niets te doen." },
    en: { title: "You already take part", sentence: "You already take part in this village. There is nothing you need to do." },
  },
  "address-refused": {
    nl: {
      title: "Dit e-mailadres kan niet",
      sentence: "Microsoft neemt dit e-mailadres niet aan. Gebruik een ander adres.[ Hulp nodig? Bel {phone}.]",
    },
    en: {
      title: "This e-mail address cannot be used",
      sentence: "Microsoft does not accept this e-mail address. Please use another one.[ Need help? Call {phone}.]",
    },
  },
  "link-expired": {
    nl: { title: "Deze link is verlopen", sentence: "Deze link werkt niet meer. Vraag een nieuwe aan." },
    en: { title: "This link has expired", sentence: "This link no longer works. Please ask for a new one." },
  },
  "link-used": {
    nl: {
      title: "Deze link is al gebruikt",
      sentence: "Een link werkt maar één keer. Vraag een nieuwe aan als u die nodig hebt.",
    },
    en: { title: "This link has been used", sentence: "A link works only once. Please ask for a new one if you need it." },
  },
  "already-decided": {
    nl: { title: "Hier is al over beslist", sentence: "Iemand anders heeft hier al over beslist. Ververs de pagina." },
    en: { title: "This has been decided", sentence: "Somebody else has already decided on this. Please refresh the page." },
  },
  "reason-required": {
    nl: { title: "Een reden ontbreekt", sentence: "Schrijf in een of twee zinnen waarom. De ander leest dit." },
    en: { title: "A reason is missing", sentence: "Please write in a sentence or two why. The other person will read it." },
  },
  "not-published": {
    nl: { title: "Dit voorstel staat nog niet op het plein", sentence: "Dit kan pas als het voorstel is geplaatst." },
    en: {
      title: "This proposal has not been published",
      sentence: "This is possible only once the proposal has been published.",
    },
  },
  "own-proposal": {
    nl: { title: "Dit is uw eigen voorstel", sentence: "Uw eigen voorstel kunt u niet steunen. Dat doen uw buren." },
    en: { title: "This is your own proposal", sentence: "You cannot support your own proposal. Your neighbours do that." },
  },
  "proposal-answered": {
    nl: { title: "De gemeente gaf al antwoord", sentence: "Op dit voorstel is geantwoord. Reageren kan nog wel." },
    en: { title: "The municipality has answered", sentence: "This proposal has been answered. You can still comment." },
  },
  "poll-not-open": {
    nl: { title: "De stemming is nog niet open", sentence: "U kunt nu nog niet stemmen.[ De stemming opent op {opensAt}.]" },
    en: { title: "The poll is not open yet", sentence: "You cannot vote yet.[ The poll opens on {opensAt}.]" },
  },
  "poll-closed": {
    nl: { title: "De stemming is gesloten", sentence: "De stemming is gesloten[ op {closedAt}]. Uw stem is niet meegeteld." },
    en: { title: "The poll is closed", sentence: "The poll closed[ on {closedAt}]. Your vote has not been counted." },
  },
  "poll-has-begun": {
    nl: { title: "De stemming is al begonnen", sentence: "De stemming is begonnen. Er kan niets meer aan veranderen." },
    en: { title: "The poll has begun", sentence: "The poll has begun. Nothing about it can be changed any more." },
  },
  "not-on-the-roll": {
    nl: {
      title: "U staat niet op de kiezerslijst",
      sentence: "De kiezerslijst ging dicht toen de stemming opende.[ Klopt dit niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "You are not on the roll",
      sentence: "The roll was fixed when the poll opened.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "already-voted": {
    nl: {
      title: "U hebt al gestemd",
      sentence: "U hebt al gestemd, op een ander apparaat. Uw eerste stem telt.[ Klopt dat niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "You have already voted",
      sentence: "You have already voted, on another device. Your first vote counts.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "voted-on-paper": {
    nl: {
      title: "U hebt op papier gestemd",
      sentence: "U hebt al gestemd op papier.[ Klopt dat niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "You voted on paper",
      sentence: "You have already voted on paper.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "pass-taken": {
    nl: {
      title: "Uw stempas is al opgehaald",
      sentence:
        "Uw stempas is al opgehaald, op een ander apparaat. Stem met die pas, of zet hem over met de bewaarcode.[ Klopt dat niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "Your voting pass has been taken already",
      sentence:
        "Your voting pass was taken before, on another device. Vote with that pass, or bring it here with its code.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "version-behind": {
    nl: {
      title: "U stemde met deze pas al op een ander apparaat",
      sentence: "Uw vorige stem telt nog. Verstuur uw stem nog een keer, dan telt deze.",
    },
    en: {
      title: "You voted with this pass on another device",
      sentence: "Your earlier vote still counts. Send your vote once more, and this one counts.",
    },
  },
  "voted-with-help": {
    nl: {
      title: "U hebt al gestemd, met hulp",
      sentence:
        "U hebt al gestemd. Iemand van de gemeente of uit het dorp hielp u daarbij.[ Klopt dat niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "You have already voted, with help",
      sentence:
        "You have already voted. Somebody of the municipality or the village helped you.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "household-voted": {
    nl: {
      title: "Uit uw huishouden is al gestemd",
      sentence:
        "Uit uw huishouden is al gestemd. Bij deze stemming telt één stem per adres.[ Klopt dat niet? Bel {name}: {phone}.]",
    },
    en: {
      title: "Your household has already voted",
      sentence:
        "Your household has already voted. In this poll one vote counts for each address.[ Is that wrong? Call {name}: {phone}.]",
    },
  },
  "letter-needed": {
    nl: {
      title: "Voor deze stemming hebt u een stembrief nodig",
      sentence: "U stemt met de code uit uw stembrief.[ Hebt u geen brief gekregen? Bel {name}: {phone}.]",
    },
    en: {
      title: "You need a voting letter for this poll",
      sentence: "You vote with the code in your voting letter.[ Did you not get one? Call {name}: {phone}.]",
    },
  },
  "letter-unknown": {
    nl: {
      title: "Deze stemcode kennen we niet",
      sentence:
        "Kijk of u de code van de juiste brief hebt. Is de brief vervangen? Dan werkt alleen de nieuwe.[ Hulp nodig? Bel {name}: {phone}.]",
    },
    en: {
      title: "We do not know this code",
      sentence:
        "Check that the code is from the right letter. Was the letter replaced? Then only the new one works.[ Need help? Call {name}: {phone}.]",
    },
  },
  "letter-used": {
    nl: {
      title: "Met deze stembrief is al gestemd",
      sentence: "Met deze brief is al gestemd. Daarom kan hij niet meer vervangen worden.",
    },
    en: {
      title: "This voting letter has been used",
      sentence: "Somebody has voted with this letter, so it cannot be replaced any more.",
    },
  },
  "letters-made": {
    nl: {
      title: "Er zijn al stembrieven gemaakt",
      sentence: "Voor deze stemming zijn er al {number} brieven. Maakt u nieuwe, dan werken die niet meer.",
    },
    en: {
      title: "Voting letters have been made already",
      sentence: "There are {number} letters for this poll. If you make new ones, those no longer work.",
    },
  },
  "age-to-declare": {
    nl: {
      title: "Bent u oud genoeg?",
      sentence: "Aan deze stemming doet u mee vanaf {age} jaar. Zet een vinkje als u dat bent.",
    },
    en: {
      title: "Are you old enough?",
      sentence: "You can take part in this poll from the age of {age}. Tick the box if you are.",
    },
  },
  "paper-entered": {
    nl: {
      title: "Er is al papier ingevoerd",
      sentence: "Er zijn al stembiljetten van papier ingevoerd. Dit biljet kan niet meer terug.",
    },
    en: {
      title: "Paper ballots have been entered",
      sentence: "Paper ballots have been entered already. This one cannot be taken back any more.",
    },
  },
  "paper-same-person": {
    nl: {
      title: "Dit moet iemand anders doen",
      sentence: "U hebt deze stapel al ingevoerd. Vraag een collega om hem nog een keer in te voeren.",
    },
    en: {
      title: "Somebody else has to do this",
      sentence: "You have entered this stack already. Please ask a colleague to enter it once more.",
    },
  },
  "paper-not-agreed": {
    nl: {
      title: "Deze stapel is nog niet klaar",
      sentence: "Twee mensen moeten de stapel invoeren. Kijk daarna samen naar wat verschilt.",
    },
    en: {
      title: "This stack is not ready yet",
      sentence: "Two people have to enter the stack. Then look together at what differs.",
    },
  },
  "paper-exceeds-marks": {
    nl: {
      title: "Er zijn te veel biljetten van papier",
      sentence:
        "U voerde {ballots} biljetten in, maar er zijn er {handedOut} uitgedeeld. Tel de stapel na. Er is niets gepubliceerd.",
    },
    en: {
      title: "There are too many paper ballots",
      sentence:
        "You entered {ballots} ballots, but {handedOut} were handed out. Please count the stack again. Nothing was published.",
    },
  },
  "poll-still-open": {
    nl: { title: "De stemming is nog open", sentence: "Dit kan pas als de stemming gesloten is[, na {closesAt}]." },
    en: { title: "The poll is still open", sentence: "This is possible once the poll has closed[, after {closesAt}]." },
  },
  "already-counted": {
    nl: { title: "De stemming is al geteld", sentence: "De uitslag staat vast. Er kan geen papier meer bij." },
    en: { title: "The poll has been counted", sentence: "The result is final. No more paper can be added." },
  },
  "poll-not-counted": {
    nl: { title: "De stemming is nog niet geteld", sentence: "Dit kan pas als de uitslag er is. Er is nog niets opgeslagen." },
    en: {
      title: "The poll has not been counted yet",
      sentence: "This is possible once the result is there. Nothing has been saved yet.",
    },
  },
  "photo-too-large": {
    nl: { title: "De foto is te groot", sentence: "Een foto mag hooguit 8 MB zijn. Kies een kleinere foto." },
    en: { title: "The photo is too large", sentence: "A photo may be 8 MB at most. Please choose a smaller one." },
  },
  "photo-unreadable": {
    nl: { title: "Dit is geen foto die wij kunnen lezen", sentence: "Kies een foto in JPEG, PNG of WebP." },
    en: { title: "This is not a photo we can read", sentence: "Please choose a JPEG, PNG or WebP photo." },
  },
  "meeting-cancelled": {
    nl: { title: "De bijeenkomst gaat niet door", sentence: "Deze bijeenkomst is afgezegd. Er kan niets meer aan veranderen." },
    en: {
      title: "The meeting is cancelled",
      sentence: "This meeting has been cancelled. Nothing about it can be changed any more.",
    },
  },
  "meeting-begun": {
    nl: {
      title: "De bijeenkomst is al begonnen",
      sentence: "U kunt u niet meer aan- of afmelden. U mag wel gewoon binnenlopen als er plek is.",
    },
    en: {
      title: "The meeting has begun",
      sentence: "It is too late to say whether you come. You may still walk in if there is room.",
    },
  },
  "meeting-over": {
    nl: {
      title: "De bijeenkomst is voorbij",
      sentence: "Er kan niets meer aan veranderen. Het verslag kunt u nog wel schrijven.",
    },
    en: {
      title: "The meeting is over",
      sentence: "Nothing about it can be changed any more. The minutes can still be written.",
    },
  },
  "meeting-not-begun": {
    nl: { title: "De bijeenkomst moet nog beginnen", sentence: "Het verslag schrijft u als de bijeenkomst begonnen is." },
    en: { title: "The meeting has not begun", sentence: "The minutes can be written once the meeting has begun." },
  },
  "changed-meanwhile": {
    nl: {
      title: "Dit is intussen veranderd",
      sentence: "Op een ander apparaat is een nieuwere versie opgeslagen. Ververs de pagina; bewaar eerst uw tekst.",
    },
    en: {
      title: "This has changed meanwhile",
      sentence: "A newer version was saved on another device. Keep a copy of your text, then refresh the page.",
    },
  },
  "too-many-requests": {
    nl: { title: "Even wachten", sentence: "Dit was te vaak achter elkaar.[ Probeer het over {wait} opnieuw.]" },
    en: { title: "One moment please", sentence: "That was too often in a row.[ Please try again in {wait}.]" },
  },
  "too-many-reports": {
    nl: {
      title: "U hebt nu genoeg gemeld",
      sentence:
        "Dank u wel. U meldde veel berichten kort na elkaar.[ {name} kijkt ernaar.][ Vanaf {againAt} kunt u weer melden.][ Kan het niet wachten? Bel {phone}.] Is iemand in gevaar? Bel 112.",
    },
    en: {
      title: "You have reported enough for now",
      sentence:
        "Thank you. You reported many messages in a short time.[ {name} is looking at them.][ You can report again from {againAt}.][ Can it not wait? Call {phone}.] Is somebody in danger? Call 112.",
    },
  },
  "run-under-way": {
    nl: {
      title: "Er wordt al gewerkt aan de teams",
      sentence: "Er wordt al gewerkt aan de teams[, op verzoek van {name}]. Wacht tot dat klaar is. Er is niets dubbel gedaan.",
    },
    en: {
      title: "The teams are being worked on already",
      sentence: "The teams are being worked on already[, as {name} asked]. Wait until that is done. Nothing was done twice.",
    },
  },
  "look-again": {
    nl: {
      title: "Dit is niet meer de laatste stand",
      sentence:
        "Intussen is er opnieuw gekeken, of er is niets meer te doen. Er is niets veranderd. Kijk opnieuw wat er nodig is.",
    },
    en: {
      title: "This is no longer how it is",
      sentence:
        "There was another look meanwhile, or there is nothing left to do. Nothing was changed. Look again at what is needed.",
    },
  },
  "not-configured": {
    nl: { title: "Dit werkt hier nog niet", sentence: "De gemeente heeft dit nog niet ingesteld.[ Vragen? Bel {phone}.]" },
    en: {
      title: "This does not work here yet",
      sentence: "The municipality has not set this up yet.[ Questions? Call {phone}.]",
    },
  },
};

/**
 * What Kernplein says when it declines something: one table, code → Dutch and English. Used by every edge (web, bot, command line).
 * Plain words (B1), "u", and always what happened, whether anything was lost, or what to do now.
 *
 * `{name}` is filled from the refusal's details. A part between square brackets falls away when one of its values is missing:
 * "De stemming is gesloten[ op {closedAt}]." Times (names that end in "At") become words in Dutch local time.
 */
import type { RefusalCode } from "./refused.ts";
import { dateTimeInWords } from "./time.ts";
import type { Language } from "./work.ts";

/** What only an edge can decline: the request itself is out of order, or Kernplein is. */
export type EdgeCode =
  | "unknown-address"
  | "malformed-address"
  | "address-too-long"
  | "wrong-method"
  | "not-acceptable"
  | "malformed-request"
  | "malformed-json"
  | "wrong-content-type"
  | "body-too-large"
  | "headers-too-large"
  | "too-slow"
  | "other-site"
  | "own-machine-only"
  | "municipality-merged"
  | "busy"
  | "not-ready"
  | "failed";

export type SentenceCode = RefusalCode | EdgeCode;

interface Said {
  title: string;
  sentence: string;
}
type InBoth<T> = Record<Language, T>;

const sentences: Record<SentenceCode, InBoth<Said>> = {
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
  "unknown-address": {
    nl: { title: "Dit adres bestaat niet", sentence: "Op dit adres is niets te vinden. Kijk het adres na." },
    en: { title: "This address does not exist", sentence: "There is nothing at this address. Please check it." },
  },
  "malformed-address": {
    nl: { title: "Dit adres klopt niet", sentence: "In het adres staan tekens die daar niet horen." },
    en: { title: "This address is not right", sentence: "The address contains characters that do not belong there." },
  },
  "address-too-long": {
    nl: { title: "Dit adres is te lang", sentence: "Het adres is te lang. Maak uw zoekvraag korter." },
    en: { title: "This address is too long", sentence: "The address is too long. Please shorten your search." },
  },
  "wrong-method": {
    nl: { title: "Dit kan niet op dit adres", sentence: "Op dit adres kan alleen: {allowed}." },
    en: { title: "This is not possible at this address", sentence: "Only these methods work at this address: {allowed}." },
  },
  "not-acceptable": {
    nl: { title: "Dit antwoord hebben wij niet", sentence: "Wij kunnen alleen antwoorden met {offered}." },
    en: { title: "We do not have that kind of answer", sentence: "We can only answer with {offered}." },
  },
  "malformed-request": {
    nl: { title: "Dit verzoek klopt niet", sentence: "Het verzoek is niet te lezen." },
    en: { title: "This request is not right", sentence: "The request cannot be read." },
  },
  "malformed-json": {
    nl: { title: "Dit is geen geldige JSON", sentence: "De inhoud van het verzoek is geen geldig JSON-object." },
    en: { title: "This is not valid JSON", sentence: "The content of the request is not a valid JSON object." },
  },
  "wrong-content-type": {
    nl: { title: "Deze inhoud kunnen wij niet lezen", sentence: "Stuur de inhoud als {offered}." },
    en: { title: "We cannot read this kind of content", sentence: "Please send the content as {offered}." },
  },
  "body-too-large": {
    nl: { title: "Dit is te groot", sentence: "De inhoud is te groot. Hooguit {limit} mag." },
    en: { title: "This is too large", sentence: "The content is too large. At most {limit} is allowed." },
  },
  "headers-too-large": {
    nl: { title: "Dit verzoek is te groot", sentence: "De kopregels van het verzoek zijn te lang." },
    en: { title: "This request is too large", sentence: "The headers of the request are too long." },
  },
  "too-slow": {
    nl: { title: "Dit duurde te lang", sentence: "Het verzoek kwam niet op tijd binnen. Probeer het opnieuw." },
    en: { title: "This took too long", sentence: "The request did not arrive in time. Please try again." },
  },
  "other-site": {
    nl: {
      title: "Dit verzoek komt van een andere website",
      sentence: "Voor uw veiligheid voeren wij dit niet uit. Ga zelf naar Kernplein.",
    },
    en: {
      title: "This request comes from another website",
      sentence: "For your safety we do not carry it out. Please go to Kernplein yourself.",
    },
  },
  "municipality-merged": {
    nl: {
      title: "Uw gemeente is samengegaan",
      sentence:
        "Uw gemeente is samengegaan met een andere. Meld u aan met een link in uw mail. Voor Teams krijgt u een nieuwe uitnodiging.",
    },
    en: {
      title: "Your municipality has merged",
      sentence: "Your municipality merged with another. Sign in with a link in your mail. For Teams you get a new invitation.",
    },
  },
  "own-machine-only": {
    nl: {
      title: "Dit werkt alleen op de eigen computer",
      sentence: "De oefenaanmelding is alleen te gebruiken op de computer waar Kernplein draait.",
    },
    en: {
      title: "This works on the own machine only",
      sentence: "The practice sign-in can be used only on the computer that runs Kernplein.",
    },
  },
  busy: {
    nl: { title: "Het is even te druk", sentence: "Kernplein kan nu niet antwoorden. Probeer het over een minuut opnieuw." },
    en: { title: "It is too busy just now", sentence: "Kernplein cannot answer right now. Please try again in a minute." },
  },
  "not-ready": {
    nl: { title: "Kernplein is nog niet klaar", sentence: "Een onderdeel antwoordt niet: {waiting}." },
    en: { title: "Kernplein is not ready", sentence: "A part does not answer: {waiting}." },
  },
  failed: {
    nl: {
      title: "Er ging iets mis bij ons",
      sentence: "Er ging iets mis bij ons. Probeer het opnieuw. Blijft het misgaan? Noem dan nummer {requestId}.",
    },
    en: {
      title: "Something went wrong on our side",
      sentence: "Something went wrong on our side. Please try again. If it keeps happening, mention number {requestId}.",
    },
  },
};

/** What a field's message code means; the codes stand in the contracts, the last ones are made of zod's own messages. */
const fieldSentences = {
  "invalid-kern": { nl: "Kies een kern uit de lijst.", en: "Choose a village from the list." },
  "invalid-municipality": { nl: "Kies een gemeente uit de lijst.", en: "Choose a municipality from the list." },
  "municipality-required": { nl: "Zeg om welke gemeente het gaat.", en: "Say which municipality this is about." },
  "invalid-postcode": { nl: "Een postcode heeft vier cijfers, zoals 4241.", en: "A postcode has four digits, such as 4241." },
  "invalid-email": {
    nl: "Dit is geen e-mailadres. Voorbeeld: naam@voorbeeld.nl.",
    en: "This is not an e-mail address. Example: name@example.com.",
  },
  "invalid-link": {
    nl: "Deze link is niet compleet. Open hem opnieuw vanuit de mail.",
    en: "This link is incomplete. Open it again from the mail.",
  },
  "invalid-session": {
    nl: "Deze aanmelding klopt niet. Meld u opnieuw aan.",
    en: "This session is not right. Please sign in again.",
  },
  "invalid-id": { nl: "Dit nummer klopt niet.", en: "This number is not right." },
  "invalid-time": { nl: "Vul een datum en een tijd in.", en: "Fill in a date and a time." },
  "invalid-proof": { nl: "Het stembewijs van dit apparaat klopt niet.", en: "The voting proof of this device is not right." },
  "consent-required": { nl: "Zet een vinkje als u het ermee eens bent.", en: "Tick the box if you agree." },
  "reason-required": { nl: "Schrijf waarom, in ten minste één zin.", en: "Write why, in at least one sentence." },
  "too-short": { nl: "Dit is te kort.", en: "This is too short." },
  "too-long": { nl: "Dit is te lang.", en: "This is too long." },
  "too-many-rows": {
    nl: "Dit zijn te veel regels. Een bestand mag 2.000 mensen hebben. Maak er meer bestanden van. Er is niets verstuurd.",
    en: "These are too many rows. A file may hold 2,000 people. Make several files of it. Nothing was sent.",
  },
  "columns-missing": {
    nl: "Op de eerste regel staan de kolommen naam en e-mail. Die vinden we niet.",
    en: "The first line names the columns naam and e-mail (or name and email). We cannot find them.",
  },
  "empty-file": { nl: "Er staan geen mensen in dit bestand.", en: "There are no people in this file." },
  "in-the-past": { nl: "Kies een moment in de toekomst.", en: "Choose a moment in the future." },
  "too-many": { nl: "Dit zijn er te veel.", en: "These are too many." },
  "closes-before-it-opens": {
    nl: "De stemming moet later sluiten dan ze opent.",
    en: "The poll must close later than it opens.",
  },
  "closes-in-the-past": { nl: "De stemming moet in de toekomst sluiten.", en: "The poll must close in the future." },
  "two-options-needed": { nl: "Geef ten minste twee keuzes.", en: "Give at least two choices." },
  "options-must-differ": { nl: "Elke keuze moet anders zijn.", en: "Every choice must be different." },
  "choose-one": { nl: "Maak een keuze.", en: "Make a choice." },
  "invalid-full-postcode": {
    nl: "Een postcode heeft vier cijfers en twee letters, zoals 4241 AB.",
    en: "A postcode has four digits and two letters, such as 4241 AB.",
  },
  "invalid-house-number": { nl: "Vul een huisnummer in, zonder letters.", en: "Fill in a house number, without letters." },
  "postcode-elsewhere": {
    nl: "Deze postcode ligt niet in uw kern. Klopt dat niet? Bel de gemeente.",
    en: "This postcode is not in your village. Is that wrong? Call the municipality.",
  },
  "invalid-letter-code": {
    nl: "Deze code klopt niet. Kijk of u elke letter goed hebt overgenomen.",
    en: "This code is not right. Check that you copied every letter.",
  },
  "number-or-file": {
    nl: "Geef een aantal brieven, of een bestand met adressen.",
    en: "Give a number of letters, or a file of addresses.",
  },
  "address-columns-missing": {
    nl: "Op de eerste regel staan de kolommen postcode en huisnummer. Die vinden we niet.",
    en: "The first line names the columns postcode and huisnummer. We cannot find them.",
  },
  "too-many-letters": {
    nl: "Dit zijn te veel brieven. Meer dan 100.000 kan niet.",
    en: "These are too many letters. More than 100,000 is not possible.",
  },
  "no-letters-here": { nl: "Bij deze stemming horen geen stembrieven.", en: "No voting letters belong to this poll." },
  "letters-need-time": {
    nl: "Stembrieven maakt u voor de opening. Kies een later moment.",
    en: "Voting letters are made before the opening. Choose a later moment.",
  },
  "electorate-needs-secret": { nl: "Dit kan alleen bij een geheime stemming.", en: "This is possible only in a secret poll." },
  "household-needs-address": {
    nl: "Eén stem per huishouden kan alleen als mensen hun adres opgeven of een brief krijgen.",
    en: "One vote per household is possible only when people give their address or get a letter.",
  },
  "member-by-too-late": { nl: "Kies een moment voor de opening.", en: "Choose a moment before the opening." },
  "wrong-paper-code": {
    nl: "Deze letters horen niet bij deze stemming. Kijk of er biljetten van een andere stemming tussen liggen.",
    en: "These letters do not belong to this poll. Check for ballots of another poll in the stack.",
  },
  "settle-the-differences": { nl: "Vul elk biljet dat verschilt één keer in.", en: "Fill in every ballot that differs once." },
  "invalid-ballot": {
    nl: "Dit stembiljet klopt niet. Er is niets verloren: begin opnieuw.",
    en: "This ballot is not right. Nothing was lost: please start again.",
  },
  "invalid-pass": {
    nl: "Deze stempas klopt niet, of hoort bij een andere stemming.",
    en: "This voting pass is not right, or belongs to another poll.",
  },
  "invalid-option": { nl: "Deze keuze hoort niet bij de stemming.", en: "This choice does not belong to the poll." },
  "unknown-option": { nl: "Deze keuze hoort niet bij de stemming.", en: "This choice does not belong to the poll." },
  "unknown-theme": { nl: "Dit thema komt bij geen enkel plan voor.", en: "No plan has this theme." },
  "option-twice": { nl: "Een keuze staat er twee keer in.", en: "A choice is in it twice." },
  "wrong-order": {
    nl: "De keuzes staan niet in de volgorde van het stembiljet.",
    en: "The choices are not in the order of the ballot.",
  },
  "wrong-shape": { nl: "Dit past niet bij dit soort stemming.", en: "This does not fit this kind of poll." },
  "too-few": { nl: "Kies er meer.", en: "Choose more." },
  "over-budget": { nl: "Deze plannen kosten samen meer dan het budget.", en: "Together these plans cost more than the budget." },
  "wrong-points": { nl: "Dit aantal punten kan niet.", en: "This number of points is not possible." },
  "over-total": { nl: "Dit zijn samen te veel punten.", en: "Together these are too many points." },
  "too-much": { nl: "Dit bedrag is te hoog.", en: "This amount is too high." },
  "whole-cents": { nl: "Vul een bedrag in hele centen in.", en: "Fill in an amount in whole cents." },
  "budget-needed": { nl: "Vul het budget in.", en: "Fill in the budget." },
  "cost-needed": { nl: "Vul in wat dit plan kost.", en: "Fill in what this plan costs." },
  "cost-without-budget": { nl: "Bij deze stemming horen geen kosten.", en: "No costs belong to this poll." },
  "rule-does-not-fit": {
    nl: "Deze manier van tellen past niet bij dit stembiljet.",
    en: "This way of counting does not fit this ballot.",
  },
  "wrong-number": { nl: "Dit aantal klopt niet.", en: "This number is not right." },
  "names-only-in-open-polls": {
    nl: "Namen laten zien kan alleen bij een peiling met één keuze.",
    en: "Names can be shown only in an open poll with one choice.",
  },
  "only-later": { nl: "De stemming kan alleen later sluiten, niet eerder.", en: "The poll can only close later, not earlier." },
  required: { nl: "Vul dit in.", en: "Fill this in." },
  "not-a-number": { nl: "Vul een getal in.", en: "Fill in a number." },
  "not-in-the-list": { nl: "Kies iets uit de lijst.", en: "Choose something from the list." },
  "too-small": { nl: "Dit getal is te klein.", en: "This number is too small." },
  "too-large": { nl: "Dit getal is te groot.", en: "This number is too large." },
  "given-twice": { nl: "Dit staat er meer dan één keer.", en: "This is given more than once." },
  invalid: { nl: "Dit klopt niet.", en: "This is not right." },
} satisfies Record<string, InBoth<string>>;

export type FieldCode = keyof typeof fieldSentences;

/** Zod speaks English and of types; people get one of our own codes instead. First match wins. */
const zodMessages: readonly (readonly [RegExp, FieldCode])[] = [
  [/^Invalid input: .*received undefined/, "required"],
  [/^Invalid input: expected (number|int)/, "not-a-number"],
  [/^Invalid option/, "not-in-the-list"],
  [/^Too small: expected string|^Too small: expected array/, "too-short"],
  [/^Too big: expected string/, "too-long"],
  [/^Too big: expected array/, "too-many"],
  [/^Too small/, "too-small"],
  [/^Too big/, "too-large"],
  [/^Invalid (UUID|uuid|GUID)/, "invalid-id"],
  [/^Invalid email/, "invalid-email"],
  [/^Invalid ISO/, "invalid-time"],
];

/** The code of a wrong field: the contract's own, or one of ours for what zod says by itself. Never zod's English. */
export function fieldCode(message: string): FieldCode {
  if (Object.hasOwn(fieldSentences, message)) return message as FieldCode;
  return zodMessages.find(([pattern]) => pattern.test(message))?.[1] ?? "invalid";
}

/** One sentence for a wrong field. `message`: a message code of a contract, or what zod made of it. */
export function fieldSentence(message: string, language: Language): string {
  return fieldSentences[fieldCode(message)][language];
}

/** A few words that name the refusal: the title of a page, a card or a problem. */
export function titleOf(code: SentenceCode, language: Language): string {
  return sentences[code][language].title;
}

/** What to tell a person who meets this code, filled with `details` (times as Date or ISO 8601). */
export function sentence(code: SentenceCode, language: Language, details: Record<string, unknown> = {}): string {
  const said = sentences[code][language].sentence;
  const whole = said.replace(/\[([^\]]*)\]/g, (_, part: string) => (valuesIn(part).every((name) => word(name)) ? part : ""));
  return whole.replace(/\{(\w+)\}/g, (_, name: string) => word(name) ?? "…");

  function word(name: string): string | undefined {
    return inWords(name, details[name], language);
  }
}

function valuesIn(part: string): string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

function inWords(name: string, value: unknown, language: Language): string | undefined {
  if (value instanceof Date || (typeof value === "string" && name.endsWith("At"))) {
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? undefined : dateTimeInWords(at, language);
  }
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;
}

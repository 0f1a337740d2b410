/** What Kernplein says when an edge declines a request before any action sees it: see sentences.ts for the marks in the texts. */
import type { SaidInBoth } from "./said.ts";

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

export const edgeSentences: Record<EdgeCode, SaidInBoth> = {
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

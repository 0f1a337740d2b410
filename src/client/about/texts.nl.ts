export default {
  access: "Toegankelijkheid",
  "access.aim": "Wat we willen",
  "access.aim.1": "Iedereen in het dorp moet kunnen meedoen, ook met een leesprogramma, alleen een toetsenbord of grote letters.",
  "access.status": "Hoe ver we zijn",
  "access.status.1":
    "Kernplein is gemaakt naar de regels van WCAG 2.2, niveau AA. Bij elke wijziging controleert een programma dat. Het doet dat in lichte, donkere en contrastrijke kleuren.",
  "access.status.2":
    "Een onafhankelijk onderzoek is nog niet gedaan. Tot dat er is, noemen we dit geen volledige toegankelijkheidsverklaring.",
  "access.how": "Zo kunt u het instellen",
  "access.how.1":
    "Kernplein volgt uw apparaat: lettergrootte, donkere kleuren, hoog contrast en minder beweging. De kaart is nooit nodig; alles staat ook in woorden.",
  "access.wrong": "Werkt er iets niet?",
  "access.wrong.1": "Bel uw contactpersoon of de gemeente en zeg wat u wilde doen. We helpen u meteen en lossen het daarna op.",
  "access.wrong.2": "Komt u er met ons niet uit? Dan kunt u naar de gemeente of de Nationale ombudsman gaan.",
  privacy: "Privacy",
  "privacy.what": "Wat we van u bewaren",
  "privacy.what.1": "Uw naam, uw e-mailadres, uw kern en uw taal. En wat u zelf schrijft: voorstellen, reacties, steun.",
  "privacy.what.2": "We vragen geen burgerservicenummer, geen geboortedatum en geen adres. We volgen u niet en verkopen niets.",
  "privacy.what.3":
    "Komt iemand zonder e-mail naar een bijeenkomst, dan schrijft de contactpersoon de naam op. 30 dagen na de bijeenkomst halen we die naam weg.",
  "privacy.seen": "Wie wat ziet",
  "privacy.seen.1": "Uw naam staat bij uw voorstellen en reacties. Wie meedoet in uw gemeente, kan dat lezen.",
  "privacy.seen.2":
    "Uw e-mailadres zien uw buren niet. Raadsleden lezen aantallen en zinnen; aantallen onder de 10 laten we weg.",
  "privacy.vote": "Uw stem",
  "privacy.vote.1":
    "Wat u stemt, staat los van uw naam. Er staat geen tijd bij en geen nummer dat naar u leidt. Alleen dát u stemde, staat op de kiezerslijst.",
  "privacy.teams": "Microsoft Teams",
  "privacy.teams.1":
    "Doet u mee in Teams, dan krijgt Microsoft van de gemeente uw naam en e-mailadres. In Teams komen titels en aantallen. Wat u stemt, komt er nooit.",
  "privacy.device": "Op uw apparaat",
  "privacy.device.1":
    "We bewaren één cookie om u aangemeld te houden. Uw apparaat onthoudt ook uw taal, uw laatste kern en wanneer u daar het laatst keek. En tekst die u nog niet verstuurde, en het bewijs van uw stem. Wat u las, blijft een week op uw apparaat. Zo kunt u het zonder internet lezen. Meldt u zich af, dan is dat weg.",
  "privacy.rights": "Wat u kunt vragen",
  "privacy.rights.1":
    "U kunt altijd stoppen. U kunt vragen wat we van u bewaren, het laten verbeteren of laten wissen. Bel of schrijf de gemeente.",
  "privacy.rights.2":
    "Voorstellen die geplaatst zijn, blijven dan staan zonder uw naam. Bent u het niet eens met ons antwoord? Dan kunt u klagen bij de Autoriteit Persoonsgegevens.",
  terms: "Voorwaarden",
  "terms.each": "Zo gaan we met elkaar om",
  "terms.each.1": "U schrijft onder uw eigen naam. Schrijf zoals u het ook in het dorpshuis zou zeggen.",
  "terms.each.2": "Noem geen namen van anderen, en niets over hun gezondheid, geloof of geldzaken.",
  "terms.officer": "Wat de contactpersoon doet",
  "terms.officer.1":
    "Uw contactpersoon leest elk voorstel voordat het op het plein komt. Wordt het niet geplaatst, dan leest u waarom. Bent u het er niet mee eens? Bel dan.",
  "terms.meaning": "Wat een voorstel of stemming betekent",
  "terms.meaning.1":
    "De gemeente leest wat u voorstelt en antwoordt. De gemeenteraad beslist; een stemming hier helpt de raad kiezen.",
  "terms.meaning.2":
    "Een voorstel is geen officieel bezwaar, geen aanvraag en geen melding van iets dat kapot is. Bel daarvoor de gemeente.",
  "terms.open": "Open",
  "terms.open.1": "De code van Kernplein is openbaar (EUPL 1.2). Iedereen mag nakijken hoe er wordt geteld.",
};

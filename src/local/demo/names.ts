/**
 * Names for the demo residents. 97 first and 101 family names: two primes, so that stepping through both lists at once
 * gives 9,797 different pairs before one returns. The pairs are arithmetic; nobody is meant.
 */

export const firstNames: readonly string[] = `Aafke Aart Adri Albertine Anneke Annelies Arie Baukje Bart Bastiaan Berend
Bertus Bram Carla Cees Christa Coby Conny Corine Daan Dirk Doortje Douwe Eline Els Emma Esmee Evert Femke Floor Frans Gerda
Gerrit Gijs Greet Hanneke Hans Harmen Heleen Hendrik Hilde Ilse Ina Ingrid Jaap Janneke Jasper Jelle Jeroen Joke Joost
Jorien Karin Klaas Koen Lars Leen Lenie Lieke Lies Lotte Maaike Maarten Marijke Marleen Marten Mees Merel Mieke Mirjam
Nel Niels Nynke Okke Pauline Peter Pieter Pleun Reinier Renske Rianne Rik Roos Ruben Sanne Siem Sjaak Sjoerd Suzanne
Teun Thijs Tineke Truus Wendy Wessel Wilma Wouter`.split(/\s+/);

export const familyNames: readonly string[] = `Aardewijn,van den Akker,Appelhof,Baardman,Bakkeren,van Balkum,Beekwilder,
van den Berg,Besselink,Biesheuvel,van der Blom,Boezeman,Bogerd,Boonstra,Borgers,Breedveld,van den Brink,Brouwershof,Buisman,
Dekker,van Diemen,van Dijkveld,Donkersteeg,Doornik,Drost,van Duin,Eikelenboom,Elzenaar,van Es,Fijnvandraat,Gaasbeek,van Gent,
de Geus,Goudswaard,de Groot,Haanappel,Hakkert,den Hartog,Heijblok,Hofland,Hoogendam,van Houwelingen,Huisman,de Jong,
Kadijk,Kalkman,Kerkhof,Klaverweide,Kleijn,Knotter,Koeman,Kooiker,Korevaar,Kortland,Kuipershoek,Lakerveld,van der Lee,
Lekkerkerk,van Lent,Meerkerk,van Meeteren,Middelkoop,Molendijk,Mulder,Nederlof,Noorlander,van Ooijen,Oosterling,
Overboom,Pellikaan,Plomp,Polderman,van der Pijl,Prins,Rietveld,Roodnat,Rozendaal,Schaap,Schippers,Schoonderwal,Slagboom,
Sluimer,Smit,Sneep,Stuurman,Terlouw,Timmer,Tukker,Uittenbos,Veenstra,Verhoef,van Vliet,Vogelaar,de Vos,Vroegindeweij,de Waard,
van Wijk,Wilgenhof,Zandstra,Zijderveld,Zwartbol`
  .split(/,\s*/)
  .map((name) => name.trim());

/** Residents whose names would not come out of two lists: origins elsewhere, and spellings a form must not stumble over. */
export const ownNames: Readonly<Record<string, { name: string; mailbox: string }>> = {
  "arkel-05": { name: "Fatima El Amrani", mailbox: "fatima.el.amrani" },
  "arkel-12": { name: "Zoë 't Hart", mailbox: "zoe.t.hart" },
  "bleskensgraaf-06": { name: "Piotr Wiśniewski", mailbox: "piotr.wisniewski" },
  "bleskensgraaf-11": { name: "Ngozi Adeyemi", mailbox: "ngozi.adeyemi" },
  "brandwijk-04": { name: "Linh Trần", mailbox: "linh.tran" },
  "giessenburg-08": { name: "Anne-Fleur in 't Veld", mailbox: "anne-fleur.in.t.veld" },
  "giessenburg-14": { name: "Selam Tesfay", mailbox: "selam.tesfay" },
  "giessenburg-19": { name: "Mehmet Yıldırım", mailbox: "mehmet.yildirim" },
  "goudriaan-03": { name: "Noëlle d'Hondt", mailbox: "noelle.d.hondt" },
  "groot-ammers-07": { name: "Soraya Ramdin", mailbox: "soraya.ramdin" },
  "groot-ammers-15": {
    name: "Maria Wilhelmina Johanna van Oudenhoven-Schuurmans van der Heijden-Boterbloem",
    mailbox: "maria.van.oudenhoven",
  },
  "hoornaar-04": { name: "Yusuf Kaplan", mailbox: "yusuf.kaplan" },
  "kinderdijk-03": { name: "Jiří Dvořák", mailbox: "jiri.dvorak" },
  "langerak-06": { name: "Oksana Petrenko", mailbox: "oksana.petrenko" },
  "molenaarsgraaf-05": { name: "Daniël Kleijnjan", mailbox: "daniel.kleijnjan" },
  "nieuw-lekkerland-03": { name: "Samira Bouzid", mailbox: "samira.bouzid" },
  "nieuw-lekkerland-11": { name: "Adi", mailbox: "adi" },
  "nieuw-lekkerland-18": { name: "Gülsüm Aydın", mailbox: "gulsum.aydin" },
  "nieuw-lekkerland-24": { name: "Ricardo dos Santos", mailbox: "ricardo.dos.santos" },
  "nieuw-lekkerland-33": { name: "Yasmina Haddad", mailbox: "yasmina.haddad" },
  "nieuw-lekkerland-41": { name: "Łukasz Zieliński", mailbox: "lukasz.zielinski" },
  "nieuwpoort-05": { name: "Loïs op 't Hof", mailbox: "lois.op.t.hof" },
  "noordeloos-06": { name: "Hamid Rahimi", mailbox: "hamid.rahimi" },
  "oud-alblas-09": { name: "Charlene Pinas", mailbox: "charlene.pinas" },
  "schelluinen-04": { name: "Andreea Ionescu", mailbox: "andreea.ionescu" },
  "streefkerk-08": { name: "Bjørn Østergaard", mailbox: "bjorn.ostergaard" },
};

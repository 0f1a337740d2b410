/**
 * The kernen that take part in the demo: how many residents joined (roughly by size, never under six) and which kernen lie
 * next door, for support that comes from over the village border.
 */
export type DemoKern = { slug: string; members: number; neighbours: readonly string[] };

export const demoKernen: readonly DemoKern[] = [
  { slug: "arkel", members: 23, neighbours: ["hoogblokland", "hoornaar", "schelluinen"] },
  { slug: "bleskensgraaf", members: 20, neighbours: ["molenaarsgraaf", "oud-alblas", "wijngaarden"] },
  { slug: "brandwijk", members: 9, neighbours: ["molenaarsgraaf", "groot-ammers", "ottoland"] },
  { slug: "giessenburg", members: 28, neighbours: ["giessen-oudekerk", "schelluinen", "hoornaar"] },
  { slug: "giessen-oudekerk", members: 7, neighbours: ["giessenburg", "wijngaarden"] },
  { slug: "goudriaan", members: 8, neighbours: ["ottoland", "noordeloos", "langerak", "nieuwpoort"] },
  { slug: "groot-ammers", members: 27, neighbours: ["streefkerk", "nieuwpoort", "brandwijk"] },
  { slug: "hoogblokland", members: 10, neighbours: ["hoornaar", "arkel", "noordeloos"] },
  { slug: "hoornaar", members: 13, neighbours: ["hoogblokland", "noordeloos", "arkel", "giessenburg"] },
  { slug: "kinderdijk", members: 7, neighbours: ["nieuw-lekkerland", "oud-alblas"] },
  { slug: "langerak", members: 12, neighbours: ["nieuwpoort", "goudriaan"] },
  { slug: "molenaarsgraaf", members: 9, neighbours: ["bleskensgraaf", "brandwijk", "ottoland"] },
  { slug: "nieuw-lekkerland", members: 52, neighbours: ["kinderdijk", "streefkerk", "oud-alblas"] },
  { slug: "nieuwpoort", members: 11, neighbours: ["langerak", "groot-ammers", "goudriaan"] },
  { slug: "noordeloos", members: 12, neighbours: ["hoornaar", "goudriaan", "ottoland", "hoogblokland"] },
  { slug: "ottoland", members: 8, neighbours: ["molenaarsgraaf", "brandwijk", "goudriaan", "noordeloos"] },
  { slug: "oud-alblas", members: 15, neighbours: ["bleskensgraaf", "nieuw-lekkerland", "wijngaarden"] },
  { slug: "schelluinen", members: 9, neighbours: ["giessenburg", "arkel"] },
  { slug: "streefkerk", members: 17, neighbours: ["groot-ammers", "nieuw-lekkerland", "bleskensgraaf"] },
  { slug: "wijngaarden", members: 6, neighbours: ["bleskensgraaf", "oud-alblas", "giessen-oudekerk"] },
];

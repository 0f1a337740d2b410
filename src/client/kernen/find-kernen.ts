interface Findable {
  name: string;
  postcodes: string[];
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

/**
 * The kernen that fit what was typed: a postcode ("4241", "4241 AB") by its digits, other text by the name, names that begin with it
 * first. Nothing typed gives them all, in their own order.
 */
export function findKernen<Kern extends Findable>(kernen: Kern[], typed: string): Kern[] {
  const wanted = plain(typed);
  if (wanted === "") return kernen;
  if (/^[1-9]/.test(wanted)) {
    const digits = wanted.replace(/\D/g, "").slice(0, 4);
    return kernen.filter((kern) => kern.postcodes.some((postcode) => postcode.startsWith(digits)));
  }
  const fits = kernen.filter((kern) => plain(kern.name).includes(wanted));
  const begins = (kern: Kern) => (plain(kern.name).startsWith(wanted) ? 0 : 1);
  return fits.sort((one, other) => begins(one) - begins(other));
}

/** Kernen in groups of one municipality each, in the order in which they first appear. */
export function byMunicipality<Kern extends { municipality: string; municipalityName: string }>(
  kernen: Kern[],
): { municipality: string; name: string; kernen: Kern[] }[] {
  const groups = Map.groupBy(kernen, (kern) => kern.municipality);
  return [...groups].map(([municipality, members]) => ({
    municipality,
    name: members[0]?.municipalityName ?? "",
    kernen: members,
  }));
}

/**
 * The name of an amount as it is compared: channels write one name with and without the tax in it, with one or two spaces,
 * numbered where it stands twice, in any case.
 */
export const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\((?:sudah )?(?:termasuk|incl(?:uding|uded|\.)?)[^)]*\)/gi, ' ')
    .replace(/\((?:Rp|IDR)\)/gi, ' ')
    .replace(/#\d+\s*$/, ' ')
    .replace(/\s*[-–—]\s+/g, ' - ')
    .replace(/\s+/g, ' ')
    .replace(/\s*:$/, '')
    .trim()
    .toLowerCase()

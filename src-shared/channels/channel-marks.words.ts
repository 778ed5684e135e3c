import { counted, words } from '../kernel/words.ts'
import type { MarkState } from './stock-out.ts'

/** Which shops list some goods, and whether the numbers there are as they shall be. */
export const channelMarkWords = words(
  {
    column: 'Kanal',
    at: 'Di kanal',
    lists: (shop: string, skus: string) => `${shop}: ${skus} SKU`,
    says: (count: string, state: Exclude<MarkState, 'fine'>) =>
      ({
        trouble: `${count} stoknya ditolak atau tidak dijual`,
        waits: `${count} stoknya menunggu dikirim`,
        unknown: `${count} stoknya tidak dikirim dari sini`,
      })[state],
    allFine: 'stok di sana sama dengan di sini',
    shows: (there: string) => `tampil ${there}`,
    showsUnknown: 'angkanya belum dibaca',
    shouldShow: (pieces: string) => `seharusnya ${pieces}`,
    priceThere: (price: string) => `harga di sana ${price}`,
    notConnected: 'tidak tersambung, angkanya tidak diketahui',
    open: (shop: string) => `${shop}: buka di Pusat Sinkron`,
  },
  {
    column: 'Channels',
    at: 'At the channels',
    lists: (shop, skus) => `${shop}: ${counted(skus, 'SKU')}`,
    says: (count, state) =>
      ({
        trouble: `${count} whose stock is refused or not on sale`,
        waits: `${count} whose stock waits to be sent`,
        unknown: `${count} whose stock is not sent from here`,
      })[state],
    allFine: 'the stock there is the same as here',
    shows: (there) => `shows ${there}`,
    showsUnknown: 'its number is not read yet',
    shouldShow: (pieces) => `should show ${pieces}`,
    priceThere: (price) => `price there ${price}`,
    notConnected: 'not connected, its number is not known',
    open: (shop) => `${shop}: open in Sync centre`,
  },
)

import { words } from '../kernel/words.ts'

/** Our own slip on a channel's parcel says what it is: the courier's codes stand on the channel's label alone. */
export const parcelSlipWords = words(
  { notOfficial: (channel: string) => `Bukan label resmi ${channel}.` },
  { notOfficial: (channel: string) => `Not an official ${channel} label.` },
)

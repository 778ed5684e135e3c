import { channelWords } from '../../src-shared/app/parts.words.ts'
import type { Channel } from '../../src-shared/orders/order.ts'
import classes from './ChannelTile.module.css'
import { useWords } from './language.tsx'

const LETTERS: Record<Channel, string> = { shopee: 'S', tiktok: 'T', other: 'L', own: 'W' }

export interface ChannelTileProps {
  channel: Channel
  /** The tile's name is read out unless the channel's name stands beside it. */
  isNamedBeside?: boolean
}

/** A letter, not a logo: S square, T round, L of other channels with cut corners, W with a speech corner. */
export function ChannelTile({ channel, isNamedBeside = false }: ChannelTileProps) {
  const w = useWords(channelWords)
  const name = isNamedBeside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': w[channel], title: w[channel] }
  return (
    <span className={classes.tile} data-channel={channel} {...name}>
      {LETTERS[channel]}
    </span>
  )
}

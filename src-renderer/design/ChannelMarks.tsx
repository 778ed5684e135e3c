import { IconAlertTriangleFilled, IconClockFilled } from '@tabler/icons-react'
import { channelMarkWords } from '../../src-shared/channels/channel-marks.words.ts'
import type { ChannelMark, MarkState } from '../../src-shared/channels/stock-out.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import classes from './ChannelMarks.module.css'
import { ChannelTile } from './ChannelTile.tsx'
import { useWords } from './language.tsx'

const WORST_FIRST = ['trouble', 'waits', 'unknown'] as const satisfies readonly MarkState[]

const CHANNELS = ['shopee', 'tiktok', 'other', 'own'] as const

/** The channels that list some goods, a letter each; a sign beside it where the stock there is not as it shall be. */
export function ChannelMarks({ marks }: { marks: readonly ChannelMark[] }) {
  if (marks.length === 0) return null
  const ofChannel = Map.groupBy(marks, ({ channel }) => channel)
  return (
    <span className={classes.marks}>
      {CHANNELS.map((channel) => {
        const some = ofChannel.get(channel)
        return some && <Mark key={channel} channel={channel} marks={some} />
      })}
    </span>
  )
}

function Mark({ channel, marks }: { channel: ChannelMark['channel']; marks: readonly ChannelMark[] }) {
  const w = useWords(channelMarkWords)
  const times = (some: readonly ChannelMark[], state: MarkState) => some.filter((mark) => mark.state === state).length
  const title = [...Map.groupBy(marks, ({ shopId }) => shopId).values()]
    .map((ofShop) => {
      const said = WORST_FIRST.filter((state) => times(ofShop, state) > 0).map((state) =>
        w.says(formatNumber(times(ofShop, state)), state),
      )
      return `${w.lists(ofShop[0]!.shopName, formatNumber(ofShop.length))}, ${said.join(', ') || w.allFine}`
    })
    .join('\n')
  return (
    <span className={classes.mark} role="img" aria-label={title} title={title}>
      <ChannelTile channel={channel} isNamedBeside />
      {times(marks, 'trouble') > 0 ? (
        <IconAlertTriangleFilled size={11} color="var(--lb-mengkudu)" aria-hidden />
      ) : (
        times(marks, 'waits') > 0 && <IconClockFilled size={11} color="var(--lb-kunyit)" aria-hidden />
      )}
    </span>
  )
}

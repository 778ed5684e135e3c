import { IconAlertTriangle, IconClockPause, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { isDead, lineOf } from '../../../src-shared/sync/line.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { agoWords } from '../../design/deadline.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'

/** How old what stands below is, when nothing comes from the shop's channel and nothing goes there. */
export function LineNote({ shopId }: { shopId: string }) {
  const w = useWords(stockOutWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const connections = useQuery(api.sync.connections.queryOptions())
  const connection = connections.data?.find((each) => each.shopId === shopId)
  if (!connection) return null
  const { shopName, state, trouble, ordersUntil } = connection
  const line = lineOf(
    { ...connection, isBroken: state === 'broken' || state === 'ended', isFailing: trouble !== null },
    now,
  )
  if (state !== 'paused' && line === 'well') return null
  const since = ordersUntil === null ? w.neverRead : agoWords(ordersUntil, now, zone, language)
  const say =
    line === 'broken'
      ? w.lineBroken
      : line === 'consent over'
        ? w.lineOver
        : state === 'paused'
          ? w.linePaused
          : w.lineBehind
  return (
    <Note
      tone={isDead(line) ? 'mengkudu' : state === 'paused' ? 'abu' : 'kunyit'}
      icon={isDead(line) ? IconPlugConnectedX : state === 'paused' ? IconClockPause : IconAlertTriangle}
      action={<ActionButton label={w.connect} size="small" onAct={() => go('/toko/sambungan?')} />}
    >
      {say(shopName, since)}
    </Note>
  )
}

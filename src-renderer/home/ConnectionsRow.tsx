import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { businessDay, formatDayLong } from '../../src-shared/kernel/business-day.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { isDead, lineOf } from '../../src-shared/sync/line.ts'
import { consentEnd } from '../../src-shared/sync/sync.ts'
import { api } from '../base/api.ts'
import { useMay } from '../base/use-me.ts'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { homeShortcuts } from './home.shortcuts.ts'
import { WorkRow } from './WorkRow.tsx'

/** Connected shops whose orders stop coming in, or soon will, until somebody agrees again. */
export function ConnectionsRow() {
  const w = useWords(homeWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const mayLook = useMay('sync.connections')
  const { data } = useQuery(api.settings.status.queryOptions())
  const told = (data?.shops ?? []).flatMap((shop) => {
    const { name, isConnected, consentUntil, lastImportAt } = shop
    if (!isConnected) return []
    const line = lineOf({ ...shop, ordersUntil: lastImportAt }, now)
    if (isDead(line))
      return { isPressing: true, sentence: line === 'broken' ? w.connectionBroken(name) : w.consentOver(name) }
    const sentences = []
    if (line !== 'well' && lastImportAt !== null)
      sentences.push(w.connectionBehind(name, agoWords(lastImportAt, now, zone, language)))
    const end = consentEnd(consentUntil, now)
    if (end === 'day') sentences.push(w.consentDay(name))
    if (end === 'week' && consentUntil !== null)
      sentences.push(w.consentWeek(name, formatDayLong(businessDay(consentUntil, zone), language)))
    return sentences.length === 0 ? [] : { isPressing: end === 'day', sentence: sentences.join(' ') }
  })
  if (told.length === 0 || !mayLook) return null
  return (
    <WorkRow
      count={told.length}
      icon={IconPlugConnectedX}
      tone={told.some(({ isPressing }) => isPressing) ? 'mengkudu' : 'kunyit'}
      title={w.connections}
      onAct={() => go('/toko/sambungan')}
      shortcut={homeShortcuts.work.openConnections}
    >
      {told
        .toSorted((one, other) => Number(other.isPressing) - Number(one.isPressing))
        .map(({ sentence }) => sentence)
        .join(' ')}
    </WorkRow>
  )
}

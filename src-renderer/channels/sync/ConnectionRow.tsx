import { Box, Group, Stack } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { businessDay, formatClock, formatDayLong } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { lineOf } from '../../../src-shared/sync/line.ts'
import type { ShopConnection } from '../../../src-shared/sync/sync.ts'
import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { troubleSentence } from '../../../src-shared/sync/trouble.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { Chip } from '../../design/Chip.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useNow } from '../../design/clock.ts'
import { useConfirm } from '../../design/confirm.tsx'
import { agoWords } from '../../design/deadline.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import type { Tone } from '../../design/theme.ts'
import { showToast } from '../../design/toast.tsx'
import { HourBars } from './HourBars.tsx'

type Words = (typeof syncWords)['id']

/** One shop and its channel: how it stands, what stands in the way in plain words, and what may be done about it. */
export function ConnectionRow({
  connection,
  onConnectAgain,
}: {
  connection: ShopConnection
  onConnectAgain: () => void
}) {
  const { shopId, shopName, channel, accountName, state, trouble } = connection
  const w = useWords(syncWords)
  const channels = useWords(channelWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const confirm = useConfirm()
  const pause = useMutation(api.sync.pause.mutationOptions())
  const readAgain = useMutation(api.sync.readAgain.mutationOptions())
  const disconnect = useMutation(
    api.sync.disconnect.mutationOptions({ onSuccess: () => showToast({ text: w.disconnected(shopName) }) }),
  )
  const ago = (at: number) => agoWords(at, now, zone, language)
  const look = lookOf(connection, w, now)
  const told = notesOf(connection, w, { channel: channels[channel], ago, now, zone, language })
  const askDisconnect = async () => {
    const answer = await confirm({
      title: w.disconnectTitle(shopName),
      body: w.disconnectBody,
      action: w.disconnect,
      isDestructive: true,
    })
    if (answer) disconnect.mutate({ shopId })
  }
  const isOver = state === 'ended'
  return (
    <Stack gap={4} p="10px 16px" className="line-between">
      <Columns of="auto minmax(0, 1fr) auto minmax(0, auto)" gap={14} align="center">
        <ChannelTile channel={channel} isNamedBeside />
        <div>
          <Box component="b" display="block" className="strong">
            {shopName}
          </Box>
          <span className="quiet small">
            {channels[channel]}, {accountName}
          </span>
        </div>
        <Chip icon={look.icon} tone={look.tone} isFilled={look.isFilled}>
          {look.word}
        </Chip>
        <Group gap={6} justify="flex-end">
          {(state === 'broken' || isOver || connection.consentEnd !== 'far') && (
            <ActionButton
              label={w.connectAgain}
              title={`${w.connectAgain}: ${shopName}`}
              size="small"
              onAct={onConnectAgain}
            />
          )}
          {(state === 'connected' || state === 'paused') && (
            <ActionButton
              label={state === 'paused' ? w.resume : w.pause}
              title={`${state === 'paused' ? w.resume : w.pause}: ${shopName}`}
              size="small"
              kind="quiet"
              onAct={() => pause.mutate({ shopId, isPaused: state !== 'paused' })}
            />
          )}
          {!isOver && (
            <ActionButton
              label={w.disconnect}
              title={`${w.disconnect}: ${shopName}`}
              size="small"
              kind="quiet"
              onAct={() => void askDisconnect()}
            />
          )}
        </Group>
      </Columns>
      {!isOver && (
        <Group gap="4px 18px" fz={13} className="quiet">
          <span>{connection.ordersUntil === null ? w.ordersNever : w.ordersUntil(ago(connection.ordersUntil))}</span>
          {connection.consentUntil !== null && connection.consentEnd === 'far' && !hasNoConsent(connection) && (
            <span>{w.consentUntil(formatDayLong(businessDay(connection.consentUntil, zone), language))}</span>
          )}
          <HourBars hours={connection.hours} now={now} />
        </Group>
      )}
      {told.map((sentence) => (
        <Box key={sentence} component="p" maw="92ch" fz={13}>
          {sentence}
        </Box>
      ))}
      {trouble && state !== 'paused' && (
        <Box component="p" fz={13} className="quiet">
          {w.safe}
        </Box>
      )}
      {connection.unreadable > 0 && (
        <Box maw="92ch" fz={13}>
          {w.unreadable(formatNumber(connection.unreadable))}. {w.unreadableHelp}{' '}
          <ActionButton
            label={w.readAgain}
            title={`${w.readAgain}: ${shopName}`}
            size="small"
            isBusy={readAgain.isPending}
            onAct={() => readAgain.mutate({ shopId })}
          />
        </Box>
      )}
      <RefusalNotice error={pause.error ?? disconnect.error ?? readAgain.error} />
    </Stack>
  )
}

function lookOf(
  { state, trouble, isUnderWay, ordersUntil, consentUntil }: ShopConnection,
  w: Words,
  now: number,
): { icon: Icon; tone: Tone; word: string; isFilled: boolean } {
  if (state === 'ended') return { icon: IconPlugConnectedX, tone: 'abu', word: w.stateEnded, isFilled: false }
  if (state === 'broken') return { icon: IconPlugConnectedX, tone: 'mengkudu', word: w.stateBroken, isFilled: true }
  if (state === 'paused') return { icon: IconClockPause, tone: 'abu', word: w.statePaused, isFilled: false }
  const line = lineOf({ isBroken: false, consentUntil, ordersUntil, isFailing: false }, now)
  if (line === 'behind') return { icon: IconAlertTriangle, tone: 'kunyit', word: w.stateBehind, isFilled: true }
  if (trouble) return { icon: IconAlertTriangle, tone: 'kunyit', word: w.stateLate, isFilled: true }
  if (ordersUntil === null) return { icon: IconRefresh, tone: 'abu', word: w.stateFirst, isFilled: false }
  return isUnderWay
    ? { icon: IconRefresh, tone: 'jolawe', word: w.stateUnderWay, isFilled: false }
    : { icon: IconCircleCheck, tone: 'jolawe', word: w.stateSynced, isFilled: false }
}

interface Told {
  channel: string
  ago: (at: number) => string
  now: number
  zone: ReturnType<typeof useLocale>['zone']
  language: ReturnType<typeof useLocale>['language']
}

/** The channel took back what the owner had agreed to until later. */
const hasNoConsent = ({ state, trouble }: ShopConnection) => state === 'broken' && trouble?.kind === 'consent'

/** What a person should know about this shop, the most urgent first. */
function notesOf(connection: ShopConnection, w: Words, { channel, ago, zone, language, now }: Told): string[] {
  const { state, trouble, consentEnd, consentUntil, clockSkewMs, comparison, nextAt, waiting } = connection
  if (state === 'ended') return [w.endedHelp]
  const notes: string[] = []
  // that the permission is over is said once, below
  if (trouble && !(consentEnd === 'over' && trouble.kind === 'consent'))
    notes.push(troubleSentence[language](channel, trouble))
  if (trouble && state === 'connected' && nextAt !== null && nextAt > now)
    notes.push(w.retryAt(`${formatClock(nextAt, zone)} ${zone}`))
  if (state === 'paused') notes.push(w.pausedHelp)
  if (consentEnd === 'over') notes.push(w.consentOver)
  if (consentEnd === 'day') notes.push(w.consentDay)
  if (consentEnd === 'week' && consentUntil !== null)
    notes.push(w.consentWeek(formatDayLong(businessDay(consentUntil, zone), language)))
  if (clockSkewMs !== null) notes.push(w.skew(formatNumber(Math.round(Math.abs(clockSkewMs) / 60_000))))
  if (waiting > 0) notes.push(w.waiting(formatNumber(waiting)))
  if (comparison && comparison.compared > 0) {
    const { at, compared, missing, unknownThere } = comparison
    notes.push(
      missing > 0
        ? w.comparedMissing(ago(at), formatNumber(compared), formatNumber(missing))
        : w.compared(ago(at), formatNumber(compared)),
    )
    if (unknownThere > 0) notes.push(w.unknownThere(formatNumber(unknownThere)))
  }
  return notes
}

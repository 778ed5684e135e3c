import { Box, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { TypedCode } from './TypedCode.tsx'
import { fullName } from './verdict-look.ts'

const SHOWN = 6

/** Between parcels: a place to type a code that will not scan, and who is next by deadline. */
export function PackQueue({ onOpen }: { onOpen: (code: string) => void }) {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const { data } = useQuery(api.fulfilment.queue.queryOptions({ input: { limit: SHOWN } }))
  if (data?.parcels.length === 0) {
    return (
      <EmptyState
        action={
          <ActionButton label={w.importFile} size="desk" shortcut={standingShortcuts.main} onAct={() => go('/impor')} />
        }
      >
        {w.queueEmpty}
      </EmptyState>
    )
  }
  return (
    <Stack gap={10} flex={1} mih={0}>
      <TypedCode hint={w.typeCode} onCode={onOpen} />
      <Group justify="space-between" align="baseline" gap={16} mt={6}>
        <Box component="h2" fz={22} className="serif">
          {w.queue}
        </Box>
        {data && data.total > data.parcels.length && (
          <p className="quiet">{w.queueMore(formatNumber(data.total - data.parcels.length))}</p>
        )}
      </Group>
      <ul className={classes.queueRows}>
        {data?.parcels.map((parcel) => (
          <li key={parcel.parcelId}>
            <button
              type="button"
              className={classes.queueRow}
              onClick={() => onOpen(parcel.trackingNumber || parcel.orderNumber)}
            >
              <ChannelTile channel={parcel.channel} />
              <span className={classes.queueNumber}>{parcel.trackingNumber || parcel.orderNumber}</span>
              <span className={classes.queueGoods}>
                {parcel.goods.map((goods) => `${goods.pieces} × ${fullName(goods)}`).join(', ')}
              </span>
              {parcel.shipBy && <DeadlineText at={parcel.shipBy} />}
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

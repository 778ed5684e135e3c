import { Box, Flex, Group, Stack } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { nameBeside } from '../../src-shared/catalog/goods-name.ts'
import type { PackProgress, QueuedParcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Chip } from '../design/Chip.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { ColourName } from '../design/goods/ColourName.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { WaitingToArrange } from '../shipping/WaitingToArrange.tsx'
import classes from './desk.module.css'
import { ItemPhoto } from './ItemPhoto.tsx'
import { TypedCode } from './TypedCode.tsx'
import { useRowsThatFit } from './use-rows-that-fit.ts'
import { fullName } from './verdict-look.ts'

/** More than a desk's screen has room for. */
const MOST_SHOWN = 20

/** Between parcels: a place to type a code that will not scan, and who is next by deadline. */
export function PackQueue({ onOpen }: { onOpen: (code: string) => void }) {
  const w = useWords(packWords)
  const { data } = useQuery(api.fulfilment.queue.queryOptions({ input: { limit: MOST_SHOWN } }))
  const { data: progress } = useQuery(api.fulfilment.progress.queryOptions())
  const list = useRef<HTMLUListElement>(null)
  const fitting = useRowsThatFit(list, data?.parcels.length ?? 0)
  const shown = data?.parcels.slice(0, fitting) ?? []
  const longest = Math.max(0, ...shown.map((parcel) => numberOf(parcel).length))
  if (data?.parcels.length === 0) return progress ? <NothingWaits progress={progress} /> : null
  return (
    <Stack gap={10} flex={1} mih={0}>
      <WaitingToArrange />
      <TypedCode hint={w.typeCode} onCode={onOpen} />
      <Group justify="space-between" align="baseline" gap={16} mt={6}>
        <Box component="h2" fz={22} className="serif">
          {w.queue}
        </Box>
        {data && data.total > shown.length && (
          <p className="quiet">{w.queueMore(formatNumber(data.total - shown.length))}</p>
        )}
      </Group>
      <GoodsNames products={data?.parcels.flatMap(({ goods }) => goods.map(({ name }) => name)) ?? []}>
        <div className="clips fills-down">
          <Box component="ul" ref={list} p={0} bdrs={14} className="surface clips">
            {shown.map((parcel) => (
              <QueueRow key={parcel.parcelId} parcel={parcel} digits={longest} onOpen={onOpen} />
            ))}
          </Box>
        </div>
      </GoodsNames>
    </Stack>
  )
}

const numberOf = ({ trackingNumber, orderNumber }: QueuedParcel): string => trackingNumber || orderNumber

interface QueueRowProps {
  parcel: QueuedParcel
  /** Of the longest number in the list: goods stand below each other. */
  digits: number
  onOpen: (code: string) => void
}

function QueueRow({ parcel, digits, onOpen }: QueueRowProps) {
  const w = useWords(packWords)
  const { goods, isHeld, holdReason, shipBy } = parcel
  const [first] = goods
  const others = goods.slice(1).reduce((sum, { pieces }) => sum + pieces, 0)
  return (
    <li>
      <button
        type="button"
        className={classes.queueRow}
        title={goods.map((each) => `${each.pieces} × ${fullName(each)}`).join('\n')}
        onClick={() => onOpen(numberOf(parcel))}
      >
        <ChannelTile channel={parcel.channel} />
        <Box component="span" flex="none" miw={`${digits}ch`} className="nowrap mono">
          {numberOf(parcel)}
        </Box>
        {isHeld && (
          <Chip tone="kunyit" icon={IconPlayerPause} isFilled>
            {holdReason || w.held}
          </Chip>
        )}
        {first && (
          <Flex component="span" gap={10} align="center" flex={1} miw={0} className="nowrap">
            <ItemPhoto item={first} size={44} />
            {formatNumber(first.pieces)} ×
            <span className="strong">
              <ColourName colour={first.colour} /> {first.size}
            </span>
            <Flex component="span" flex={1} miw={0} className="quiet">
              <GoodsName goods={nameBeside(first)} />
            </Flex>
          </Flex>
        )}
        {others > 0 && (
          <Box component="span" flex="none" className="quiet nowrap">
            {w.moreGoods(formatNumber(others))}
          </Box>
        )}
        {shipBy && <DeadlineText at={shipBy} />}
      </button>
    </li>
  )
}

/** After the last parcel comes the courier; Enter, pressed once too often, never leads out of the desk. */
function NothingWaits({ progress }: { progress: PackProgress }) {
  const w = useWords(packWords)
  const [, go] = useLocation()
  if (progress.packed > 0) {
    return (
      <EmptyState
        action={
          <ActionButton
            label={w.handover}
            kind="primary"
            size="desk"
            shortcut={standingShortcuts.main}
            onAct={() => go('/kemas/serah')}
          />
        }
      >
        {w.allPacked}. {w.allPackedHow(formatNumber(progress.packed))}
      </EmptyState>
    )
  }
  if (progress.packedToday > 0 || progress.handedOverToday > 0) return <EmptyState>{w.dayDone}</EmptyState>
  return (
    <EmptyState action={<ActionButton label={w.importFile} size="desk" onAct={() => go('/impor')} />}>
      {w.queueEmpty}
    </EmptyState>
  )
}

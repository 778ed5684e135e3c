import { Box } from '@mantine/core'
import { IconScan, IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { nameBeside } from '../../src-shared/catalog/goods-name.ts'
import type { Mistake, Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ColourName } from '../design/goods/ColourName.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { TypedCode } from './TypedCode.tsx'
import { nextItem, WORKED_ON } from './verdict-look.ts'

export interface NextScanProps {
  parcel: Parcel
  mistake: Mistake | null
  /** A code typed by hand, for a barcode that will not scan. */
  onCode: (code: string) => void
}

/** What the hand does next: the goods to take, the next label, or the way to the courier when nothing waits any more. */
export function NextScan({ parcel, mistake, onCode }: NextScanProps) {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const { data: progress } = useQuery(api.fulfilment.progress.queryOptions())
  const isWorkedOn = WORKED_ON.has(parcel.standing)
  const item = isWorkedOn ? nextItem(parcel.items, mistake) : undefined
  const names = parcel.items.map(({ name }) => name)
  // a parcel of one product is told apart by its variations alone; what is left of the name beside them says nothing
  const isNamed = new Set(names).size > 1 || !item?.colour
  const isDayDone = parcel.standing === 'already packed' && progress?.waiting === 0 && progress.packed > 0
  return (
    <div className={classes.next} aria-live="polite">
      {isDayDone ? (
        <IconTruckDelivery size={48} stroke={1.75} color="var(--lb-nila-teks)" aria-hidden />
      ) : (
        <IconScan size={48} stroke={1.75} color="var(--lb-nila-teks)" aria-hidden />
      )}
      <span className={classes.nextWords}>
        {item ? (
          <>
            <span>{w.nextScan}</span>
            <strong className={classes.nextGoods}>
              {item.scanned > item.pieces
                ? w.takeOutNext(formatNumber(item.scanned - item.pieces))
                : w.piecesLeft(formatNumber(item.pieces - item.scanned))}
              <ColourName colour={item.colour} />
              {item.size && (
                <Box component="span" px={10} bd="2px solid currentColor" bdrs={8}>
                  {item.size}
                </Box>
              )}
              {isNamed && (
                <Box component="span" flex={1} miw={0} fz={22} fw={400}>
                  <GoodsNames products={names}>
                    <GoodsName goods={nameBeside(item)} />
                  </GoodsNames>
                </Box>
              )}
            </strong>
          </>
        ) : (
          <>
            <span>{isDayDone ? w.allPacked : isWorkedOn ? w.done : w.queue}</span>
            <strong>
              {isDayDone ? w.allPackedHow(formatNumber(progress.packed)) : isWorkedOn ? w.allScanned : w.nextParcel}
            </strong>
          </>
        )}
      </span>
      {isDayDone ? (
        <ActionButton
          label={w.handover}
          kind="primary"
          size="desk"
          shortcut={standingShortcuts.main}
          onAct={() => go('/kemas/serah')}
        />
      ) : (
        <TypedCode hint={w.typeCodeShort} onCode={onCode} />
      )}
    </div>
  )
}

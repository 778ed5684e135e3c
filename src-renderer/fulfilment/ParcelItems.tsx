import { Box, Flex } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Mistake, Parcel, ParcelItem } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { ParcelItemRow } from './ParcelItemRow.tsx'
import { useHiddenRows } from './use-hidden-rows.ts'
import { nextItem, surplusFirst, WORKED_ON } from './verdict-look.ts'

/** So many rows stand in full size on the smallest screen of a desk. */
const ROOMY = 2

export interface ParcelItemsProps {
  parcel: Parcel
  mistake: Mistake | null
  /** The row that waits to be ticked once more. */
  doubted: string | null
  /** False where the owner wants every piece scanned; what lies inside too much is taken out by hand all the same. */
  mayTick: boolean
  onTick: (key: string) => void
}

/** What belongs into the parcel; the item to scan next stands in indigo, and always in sight. */
export function ParcelItems({ parcel, mistake, doubted, mayTick, onTick }: ParcelItemsProps) {
  const w = useWords(packWords)
  const isWorkedOn = WORKED_ON.has(parcel.standing)
  const next = isWorkedOn ? nextItem(parcel.items, mistake) : undefined
  const list = useRef<HTMLUListElement>(null)
  const { above, below } = useHiddenRows(list, next?.key)
  return (
    <Flex pos="relative" flex={1} mih={0}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <ul ref={list} className={classes.items} tabIndex={0} aria-label={w.pickGoods}>
        {surplusFirst(parcel.items).map((item, index) => (
          <ParcelItemRow
            key={item.key}
            item={item}
            number={index + 1}
            isNext={item === next}
            isDoubted={item.key === doubted}
            isRoomy={parcel.items.length <= ROOMY}
            onTick={isWorkedOn && mayMove(item, mayTick) ? () => onTick(item.key) : null}
          />
        ))}
      </ul>
      {above > 0 && (
        <Box component="span" top={4} className={classes.hiddenRows}>
          <IconChevronUp size={22} aria-hidden /> {w.itemsAbove(formatNumber(above))}
        </Box>
      )}
      {below > 0 && (
        <Box component="span" bottom={4} className={classes.hiddenRows}>
          <IconChevronDown size={22} aria-hidden /> {w.itemsBelow(formatNumber(below))}
        </Box>
      )}
    </Flex>
  )
}

const mayMove = ({ scanned, pieces }: ParcelItem, mayTick: boolean) => scanned > pieces || (mayTick && scanned < pieces)

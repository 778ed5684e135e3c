import { Flex } from '@mantine/core'
import { IconCheck, IconScan } from '@tabler/icons-react'
import type { Parcel, ParcelItem } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import classes from './desk.module.css'
import { TypedCode } from './TypedCode.tsx'
import { fullName, isMissing, surplusFirst } from './verdict-look.ts'

const MOST_TICKS = 6

export interface ParcelItemsProps {
  parcel: Parcel
  onConfirm: (key: string) => void
  /** A code typed by hand, for a barcode that will not scan. */
  onCode: (code: string) => void
}

/** What belongs into the parcel; the item to scan next stands in indigo. */
export function ParcelItems({ parcel, onConfirm, onCode }: ParcelItemsProps) {
  const w = useWords(packWords)
  const next = parcel.items.find(({ scanned, pieces }) => scanned > pieces) ?? parcel.items.find(isMissing)
  const isClosed = (parcel.isPacked && !next) || parcel.state === 'handed_over'
  return (
    <>
      <Flex component="ul" direction="column" gap={14}>
        {surplusFirst(parcel.items).map((item, index) => (
          <Item
            key={item.key}
            item={item}
            number={index + 1}
            isNext={item === next}
            onConfirm={() => onConfirm(item.key)}
          />
        ))}
      </Flex>
      <div className={classes.next} aria-live="polite" hidden={isClosed}>
        <IconScan size={52} stroke={1.75} aria-hidden />
        <span>
          <span>{next ? w.nextScan : w.done}</span>
          <strong>
            {next
              ? next.scanned > next.pieces
                ? w.takeOutNext(formatNumber(next.scanned - next.pieces), fullName(next))
                : w.piecesLeft(formatNumber(next.pieces - next.scanned), fullName(next))
              : w.allScanned}
          </strong>
        </span>
        {next && <TypedCode hint={w.typeCodeShort} onCode={onCode} />}
      </div>
    </>
  )
}

function Item({
  item,
  number,
  isNext,
  onConfirm,
}: {
  item: ParcelItem
  number: number
  isNext: boolean
  onConfirm: () => void
}) {
  const w = useWords(packWords)
  const isDone = item.scanned === item.pieces
  const surplus = item.scanned - item.pieces
  const byHand = item.variantId === null && !isDone
  useHotkey(byHand ? choiceAt(number - 1, w.confirmByHand(`${number}`)) : undefined, onConfirm)
  return (
    <li
      className={classes.item}
      data-next={isNext || undefined}
      data-done={isDone || undefined}
      data-surplus={surplus > 0 || undefined}
    >
      <GoodsPhoto name={item.name} category={item.category} size={116} />
      <span className={classes.itemWords}>
        <strong>{item.name}</strong>
        {item.colour && <span className={classes.colour}>{item.colour}</span>}
        <span>{item.shelf ? w.shelf(item.shelf) : w.noShelf}</span>
        {item.sku && <span className="kode">{item.sku}</span>}
        {byHand && (
          <button type="button" className={classes.byHand} onClick={onConfirm}>
            {w.confirmByHand(`${number}`)}
          </button>
        )}
      </span>
      {item.size && (
        <span className={classes.size}>
          <span>{w.size}</span>
          <strong>{item.size}</strong>
        </span>
      )}
      <Flex component="span" direction="column" align="center" gap={8} miw={150}>
        {surplus > 0 && <strong className={classes.takeOut}>{w.takeOut(formatNumber(surplus))}</strong>}
        <span className={classes.ticks} aria-hidden>
          {surplus <= 0 &&
            item.pieces <= MOST_TICKS &&
            Array.from({ length: item.pieces }, (_, index) => (
              <span key={index} data-done={index < item.scanned || undefined}>
                {index < item.scanned && <IconCheck size={26} stroke={3} />}
              </span>
            ))}
        </span>
        <span className={classes.count}>
          <strong>{formatNumber(item.scanned)}</strong> {w.of(formatNumber(item.pieces))}
        </span>
      </Flex>
    </li>
  )
}

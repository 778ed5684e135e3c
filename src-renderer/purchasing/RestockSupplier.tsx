import { Flex } from '@mantine/core'
import { IconBrandWhatsapp, IconCopy, IconTruckDelivery } from '@tabler/icons-react'
import { businessDay, formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { whatsAppLink, whatsAppNumber } from '../../src-shared/orders/contact.ts'
import type { Restock, RestockRow } from '../../src-shared/purchasing/restock.ts'
import { restockWords } from '../../src-shared/purchasing/restock.words.ts'
import { openOutside } from '../base/open-outside.ts'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useNow } from '../design/clock.ts'
import { useConfirm } from '../design/confirm.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'
import { halfFilled, keepHalfFilled } from './half-filled.ts'
import { usePurchaseAddress } from './purchase-address.ts'
import classes from './restock.module.css'
import { MOST_IN_LINK, receiptOfList, type Wanted, whatsAppText } from './restock-text.ts'

export interface RestockSupplierProps {
  group: Restock['suppliers'][number]
  basis: number
  wanted: readonly Wanted[]
  piecesOf: (row: RestockRow) => number
  onPieces: (variantId: string, pieces: number) => void
}

/** What to buy from one supplier; pieces may be changed before it is sent. */
export function RestockSupplier({ group, basis, wanted, piecesOf, onPieces }: RestockSupplierProps) {
  const w = useWords(restockWords)
  const { language, zone } = useLocale()
  const { change: goTo } = usePurchaseAddress()
  const settings = useSettings()
  const confirm = useConfirm()
  const today = businessDay(useNow(), zone)
  const { supplier, rows } = group
  const name = supplier?.name ?? ''
  const total = wanted.reduce((sum, { pieces, price }) => sum + pieces * (price ?? 0), 0)
  const idle = wanted.length === 0 && { disabledBecause: w.nothingWanted }
  const text = whatsAppText(w, name, settings?.businessName ?? '', wanted)
  const copy = (said: string) =>
    navigator.clipboard.writeText(text).then(
      () => showToast({ text: said }),
      () => showToast({ text: w.notCopied }),
    )
  const phone = supplier && whatsAppNumber(supplier.phone)
  const chat = async (number: string) => {
    const isLong = text.length > MOST_IN_LINK
    if (isLong) await copy(w.copied(name))
    openOutside(whatsAppLink(number, isLong ? '' : text))
  }
  const receive = async () => {
    const before = halfFilled()
    if (before && before.lines.length > 0) {
      const answer = await confirm({
        title: w.receiveAsk(before.supplierName || '?'),
        body: w.receiveAskBody,
        action: w.receiveReplace,
        stay: w.receiveKeep,
      })
      if (!answer) return
    }
    keepHalfFilled(receiptOfList(today, name, wanted))
    goTo({ form: 'new' })
  }
  return (
    <Section
      title={supplier ? name : w.neverBought}
      aside={supplier && w.lastBought(formatDay(supplier.lastBought, language))}
    >
      <Card isFlush>
        <table className={`heads ${classes.table}`}>
          <thead>
            <tr>
              <th>{w.goods}</th>
              <th>{w.toSpare}</th>
              <th>{w.sold(String(basis))}</th>
              <th>{w.daysLeft}</th>
              <th>{w.buy}</th>
              <th>{w.price}</th>
              <th>{w.sum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.variantId}>
                <td>
                  <GoodsName goods={row.goodsName} />
                </td>
                <td>{formatNumber(Math.max(0, row.toSpare))}</td>
                <td>{formatNumber(row.sold)}</td>
                <td>
                  {row.daysLeft === null ? w.noSale : row.daysLeft === 0 ? w.gone : w.days(formatNumber(row.daysLeft))}
                </td>
                <td>
                  <PiecesField
                    label={w.buyOf(row.label)}
                    isLabelHidden
                    value={piecesOf(row)}
                    onChange={(pieces, isReadable) => isReadable && onPieces(row.variantId, pieces ?? 0)}
                  />
                </td>
                <td>{row.price === null ? '–' : formatRupiah(row.price)}</td>
                <td>{row.price === null ? '–' : formatRupiah(piecesOf(row) * row.price)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={6}>
                <Flex gap={8}>
                  <ActionButton
                    label={w.copyWhatsApp}
                    icon={IconCopy}
                    size="small"
                    {...idle}
                    onAct={() => void copy(w.copied(name || w.neverBought))}
                  />
                  {phone && (
                    <ActionButton
                      label={w.sendWhatsApp}
                      title={w.sendWhatsAppTo(name)}
                      icon={IconBrandWhatsapp}
                      size="small"
                      {...idle}
                      onAct={() => void chat(phone)}
                    />
                  )}
                  <ActionButton
                    label={w.receive}
                    icon={IconTruckDelivery}
                    size="small"
                    {...idle}
                    onAct={() => void receive()}
                  />
                </Flex>
              </td>
              <td>
                <strong className="jumlah">{formatRupiah(total)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </Card>
    </Section>
  )
}

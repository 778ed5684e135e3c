import { Box, Flex, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { ReturnCondition } from '../../src-shared/orders/return.ts'
import type { Return, ReturnGoods } from '../../src-shared/returns/return.ts'
import { type ReturnsWords, returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay } from '../base/use-me.ts'
import { usePhoto } from '../base/use-photo.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Choice } from '../design/fields/Choice.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { addPiece, addRest, chosenPieces, type Draft, draftLines, leftOf, nextToInspect } from './inspection-draft.ts'
import classes from './returns.module.css'
import { returnsShortcuts } from './returns.shortcuts.ts'
import { useShopWallets } from './use-shop-wallets.ts'

/** Cek Kondisi: the chosen goods get a condition with each key; nothing is stored before it is saved. */
export function InspectionPart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const [, go] = useLocation()
  const [draft, setDraft] = useState<Draft>({})
  const [chosen, choose] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [refund, setRefund] = useState<Rupiah | null>(0)
  const [account, setAccount] = useState<AccountCode>(back.paidInto)
  const save = useMutation(
    api.returns.inspect.mutationOptions({ onSuccess: () => showToast({ text: w.inspectedToast }) }),
  )
  const goods = back.goodsBack.filter((each) => each.variantId !== null)
  const isOpen = goods.some((each) => leftOf(each, {}, back) > 0)
  const current = goods.find((each) => each.variantId === chosen) ?? nextToInspect(goods, draft, back)
  const lines = draftLines(draft)
  const mark = (next: Draft) => {
    setDraft(next)
    choose(nextToInspect(goods, next, back, current?.variantId ?? null)?.variantId ?? current?.variantId ?? null)
  }
  const mayRefund = useMay('returns.refund')
  const asksForMoney = mayRefund && back.channel === 'own' && back.refundable > 0 && lines.length > 0
  const store = () => {
    if (lines.length === 0 || save.isPending) return
    save.mutate({
      orderId: back.orderId,
      lines: lines.map((line) => ({ ...line, id: newId() })),
      note,
      refund: asksForMoney && refund ? { id: newId(), amount: refund, account } : null,
    })
  }
  return (
    <PanelPart title={w.condition}>
      <Stack gap={6}>
        {back.goodsBack.map((each) => (
          <PieceRow
            key={each.variantId ?? `line-${each.line}`}
            goods={each}
            back={back}
            draft={draft}
            isChosen={current !== undefined && current === each}
            onChoose={() => choose(each.variantId)}
          />
        ))}
      </Stack>
      {back.goodsBack.some(({ variantId }) => variantId === null) && (
        <p className="quiet">
          {w.noSku} <ActionButton label={w.mapNow} size="small" onAct={() => go('/toko/pemetaan')} />
        </p>
      )}
      {!isOpen && goods.length > 0 && <p className="quiet">{w.allInspected}</p>}
      {isOpen && current && (
        <>
          <Flex gap={8} wrap="wrap" m="10px 0">
            {ReturnCondition.options.map((condition) => (
              <ActionButton
                key={condition}
                size="small"
                shortcut={returnsShortcuts.inspection[condition]}
                onAct={() => mark(addPiece(draft, current, condition, back))}
              />
            ))}
            <ActionButton
              size="small"
              kind="quiet"
              shortcut={returnsShortcuts.inspection.restSellable}
              onAct={() => mark(addRest(draft, goods, back))}
            />
          </Flex>
          {lines.length > 0 && (
            <Stack gap={10}>
              <TextInput
                label={w.note}
                placeholder={w.noteHint}
                value={note}
                maxLength={500}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              {asksForMoney && (
                <RefundFields
                  w={w}
                  back={back}
                  amount={refund}
                  onAmount={setRefund}
                  account={account}
                  onAccount={setAccount}
                />
              )}
              <RefusalNotice error={save.error} />
              <Flex gap={8} wrap="wrap" mt={8}>
                <ActionButton
                  label={w.saveInspection}
                  busyLabel={w.saving}
                  isBusy={save.isPending}
                  kind="primary"
                  shortcut={standingShortcuts.save}
                  onAct={store}
                />
                <ActionButton
                  kind="quiet"
                  shortcut={returnsShortcuts.inspection.clearDraft}
                  onAct={() => setDraft({})}
                />
              </Flex>
            </Stack>
          )}
        </>
      )}
    </PanelPart>
  )
}

interface PieceRowProps {
  goods: ReturnGoods
  back: Return
  draft: Draft
  isChosen: boolean
  onChoose: () => void
}

function PieceRow({ goods, back, draft, isChosen, onChoose }: PieceRowProps) {
  const w = useWords(returnsWords)
  const photo = usePhoto(goods.photoId)
  const left = leftOf(goods, draft, back)
  const chosen = chosenPieces(draft, goods.variantId)
  return (
    <button
      type="button"
      className={classes.piece}
      aria-pressed={isChosen}
      disabled={goods.variantId === null}
      onClick={onChoose}
    >
      <GoodsPhoto
        name={goods.goodsName.product}
        category={goods.category}
        colour={goods.colour}
        src={photo}
        size={36}
      />
      <Box component="span" miw={0}>
        <GoodsName goods={goods.goodsName} layout="whole" />
        <small className="fine-print">
          {goods.sku && <span className="kode">{goods.sku}</span>},{' '}
          {piecesShown(goods, back) === 0
            ? w.notExpected
            : w.ofPieces(formatNumber(goods.inspected), formatNumber(piecesShown(goods, back)))}
        </small>
      </Box>
      <Stack component="span" gap={0} align="flex-end" lh="16px" fz={12}>
        {ReturnCondition.options.map(
          (condition) =>
            chosen[condition] > 0 && (
              <span key={condition}>
                {w[condition]} {formatNumber(chosen[condition])}
              </span>
            ),
        )}
        {left > 0 && <span className="quiet">{w.left(formatNumber(left))}</span>}
      </Stack>
    </button>
  )
}

const piecesShown = ({ expected, issued }: ReturnGoods, { why }: Return) =>
  why === null || why === 'brought back' ? issued : expected

interface RefundFieldsProps {
  w: ReturnsWords
  back: Return
  amount: Rupiah | null
  onAmount: (amount: Rupiah | null) => void
  account: AccountCode
  onAccount: (account: AccountCode) => void
}

/** Money of an own sale that goes back with its goods, from where it was paid unless another wallet pays. */
function RefundFields({ w, back, amount, onAmount, account, onAccount }: RefundFieldsProps) {
  const wallets = useShopWallets(back)
  return (
    <div className="pair">
      <RupiahField
        label={w.refundTogether}
        value={amount}
        onChange={onAmount}
        help={amount === 0 ? w.noRefund : w.refundHelp(formatRupiah(back.refundable))}
        {...((amount ?? 0) > back.refundable ? { error: w.tooMuch(formatRupiah(back.refundable)) } : {})}
      />
      <Choice
        label={w.paidFrom}
        value={account}
        data={wallets}
        onChange={(code) => code !== null && onAccount(code as AccountCode)}
      />
    </div>
  )
}

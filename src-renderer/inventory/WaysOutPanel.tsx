import { Flex, Group, Radio, Stack, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { isMasked, sellerCentreLink } from '../../src-shared/orders/contact.ts'
import type { Substitute, WaysOut } from '../../src-shared/orders/ways-out.ts'
import { waysOutWords } from '../../src-shared/orders/ways-out.words.ts'
import { api } from '../base/api.ts'
import { openOutside } from '../base/open-outside.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay, useSeesMoney } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { CancelAtChannel } from '../shipping/CancelAtChannel.tsx'

/** What may be done about goods of one order that are not there: each way with what it costs, the dearest last. */
export function WaysOutPanel({
  orderId,
  variantId,
  onClose,
}: {
  orderId: string
  variantId: string
  onClose: () => void
}) {
  const w = useWords(waysOutWords)
  const stock = useWords(stockWords)
  const { data, error, refetch } = useQuery(api.orders.waysOut.queryOptions({ input: { id: orderId, variantId } }))
  if (!data)
    return (
      <SidePanel title={w.title} onClose={onClose}>
        {error && (
          <PanelPart>
            <RefusalNotice error={error} onRetry={() => refetch()} />
          </PanelPart>
        )}
      </SidePanel>
    )
  return (
    <SidePanel
      title={<GoodsName goods={data.goodsName} layout="whole" />}
      subtitle={
        <Flex component="span" align="center" gap={6} wrap="wrap">
          <ChannelTile channel={data.channel} />
          <span className="kode">{data.orderNumber}</span>
          <span>{w.of(formatNumber(data.pieces))}</span>
          {data.shipBy === null ? (
            <span className="quiet">{stock.noDeadline}</span>
          ) : (
            <span>
              {w.deadline} <DeadlineText at={data.shipBy} />
            </span>
          )}
        </Flex>
      }
      onClose={onClose}
    >
      {data.atReturns > 0 && <AtReturns ways={data} />}
      <SendInstead key={data.substitutes[0]?.variantId ?? 'none'} ways={data} onDone={onClose} />
      <AskBuyer ways={data} />
      <CancelThere ways={data} />
    </SidePanel>
  )
}

const Way = ({ how, cost, children }: { how: string; cost: string; children: ReactNode }) => (
  <Stack gap={6}>
    <p className="small">
      {how} {cost !== '' && <strong>{cost}</strong>}
    </p>
    {children}
  </Stack>
)

/** What the buyer would have paid; blank for whoever sees no amounts. */
function useCostOfSale({ sales }: WaysOut): string {
  const w = useWords(waysOutWords)
  return useSeesMoney() ? w.costSale(formatRupiah(sales)) : ''
}

function AtReturns({ ways }: { ways: WaysOut }) {
  const w = useWords(waysOutWords)
  const [, go] = useLocation()
  return (
    <PanelPart title={w.atReturns}>
      <Way how={w.atReturnsHow(formatNumber(ways.atReturns))} cost={w.atReturnsCost}>
        <Group>
          <ActionButton size="small" label={w.inspect} onAct={() => go('/retur')} />
        </Group>
      </Way>
    </PanelPart>
  )
}

function SendInstead({ ways, onDone }: { ways: WaysOut; onDone: () => void }) {
  const w = useWords(waysOutWords)
  const mayChange = useMay('orders.sendInstead')
  const { orderId, line, maySendInstead, substitutes } = ways
  const [chosen, setChosen] = useState(substitutes[0]?.variantId ?? null)
  const [note, setNote] = useState('')
  const takeBack = useMutation(
    api.orders.sendInstead.mutationOptions({ onSuccess: () => showToast({ text: w.sentAsSold }) }),
  )
  const send = useMutation(
    api.orders.sendInstead.mutationOptions({
      onSuccess(_, { variantId }) {
        const goods = substitutes.find((each) => each.variantId === variantId)
        showToast({
          text: w.sent(goods ? wholeName(goods.goodsName) : ''),
          undo: () => takeBack.mutate({ id: orderId, line: line ?? 0, variantId: null, note: '' }),
        })
        onDone()
      },
    }),
  )
  const hindrance =
    line === null
      ? w.insteadOfSet
      : !maySendInstead
        ? w.insteadTooLate
        : substitutes.length === 0
          ? w.insteadNone
          : null
  if (hindrance !== null || line === null)
    return (
      <PanelPart title={w.instead}>
        <p className="quiet small">{hindrance}</p>
      </PanelPart>
    )
  return (
    <PanelPart title={w.instead}>
      <Way how={w.insteadHow} cost="">
        <Radio.Group aria-label={w.choose} value={chosen} onChange={setChosen}>
          <Stack gap={6} mb={6}>
            {substitutes.map((each) => (
              <Radio
                key={each.variantId}
                value={each.variantId}
                label={wholeName(each.goodsName)}
                description={<Cost substitute={each} />}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={w.note}
          placeholder={w.noteHint}
          value={note}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {mayChange && (
          <Group>
            <ActionButton
              label={w.send}
              kind="primary"
              shortcut={standingShortcuts.save}
              isBusy={send.isPending}
              onAct={() => chosen !== null && send.mutate({ id: orderId, line, variantId: chosen, note: note.trim() })}
            />
          </Group>
        )}
        <RefusalNotice error={send.error ?? takeBack.error} />
      </Way>
    </PanelPart>
  )
}

function Cost({ substitute: { sku, available, costMore } }: { substitute: Substitute }) {
  const w = useWords(waysOutWords)
  const seesMoney = useSeesMoney()
  const cost =
    costMore === null || costMore === undefined
      ? w.costUnknown
      : costMore === 0
        ? w.costSame
        : costMore > 0
          ? w.costMore(formatRupiah(costMore))
          : w.costLess(formatRupiah(-costMore))
  return (
    <>
      <span className="kode">{sku}</span>, {w.available(formatNumber(available))}
      {seesMoney && `, ${cost}`}
    </>
  )
}

function AskBuyer({ ways }: { ways: WaysOut }) {
  const w = useWords(waysOutWords)
  const [, go] = useLocation()
  const cost = useCostOfSale(ways)
  const { orderId, buyer, goodsName, isCancelAsked, channel } = ways
  const message = w.message(isMasked(buyer) ? '' : buyer, wholeName(goodsName))
  return (
    <PanelPart title={w.ask}>
      <Way how={isCancelAsked ? w.askedAlready : channel === 'own' ? w.cancelOwn : w.askHow} cost={cost}>
        {!isCancelAsked && (
          <Flex gap={6} align="flex-start">
            <p className="quiet small">{message}</p>
            <CopyButton what={w.messageName} text={message} />
          </Flex>
        )}
        <Group>
          <ActionButton size="small" label={w.openOrder} onAct={() => go(`/pesanan/${orderId}`)} />
        </Group>
      </Way>
    </PanelPart>
  )
}

function CancelThere({ ways }: { ways: WaysOut }) {
  const w = useWords(waysOutWords)
  const cost = useCostOfSale(ways)
  const address = sellerCentreLink(ways.channel, ways.orderNumber)
  if (address === null) return null
  return (
    <PanelPart title={w.cancel}>
      <Way how={w.cancelHow} cost={cost}>
        <CancelAtChannel orderId={ways.orderId} {...(ways.line === null ? {} : { ranOut: [ways.line] })} />
        <Flex gap={6} align="center">
          <ActionButton
            size="small"
            icon={IconExternalLink}
            label={w.cancelCentre}
            onAct={() => openOutside(address)}
          />
          <CopyButton what={ways.orderNumber} text={ways.orderNumber} />
        </Flex>
      </Way>
    </PanelPart>
  )
}

import { Box, Flex, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { formatDay, type Language } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { ProposedRate, ShopOfFees, StandingRate } from '../../../src-shared/settlements/fee-rates.contract.ts'
import { feeRatesWords } from '../../../src-shared/settlements/fee-rates.words.ts'
import type { Programme, ShopClass } from '../../../src-shared/settlements/shop-fees.ts'
import { api, client } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { showToast } from '../../design/toast.tsx'
import classes from '../shops/shops.module.css'
import { feeNameColumn } from './fee-name-column.tsx'

interface RatesPartProps {
  open: string | null
  onOpen: (rate: StandingRate) => void
  onOpenShop: (shop: ShopOfFees) => void
  onAdd: () => void
}

/** What channels will probably keep: rates as they stand, what the shop's own settlements teach, and how near estimates came. */
export function RatesPart({ open, onOpen, onOpenShop, onAdd }: RatesPartProps) {
  const w = useWords(feeRatesWords)
  const channelName = useWords(channelWords)
  const { language } = useLocale()
  const rates = useQuery(api.settlements.rates.list.queryOptions())
  const accuracy = useQuery(api.settlements.rates.accuracy.queryOptions())
  const columns = useMemo(() => rateColumns(w, language), [w, language])
  return (
    <Stack gap={10} flex={1} mih={0} className={classes.rates}>
      <RefusalNotice error={rates.error} onRetry={() => rates.refetch()} />
      {accuracy.data?.channels.map(({ channel, orders, exact, meanError }) => (
        <p key={channel} className="small">
          {w.accuracy(channelName[channel], formatNumber(orders), formatNumber(exact), formatRupiah(meanError))}
        </p>
      ))}
      <Proposals />
      <Shops onOpen={onOpenShop} />
      <div>
        <ActionButton label={w.add} icon={IconPlus} size="small" onAct={onAdd} />
      </div>
      <Stack gap={0} flex={1} mih={260}>
        <DataTable
          label={w.rates}
          rows={rates.data ?? []}
          rowId={rateId}
          columns={columns}
          isLoading={rates.isPending}
          openId={open}
          onOpen={onOpen}
          empty={null}
        />
      </Stack>
    </Stack>
  )
}

export const rateId = ({ id, channel, name, from, category, classes, programme }: StandingRate): string =>
  id ?? [channel, name, from, category, classes?.join('+'), programme?.level].join('/')

/** Which rates each shop pays: its class, what it sells, what it joined. */
function Shops({ onOpen }: { onOpen: (shop: ShopOfFees) => void }) {
  const w = useWords(feeRatesWords)
  const shops = useQuery(api.settlements.rates.shops.list.queryOptions())
  const saidOf = ({ channel, told }: ShopOfFees): string => {
    const said = told.at(-1)
    if (!said) return w.notSaid
    return [
      w.shopClass(said.shopClass, channel === 'shopee'),
      said.category || w.generalRate,
      ...said.programmes.map(levelOf),
    ].join(', ')
  }
  return (
    <>
      <RefusalNotice error={shops.error} onRetry={() => shops.refetch()} />
      {shops.data
        ?.filter(({ classes: choices }) => choices.length > 0)
        .map((shop) => (
          <Flex key={shop.shopId} align="center" gap={10}>
            <ChannelTile channel={shop.channel} />
            <Box component="p" miw={0} className="small">
              <b>{shop.shopName}</b> <span className="quiet">{saidOf(shop)}</span>
            </Box>
            <ActionButton
              label={shop.told.length === 0 ? w.sayOfShop : w.changeOfShop}
              title={`${shop.told.length === 0 ? w.sayOfShop : w.changeOfShop}: ${shop.shopName}`}
              size="small"
              kind="quiet"
              onAct={() => onOpen(shop)}
            />
          </Flex>
        ))}
    </>
  )
}

const savedRate = ({ shopName: _, orders, matching, ...rate }: ProposedRate, w: (typeof feeRatesWords)['id']) => ({
  ...rate,
  id: newId(),
  source: w.evidence(formatNumber(matching), formatNumber(orders)),
})

/** Rates by which settlements were reckoned and that no standing rate says, each with its evidence. */
function Proposals() {
  const w = useWords(feeRatesWords)
  const proposals = useQuery(api.settlements.rates.proposals.queryOptions()).data ?? []
  const undo = useMutation(api.settlements.rates.undo.mutationOptions())
  const save = useMutation(
    api.settlements.rates.save.mutationOptions({
      onSuccess: ({ id }, { name }) => showToast({ text: w.taken(name), undo: () => undo.mutate({ id }) }),
    }),
  )
  const all = useMutation({
    async mutationFn(rates: readonly ProposedRate[]) {
      for (const rate of rates) await client.settlements.rates.save(savedRate(rate, w))
      return rates.length
    },
    onSuccess: (count) => showToast({ text: w.takenAll(formatNumber(count)) }),
  })
  return (
    <>
      <RefusalNotice error={save.error ?? undo.error ?? all.error} />
      {proposals.length > 1 && (
        <Flex align="center" gap={10}>
          <p className="label">{w.proposed(formatNumber(proposals.length))}</p>
          <ActionButton
            label={w.takeAll(formatNumber(proposals.length))}
            size="small"
            isBusy={all.isPending}
            onAct={() => all.mutate(proposals)}
          />
        </Flex>
      )}
      {proposals.map((rate) => (
        <Note
          key={`${rate.shopId}/${rate.name}/${rate.category}`}
          tone="langit"
          action={
            <ActionButton
              label={w.take}
              size="small"
              isBusy={save.isPending}
              onAct={() => save.mutate(savedRate(rate, w))}
            />
          }
        >
          <p>
            {rate.shopName}
            {rate.category === '' ? '' : `, ${rate.category}`}.{' '}
            {w.proposal(rate.name, w.reckoned(rate.reckoning), formatNumber(rate.matching), formatNumber(rate.orders))}
          </p>
        </Note>
      ))}
    </>
  )
}

/** The level first: it is what tells one rate of a programme from the next. */
const levelOf = ({ name, level }: Programme): string => (level.startsWith(name) ? level : `${level} (${name})`)

const classNames = (w: (typeof feeRatesWords)['id'], classes: readonly ShopClass[], isShopee: boolean) =>
  classes
    .filter((each) => isShopee || !each.startsWith('star'))
    .map((each) => w.shopClass(each, isShopee))
    .join(', ')

const rateColumns = (w: (typeof feeRatesWords)['id'], language: Language): Column<StandingRate>[] => [
  feeNameColumn(w.name),
  {
    id: 'rate',
    head: w.rate,
    kind: 'text',
    width: { share: 1, least: 130 },
    value: ({ reckoning }) => w.reckonedShort(reckoning),
  },
  {
    id: 'for',
    head: w.forWhom,
    kind: 'text',
    width: { share: 3, least: 170 },
    hideBelow: 700,
    // what tells one rate from the next comes first: a rate of all classes stands beside that of the next category
    value: ({ channel, shopName, classes: of, category, programme }) =>
      [
        category,
        programme && levelOf(programme),
        shopName ?? (of === null ? programme === null && w.allShops : classNames(w, of, channel === 'shopee')),
      ]
        .filter(Boolean)
        .join(', '),
  },
  { id: 'from', head: w.from, kind: 'text', width: 110, value: ({ from }) => formatDay(from, language) },
  {
    id: 'source',
    head: w.source,
    kind: 'text',
    width: { share: 2, least: 200 },
    hideBelow: 1000,
    isQuiet: true,
    value: ({ id, source }) => (id === null ? `${w.shipped}. ${source}` : source),
  },
]

import { Stack } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { channelGoodsWords } from '../../src-shared/channels/channel-goods.words.ts'
import type { ImportRun } from '../../src-shared/channels/channels.ts'
import { shopsWords } from '../../src-shared/channels/import.words.ts'
import { stockOutWords } from '../../src-shared/channels/stock-out.words.ts'
import { listingsWords } from '../../src-shared/listings/listings.words.ts'
import type { ShopConnection } from '../../src-shared/sync/sync.ts'
import { syncWords } from '../../src-shared/sync/sync.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { Tabs } from '../design/tabs/Tabs.tsx'
import { channelsShortcuts } from './channels.shortcuts.ts'
import { FeesSection, useFeesToDo } from './fees/FeesSection.tsx'
import { ChannelGoods } from './goods/ChannelGoods.tsx'
import { ListingsSection } from './listings/ListingsSection.tsx'
import { MappingSection } from './mapping/MappingSection.tsx'
import { ImportHistory } from './shops/ImportHistory.tsx'
import { RunPanel } from './shops/RunPanel.tsx'
import { ShopList } from './shops/ShopList.tsx'
import { StockOutSection } from './stock-out/StockOutSection.tsx'
import { SyncSection } from './sync/SyncSection.tsx'

/** Toko Terhubung: shops and what was taken in from their files; beside it the mapping of listings to SKUs, and of fees to accounts. */
export function ShopsPage() {
  const [location] = useLocation()
  if (location.startsWith('/toko/potongan')) return <FeesPage />
  if (location.startsWith('/toko/pemetaan')) return <MappingPage />
  if (location.startsWith('/toko/induk')) return <ListingsPage />
  if (location.startsWith('/toko/sambungan')) return <SyncPage />
  if (location.startsWith('/toko/sinkron')) return <StockOutPage />
  return location.startsWith('/toko/kanal') ? <ChannelGoodsPage /> : <ShopsAndHistory />
}

function ShopsAndHistory() {
  const w = useWords(shopsWords)
  const [, go] = useLocation()
  const [open, setOpen] = useState<ImportRun | null>(null)
  return (
    <Page
      title={w.title}
      layout="flush"
      actions={
        <ActionButton icon={IconFileImport} shortcut={channelsShortcuts.shops.importFile} onAct={() => go('/impor')} />
      }
      sidePanel={open && <RunPanel run={open} onClose={() => setOpen(null)} />}
    >
      <ShopTabs value="shops" />
      <Stack gap={18} flex={1} p="14px 20px" className="scrolls">
        <ShopList />
        <ImportHistory openId={open?.id ?? null} onOpen={setOpen} />
      </Stack>
    </Page>
  )
}

function SyncPage() {
  const w = useWords(shopsWords)
  return (
    <SyncSection title={w.title}>
      <ShopTabs value="sync" />
    </SyncSection>
  )
}

function StockOutPage() {
  const w = useWords(shopsWords)
  return (
    <StockOutSection title={w.title}>
      <ShopTabs value="stock" />
    </StockOutSection>
  )
}

function MappingPage() {
  const w = useWords(shopsWords)
  return (
    <MappingSection title={w.title}>
      <ShopTabs value="mapping" />
    </MappingSection>
  )
}

function ListingsPage() {
  const w = useWords(shopsWords)
  return (
    <ListingsSection title={w.title}>
      <ShopTabs value="listings" />
    </ListingsSection>
  )
}

function FeesPage() {
  const w = useWords(shopsWords)
  return (
    <FeesSection title={w.title}>
      <ShopTabs value="fees" />
    </FeesSection>
  )
}

function ChannelGoodsPage() {
  const w = useWords(shopsWords)
  return (
    <ChannelGoods title={w.title}>
      <ShopTabs value="goods" />
    </ChannelGoods>
  )
}

const PATH = {
  shops: '/toko?',
  sync: '/toko/sambungan?',
  stock: '/toko/sinkron?',
  mapping: '/toko/pemetaan?',
  listings: '/toko/induk?',
  fees: '/toko/potongan?',
  goods: '/toko/kanal?',
}

function ShopTabs({ value }: { value: keyof typeof PATH }) {
  const w = useWords(shopsWords)
  const goods = useWords(channelGoodsWords)
  const sync = useWords(syncWords)
  const listings = useWords(listingsWords)
  const stock = useWords(stockOutWords)
  const [, go] = useLocation()
  const feesToDo = useFeesToDo()
  // a tab with nothing to do prints no number
  const troubled = useQuery(api.sync.connections.queryOptions()).data?.filter(needsSomebody).length || undefined
  const stockToDo =
    useQuery(api.sync.stock.shops.queryOptions()).data?.reduce(
      (sum, { refused, state }) => sum + refused + (state === 'restored' ? 1 : 0),
      0,
    ) || undefined
  const unmapped = useQuery(api.catalog.listings.list.queryOptions({ input: { limit: 1 } })).data?.unmapped || undefined
  return (
    <Tabs
      label={w.tabs}
      items={[
        { id: 'shops', label: w.tabShops },
        { id: 'sync', label: sync.tab, count: troubled },
        { id: 'stock', label: stock.tab, count: stockToDo },
        { id: 'mapping', label: w.tabMapping, count: unmapped },
        { id: 'listings', label: listings.tab },
        { id: 'fees', label: w.tabFees, count: feesToDo },
        { id: 'goods', label: goods.tab },
      ]}
      value={value}
      onChange={(id) => go(PATH[id])}
    />
  )
}

/** Nothing comes in from there any more, or soon will not, until somebody does something. */
const needsSomebody = ({ state, consentEnd, unreadable }: ShopConnection): boolean =>
  state === 'broken' || (state === 'connected' && (consentEnd !== 'far' || unreadable > 0))

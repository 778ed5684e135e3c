import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { channelGoodsWords } from '../../src-shared/channels/channel-goods.words.ts'
import type { ImportRun } from '../../src-shared/channels/channels.ts'
import { shopsWords } from '../../src-shared/channels/import.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { Tabs } from '../design/tabs/Tabs.tsx'
import { channelsShortcuts } from './channels.shortcuts.ts'
import { FeesSection, useFeesToDo } from './fees/FeesSection.tsx'
import { ChannelGoods } from './goods/ChannelGoods.tsx'
import { MappingSection } from './mapping/MappingSection.tsx'
import { ImportHistory } from './shops/ImportHistory.tsx'
import { RunPanel } from './shops/RunPanel.tsx'
import { ShopList } from './shops/ShopList.tsx'
import classes from './shops/shops.module.css'

/** Toko Terhubung: shops and what was taken in from their files; beside it the mapping of listings to SKUs, and of fees to accounts. */
export function ShopsPage() {
  const [location] = useLocation()
  if (location.startsWith('/toko/potongan')) return <FeesPage />
  if (location.startsWith('/toko/pemetaan')) return <MappingPage />
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
      <div className={classes.body}>
        <ShopList />
        <ImportHistory openId={open?.id ?? null} onOpen={setOpen} />
      </div>
    </Page>
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

const PATH = { shops: '/toko?', mapping: '/toko/pemetaan?', fees: '/toko/potongan?', goods: '/toko/kanal?' }

function ShopTabs({ value }: { value: keyof typeof PATH }) {
  const w = useWords(shopsWords)
  const goods = useWords(channelGoodsWords)
  const [, go] = useLocation()
  const feesToDo = useFeesToDo()
  const unmapped = useQuery(api.catalog.listings.list.queryOptions({ input: { limit: 1 } })).data?.unmapped
  return (
    <Tabs
      label={w.tabs}
      items={[
        { id: 'shops', label: w.tabShops },
        { id: 'mapping', label: w.tabMapping, count: unmapped },
        { id: 'fees', label: w.tabFees, count: feesToDo },
        { id: 'goods', label: goods.tab },
      ]}
      value={value}
      onChange={(id) => go(PATH[id])}
    />
  )
}

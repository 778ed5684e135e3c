import { useDebouncedValue } from '@mantine/hooks'
import { IconBolt, IconHistory, IconStack2 } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Role } from '../../src-shared/access/roles.ts'
import { may } from '../../src-shared/access/who-may.ts'
import { appWords } from '../../src-shared/app/app.words.ts'
import { orderStateWords } from '../../src-shared/app/parts.words.ts'
import type { GoodsName } from '../../src-shared/catalog/goods-name.ts'
import { businessDay, formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { pageOfCode } from '../base/page-of-code.ts'
import { useRemembered } from '../base/remembered.ts'
import { useChangeSettings } from '../base/use-settings.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import type { Hotkey, HotkeyReach } from '../design/hotkeys/hotkey-registry.ts'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkeyList } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { type DirectoryHit, foundInDirectory, mayBeginBeforeSetUp, mayReach } from './directory.ts'
import type { FrameEntry } from './frame-entry.ts'
import { Palette, type PaletteItem } from './Palette.tsx'
import { bestMatches } from './palette-match.ts'
import { placeAt } from './places.ts'

/** What the palette offers to do: the acts of this page and those of every page; moving in a table is not an act. */
const ACTS: ReadonlySet<HotkeyReach> = new Set(['page', 'everywhere'])
const RECENT = 5
const LONG_ENOUGH = 2

interface Visited {
  label: string
  goods?: GoodsName
  path: string
}

export interface AppPaletteProps {
  isOpen: boolean
  onClose: () => void
  /** What stands in the field when it opens: a code scanned on a screen that waits for none. */
  startWith: string
  /** Counts the openings; each one begins anew. */
  opening: number
  pages: readonly FrameEntry[]
  /** Of whoever sits here: what is not theirs is not offered. */
  personRole: Role
  /** Where scans have work of their own: one that comes while the palette is open goes on to the desk. */
  isOverDesk?: boolean
  /** While the first questions stand: nothing can be opened yet, but the window can be made one's own. */
  isBeforeSetUp?: boolean
}

/** Ctrl+K over the real shop: pages, acts of this screen with their keys, orders and goods; the last five first. */
export function AppPalette(props: AppPaletteProps) {
  return <OpenPalette key={props.opening} {...props} />
}

function OpenPalette(props: AppPaletteProps) {
  const { isOpen, onClose, startWith, pages, personRole, isOverDesk = false, isBeforeSetUp = false } = props
  const w = useWords(appWords)
  const states = useWords(orderStateWords)
  const { language, zone } = useLocale()
  const { change } = useChangeSettings()
  const [, go] = useLocation()
  const [query, setQuery] = useState(startWith)
  const [typed] = useDebouncedValue(query.trim(), 120)
  const [recent, setRecent] = useRemembered<readonly Visited[]>('terakhir', [])
  const hotkeys = useHotkeyList()
  const found = useQuery(
    api.reports.find.queryOptions({
      input: { query: typed.slice(0, 100) },
      enabled: isOpen && !isBeforeSetUp && may(personRole, 'reports.find') && typed.length >= LONG_ENOUGH,
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
  )

  // a code that is known needs no list to choose from
  useScanner(async (code, beneath) => {
    if (isBeforeSetUp) return setQuery(code)
    if (isOverDesk && beneath) {
      onClose()
      return beneath(code)
    }
    const path = await pageOfCode(code).catch(() => null)
    if (path === null) return setQuery(code)
    onClose()
    setTimeout(() => go(path))
  }, isOpen)

  const visit = (place: Visited) => {
    setRecent([place, ...recent.filter(({ path }) => path !== place.path)].slice(0, RECENT))
    go(place.path)
  }
  const pageItems = pages.map(
    ({ path, label, icon: PageIcon }): PaletteItem => ({
      id: `page${path}`,
      icon: <PageIcon size={17} stroke={1.6} />,
      label,
      perform: () => visit({ label, path }),
    }),
  )
  const actItems = hotkeys
    .filter(({ layer, reach, keys }) => layer === 0 && ACTS.has(reach) && keys !== frameShortcuts.keyFindAnything.keys)
    .map(
      (hotkey): PaletteItem => ({
        id: `act-${hotkey.id}`,
        icon: <IconBolt size={17} stroke={1.6} />,
        label: hotkey.label,
        keys: hotkey.keys,
        perform: hotkey.perform,
      }),
    )
  const recentItems = recent.map(
    (place): PaletteItem => ({
      id: `recent${place.path}`,
      icon: <IconHistory size={17} stroke={1.6} />,
      label: place.label,
      ...(place.goods && { goods: place.goods }),
      perform: () => visit(place),
    }),
  )
  const isTyped = query.trim() !== ''
  const known = isTyped ? foundInDirectory(query, language) : []
  const directoryItems = known
    .filter(({ entry }) => !isBeforeSetUp || mayBeginBeforeSetUp(entry))
    .filter(({ entry }) => mayReach(personRole, entry))
    .filter(({ entry }) => !entry.needsHousehold || pages.some(({ path }) => path === entry.path))
    .map((hit): PaletteItem => {
      const { entry, label } = hit
      return {
        id: `directory-${entry.name}`,
        icon: <entry.icon size={17} stroke={1.6} />,
        label,
        detail: detailOf(hit, w),
        ...keysOf(label, hotkeys),
        perform: () => (entry.change ? change(entry.change) : entry.path && visit({ label, path: entry.path })),
      }
    })
  const named = new Set(directoryItems.map(({ label }) => label))
  const facts = isTyped && typed.length >= LONG_ENOUGH ? found.data : undefined
  const groups = [
    ...(isTyped ? [] : [{ title: w.searchRecent, items: recentItems }]),
    { title: w.searchPages, items: isTyped ? directoryItems : pageItems },
    { title: w.searchActs, items: bestMatches(actItems, query).filter(({ label }) => !named.has(label)) },
    // goods first: their names stand in orders too, while no order's number names any goods
    {
      title: w.searchStock,
      items: (facts?.variants ?? []).map(
        (variant): PaletteItem => ({
          id: variant.id,
          icon: <IconStack2 size={17} stroke={1.6} />,
          label: variant.label,
          goods: variant.goodsName,
          below: { facts: `${variant.sku} · ${w.searchAvailable(formatNumber(variant.available))}` },
          perform: () => visit({ label: variant.label, goods: variant.goodsName, path: `/stok/${variant.id}` }),
        }),
      ),
    },
    {
      title: w.searchOrders,
      items: (facts?.orders ?? []).map(
        (order): PaletteItem => ({
          id: order.id,
          icon: <ChannelTile channel={order.channel} />,
          label: order.number,
          detail: [order.buyer, states[order.state as keyof typeof states] ?? order.state].filter(Boolean).join(', '),
          below: {
            goods: order.goodsName,
            facts: [
              order.trackingNumber,
              order.placedAt === null ? '' : formatDay(businessDay(order.placedAt, zone), language),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          perform: () => visit({ label: order.number, path: `/pesanan/${order.id}` }),
        }),
      ),
    },
  ]
  const isBehind = query.trim().length >= LONG_ENOUGH && (query.trim() !== typed || found.isFetching)
  return (
    <Palette isOpen={isOpen} onClose={onClose} query={query} onQuery={setQuery} groups={groups} isBehind={isBehind} />
  )
}

/** By what it was found, else the page it is part of. */
function detailOf({ entry, label, foundBy }: DirectoryHit, w: (typeof appWords)['id']): string {
  const place = entry.path === undefined ? undefined : placeAt(entry.path.split('?')[0]!)
  const page = place && w[place.name]
  return [foundBy, page === label ? '' : page].filter(Boolean).join(' · ')
}

/** The key that does on this screen what the entry leads to. */
function keysOf(label: string, hotkeys: readonly Hotkey[]): Pick<PaletteItem, 'keys'> {
  const hotkey = hotkeys.find((each) => each.layer === 0 && each.label === label)
  return hotkey ? { keys: hotkey.keys } : {}
}

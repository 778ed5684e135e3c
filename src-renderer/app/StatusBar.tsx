import { Flex } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCloudOff,
  IconPlugConnectedX,
  IconShieldCheck,
  IconShieldX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { businessDay, formatDay, type Instant } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Status } from '../../src-shared/settings/settings.ts'
import { isDead, type Line, lineOf } from '../../src-shared/sync/line.ts'
import { consentEnd } from '../../src-shared/sync/sync.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { ToastStrip, useToast } from '../design/toast.tsx'
import classes from './StatusBar.module.css'

export interface StatusBarProps {
  /** Whether the core answers. Losing the internet is a state of its own, below. */
  isConnected: boolean
  isOnline: boolean
  shops: Status['shops']
  lastVerified: Status['lastVerified']
  /** How old the newest backup is. */
  backup?: ReactNode
  /** Work that outlives its page: a small ProgressWithNumbers. */
  work?: ReactNode
  /** What nobody knows yet of an act; it stands before all else. */
  doubt?: ReactNode
  onKeys: () => void
  /** A fixed moment instead of the clock, for the gallery. */
  now?: Instant
}

const SHOPS_SHOWN = 4

/**
 * 26 px: connection, age per shop, running work; at the right what is known to be safe, and F1. What was just done is said here, in
 * the place of shops and work.
 */
export function StatusBar(props: StatusBarProps) {
  const { isConnected, isOnline, shops, lastVerified, backup, work, doubt, onKeys, now } = props
  const w = useWords(appWords)
  const { language, zone } = useLocale()
  const clock = useNow()
  const { said } = useToast()
  const age = (at: Instant) => agoWords(at, now ?? clock, zone, language)
  const lines = shops
    .map((shop) => ({ shop, line: shop.isConnected ? lineOfShop(shop, now ?? clock) : ('well' as const) }))
    .toSorted((one, other) => weightOf(other.line) - weightOf(one.line))
  const dead = lines.filter(({ line }) => isDead(line)).length
  const late = lines.filter(({ line }) => line !== 'well').length - dead
  return (
    <footer className={classes.bar} data-not-printed data-speaks={said || doubt ? true : undefined}>
      <span role="status" className={classes.item}>
        {!isConnected && (
          <>
            <IconPlugConnectedX size={15} color="var(--lb-kunyit)" aria-hidden />
            <b style={{ color: 'var(--lb-kunyit)' }}>{w.coreAway}</b>
          </>
        )}
        {isConnected && isOnline && dead + late > 0 && (
          <>
            <IconAlertTriangle size={15} color={`var(--lb-${dead > 0 ? 'mengkudu' : 'kunyit'})`} aria-hidden />
            <b className={dead > 0 ? 'bad' : undefined}>
              {dead > 0 ? w.onlineDead(formatNumber(dead)) : w.onlineLate(formatNumber(late))}
            </b>
          </>
        )}
        {isConnected && isOnline && dead + late === 0 && (
          <>
            <IconCircleCheckFilled size={15} color="var(--lb-jolawe)" aria-hidden />
            <b className="good">Online</b>
          </>
        )}
        {isConnected && !isOnline && (
          <>
            <IconCloudOff size={15} aria-hidden />
            <b>{w.offline}</b>
          </>
        )}
      </span>
      {doubt}
      <ToastStrip />
      {!said && !doubt && (
        <>
          {lines.slice(0, SHOPS_SHOWN).map(({ shop }) => (
            <span key={shop.id} className={classes.item}>
              <ChannelTile channel={shop.channel} />
              <ShopLine shop={shop} now={now ?? clock} />
            </span>
          ))}
          {work && <span className={classes.item}>{work}</span>}
        </>
      )}
      <Flex component="span" gap={18} align="center" flex="none" ml="auto">
        {backup}
        {lastVerified && (
          <span
            className={lastVerified.ok ? classes.item : `bad strong ${classes.item}`}
            title={lastVerified.ok ? w.verifiedAt(age(lastVerified.at)) : undefined}
          >
            {lastVerified.ok ? <IconShieldCheck size={15} aria-hidden /> : <IconShieldX size={15} aria-hidden />}
            {lastVerified.ok ? w.verified : w.verifyFailed}
          </span>
        )}
        <button
          type="button"
          className={classes.keys}
          aria-keyshortcuts={ariaKeys(frameShortcuts.keyHelp.keys)}
          aria-haspopup="dialog"
          onClick={onKeys}
        >
          <Kbd keys={frameShortcuts.keyHelp.keys} />
          {w.keys}
        </button>
      </Flex>
    </footer>
  )
}

const lineOfShop = (shop: Status['shops'][number], now: Instant) =>
  lineOf({ ...shop, ordersUntil: shop.lastImportAt }, now)

/** Those that are not well stand first: of many shops only some are shown. */
const weightOf = (line: Line) => (isDead(line) ? 2 : line === 'well' ? 0 : 1)

/** How recent a shop is, or what stands in the way of its orders. */
function ShopLine({ shop, now }: { shop: Status['shops'][number]; now: Instant }) {
  const w = useWords(appWords)
  const { language, zone } = useLocale()
  const { name, isConnected, isBroken, consentUntil, lastImportAt } = shop
  const end = isConnected ? consentEnd(consentUntil, now) : 'far'
  if (isBroken || end !== 'far')
    return (
      <>
        <IconAlertTriangle
          size={15}
          color={`var(--lb-${isBroken || end !== 'week' ? 'mengkudu' : 'kunyit'})`}
          aria-hidden
        />
        <b className={isBroken || end !== 'week' ? 'bad cut' : 'cut'}>
          {isBroken
            ? w.connectionBroken(name)
            : end === 'over'
              ? w.consentOver(name)
              : w.consentEnds(name, formatDay(businessDay(consentUntil ?? now, zone), language))}
        </b>
      </>
    )
  const since =
    lastImportAt !== null ? agoWords(lastImportAt, now, zone, language) : isConnected ? w.neverSynced : w.neverImported
  if (isConnected && lineOfShop(shop, now) !== 'well')
    return (
      <>
        <IconAlertTriangle size={15} color="var(--lb-kunyit)" aria-hidden />
        <b className="cut">{w.importedAt(name, since)}</b>
      </>
    )
  return <span className="cut">{w.importedAt(name, since)}</span>
}

import { useMediaQuery, useNetwork } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me, PersonAtDoor } from '../../src-shared/access/access.ts'
import { roleWords } from '../../src-shared/access/access.words.ts'
import type { Role } from '../../src-shared/access/roles.ts'
import { may } from '../../src-shared/access/who-may.ts'
import { appWords } from '../../src-shared/app/app.words.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { accessShortcuts } from '../access/access.shortcuts.ts'
import { useLock, useLockWhenIdle } from '../access/use-lock.ts'
import { api } from '../base/api.ts'
import { useIsConnected } from '../base/changes.ts'
import { Page } from '../base/Page.tsx'
import { pageOfCode } from '../base/page-of-code.ts'
import { useRemembered } from '../base/remembered.ts'
import { tellDefect } from '../base/tell-defect.ts'
import { useChangeSettings } from '../base/use-settings.ts'
import { WorkInStatusBar } from '../channels/WorkInStatusBar.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { DefectBoundary } from '../design/DefectBoundary.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { hotkeyRegistry } from '../design/hotkeys/hotkey-registry.ts'
import { frameShortcuts, standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { scanner } from '../design/keyboard.ts'
import { useWords } from '../design/language.tsx'
import { useLateTrue } from '../design/useLateTrue.ts'
import { DoubtAfloat, DoubtInStatusBar, useAnswerDoubt } from './AnswerDoubt.tsx'
import { AppPalette } from './AppPalette.tsx'
import classes from './AppShell.module.css'
import { BackupInStatusBar } from './BackupInStatusBar.tsx'
import { ClockDoubt } from './ClockDoubt.tsx'
import { Frame } from './Frame.tsx'
import type { FrameEntry } from './frame-entry.ts'
import { KeyListDialog } from './KeyListDialog.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { homeOf, mayOpen, type PageName, PLACES, type Place, placeAt, sidebarPath } from './places.ts'
import { ROUTES } from './routes.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useWorkBehindFigures, WorkBar } from './WorkBar.tsx'

/** Under this width (125 % text on a 1366 px screen) the sidebar begins narrow everywhere. */
const NARROW = '(max-width: 1199px)'

/** The frame filled with the shop: entries and counts, who, status, palette, key list, and the page of the address. */
export function AppShell({ settings, me, person }: { settings: Settings; me: Me; person: PersonAtDoor }) {
  const roles = useWords(roleWords)
  const [location, go] = useLocation()
  const place = placeAt(location)
  const theirs = place && mayOpen(person.role, place) ? place : undefined
  const isNotTheirHome = location === '/' && !theirs
  useEffect(() => {
    if (isNotTheirHome) go(homeOf(person.role), { replace: true })
  }, [isNotTheirHome, person.role, go])
  const isNarrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false })
  const isCollapsedAtFirst = isNarrow || (place?.collapsedByDefault ?? false)
  const memory = `menu${isNarrow ? '.sempit' : ''}.${place?.path ?? '/'}`
  const [isCollapsed, setCollapsed] = useRemembered(memory, isCollapsedAtFirst)
  const [isKeyList, setKeyList] = useState(false)
  const [palette, setPalette] = useState({ isOpen: false, startWith: '', opening: 0 })
  const { change: changeSettings } = useChangeSettings()
  const isConnected = useIsConnected()
  const { online } = useNetwork()
  const status = useQuery(
    api.settings.status.queryOptions({ refetchInterval: 60_000, enabled: !place?.isFullWindow }),
  ).data
  const doubt = useAnswerDoubt()
  const work = useWorkBehindFigures(place?.name)
  const entries = useEntries(settings.keepsHousehold, person.role, !place?.isFullWindow)
  const lock = useLock()
  useLockWhenIdle(me.lockAfterMinutes, me.isGuarded, lock)
  useHotkey(accessShortcuts.lockScreen, lock, { reach: 'everywhere', inFields: true, enabled: me.isGuarded })

  useHotkey(frameShortcuts.keyHelp, () => setKeyList(true), { reach: 'everywhere', inFields: true })
  useHotkey(frameShortcuts.keyHelpToo, () => setKeyList(true), { reach: 'everywhere' })
  const openPalette = useCallback(
    (startWith: string) => setPalette(({ opening }) => ({ isOpen: true, startWith, opening: opening + 1 })),
    [],
  )
  const isDesk = place?.isFullWindow === true
  // no way out of a stop but the one it names: the parcel is in somebody's hands
  const openAtDesk = () => document.querySelector('[data-stop]') === null && openPalette('')
  useHotkey(frameShortcuts.keyFindAnything, openAtDesk, { reach: 'everywhere', inFields: true, enabled: isDesk })
  const openCode = useCallback(
    async (code: string) => {
      const path = await pageOfCode(code).catch(() => null)
      if (path) go(path)
      else openPalette(code)
    },
    [go, openPalette],
  )
  useEffect(() => {
    scanner.setFallback((code) => void openCode(code))
    return () => scanner.setFallback(null)
  }, [openCode])

  const page = (
    <>
      <ClockDoubt />
      {work && <WorkBar work={work} />}
      <RoutePage place={theirs} location={location} onHome={() => go('/')} />
    </>
  )
  return (
    <>
      {place?.isFullWindow ? (
        <div className={classes.whole}>
          <DoubtAfloat />
          {page}
        </div>
      ) : (
        <Frame
          entries={entries}
          current={sidebarPath(place)}
          location={location}
          onGo={go}
          isCollapsed={isCollapsed}
          onCollapse={setCollapsed}
          onSearch={() => openPalette('')}
          isPractice={settings.isPractice}
          person={
            <PersonMenu
              name={person.name}
              role={roles[person.role]}
              {...(me.isGuarded ? { onLock: lock } : {})}
              mayChange={may(person.role, 'settings.change')}
              language={settings.language}
              onLanguage={(language) => changeSettings({ language })}
              scheme={settings.scheme}
              onScheme={(scheme) => changeSettings({ scheme })}
            />
          }
          statusBar={
            <StatusBar
              isConnected={isConnected}
              isOnline={online}
              shops={status?.shops ?? []}
              lastVerified={status?.lastVerified ?? null}
              backup={<BackupInStatusBar />}
              work={<WorkInStatusBar isSaidAbove={work !== null} />}
              doubt={doubt && <DoubtInStatusBar {...doubt} />}
              onKeys={() => setKeyList(true)}
            />
          }
        >
          {page}
        </Frame>
      )}
      <KeyListDialog isOpen={isKeyList} onClose={() => setKeyList(false)} />
      <AppPalette
        {...palette}
        onClose={() => setPalette((open) => ({ ...open, isOpen: false }))}
        pages={entries}
        personRole={person.role}
        isOverDesk={isDesk}
      />
    </>
  )
}

/** Sidebar entries with what waits behind them; where no sidebar is, nobody counts. */
function useEntries(keepsHousehold: boolean, role: Role, isShown: boolean): FrameEntry[] {
  const w = useWords(appWords)
  const today = useQuery(api.reports.today.queryOptions({ enabled: isShown && may(role, 'reports.today') })).data
  return PLACES.flatMap((place) => {
    if (place.group === null || (place.name === 'household' && !keepsHousehold) || !mayOpen(role, place)) return []
    const counts: Partial<Record<PageName, number>> = {
      orders: today?.toShip.orders,
      returns: today?.returns.orders,
      stock: today?.stock.shortSkus,
      shops: today?.unmapped.listings,
    }
    return [
      {
        path: place.path,
        label: w[place.name],
        icon: place.icon,
        group: place.group,
        count: counts[place.name],
        isBad: place.name === 'stock',
      },
    ]
  })
}

/** The page of an address; a broken one leaves the frame standing. */
function RoutePage({ place, location, onHome }: { place: Place | undefined; location: string; onHome: () => void }) {
  const w = useWords(appWords)
  if (!place) {
    return (
      <Page title="Lumbung">
        <EmptyState
          action={<ActionButton label={w.toHome} kind="primary" shortcut={standingShortcuts.main} onAct={onHome} />}
        >
          {w.unknownPage}
        </EmptyState>
      </Page>
    )
  }
  const Shown = ROUTES[place.name]
  return (
    <DefectBoundary
      onDefect={tellDefect}
      resetKey={location}
      frame={(notice) => <Page title={w[place.name]}>{notice}</Page>}
    >
      <Suspense fallback={<PageOnItsWay title={w[place.name]} />}>
        <Shown />
      </Suspense>
    </DefectBoundary>
  )
}

function PageOnItsWay({ title }: { title: string }) {
  const w = useWords(appWords)
  const isLate = useLateTrue(true)
  useEffect(() => hotkeyRegistry.whileComing(() => true), [])
  return <Page title={title}>{isLate && <p role="status">{w.loadingPage}</p>}</Page>
}

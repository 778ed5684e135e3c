import { Box, Flex, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Router } from 'wouter'
import { appWords } from '../../src-shared/app/app.words.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { LockScreen } from '../access/LockScreen.tsx'
import { useBadges } from '../access/use-badges.ts'
import { useLock } from '../access/use-lock.ts'
import { api, client } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { followChanges } from '../base/changes.ts'
import { tabsOfBrowser } from '../base/one-stream.ts'
import { troubleOf } from '../base/refusal-sentence.ts'
import { recall, remember } from '../base/remembered.ts'
import { tellDefect } from '../base/tell-defect.ts'
import { useUnfinishedNews } from '../base/unfinished-news.ts'
import { useAddress } from '../base/use-address.ts'
import { useMe } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { DefectBoundary } from '../design/DefectBoundary.tsx'
import { DesignProvider } from '../design/DesignProvider.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { hotkeyRegistry } from '../design/hotkeys/hotkey-registry.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { followScanner } from '../design/keyboard.ts'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { setSoundVolume } from '../design/sounds/sounds.ts'
import { tokens } from '../design/theme.ts'
import { useLateTrue } from '../design/useLateTrue.ts'
import { DoubtAfloat } from './AnswerDoubt.tsx'
import { AppShell } from './AppShell.tsx'
import { AskUnusualTotals } from './AskUnusualTotals.tsx'
import { FirstRunPalette } from './FirstRunPalette.tsx'
import { FollowPracticeClock } from './FollowPracticeClock.tsx'
import { fetched } from './fetched.ts'
import { PracticeFrame } from './PracticeFrame.tsx'

const RescuePage = lazy(() =>
  fetched(() => import('../backup/RescuePage.tsx')).then(({ RescuePage }) => ({ default: RescuePage })),
)
const StartLockPage = lazy(() =>
  fetched(() => import('../backup/StartLockPage.tsx')).then(({ StartLockPage }) => ({ default: StartLockPage })),
)
const FirstRunPage = lazy(() =>
  fetched(() => import('../settings/FirstRunPage.tsx')).then(({ FirstRunPage }) => ({ default: FirstRunPage })),
)

/** The window: questions to the core, the shop's language and clock, then the frame or the first-run questions. */
export function App({ queries }: { queries: QueryClient }) {
  useEffect(() => {
    const leaving = new AbortController()
    const watch = (signal: AbortSignal) => client.changes.watch(undefined, { signal })
    // the desktop app has a line for each window; tabs of a browser share their few connections
    void followChanges(watch, queries, leaving.signal, desktop() ? null : tabsOfBrowser())
    return () => leaving.abort()
  }, [queries])
  // a key pressed while its panel or page is still being asked for waits for it
  useEffect(
    () =>
      hotkeyRegistry.whileComing(() => queries.isFetching({ predicate: ({ state }) => state.data === undefined }) > 0),
    [queries],
  )
  return (
    <QueryClientProvider client={queries}>
      <Router hook={useAddress} hrefs={(href) => `#${href}`}>
        <ShopWindow />
      </Router>
    </QueryClientProvider>
  )
}

function ShopWindow() {
  const { data: settings, error, refetch } = useQuery(api.settings.get.queryOptions())
  const language = settings?.language ?? recall<Language>('bahasa', 'id')
  useEffect(() => {
    if (!settings) return
    remember('bahasa', settings.language)
    setSoundVolume(settings.soundVolume)
    followScanner(settings.scanner)
  }, [settings])
  return (
    <DesignProvider language={language} zone={settings?.zone ?? 'WIB'}>
      <AskUnusualTotals />
      {settings ? (
        <PracticeFrame isPractice={settings.isPractice}>
          {settings.isPractice && settings.isSetUp && <FollowPracticeClock />}
          <FollowLook scheme={settings.scheme} language={settings.language} />
          <DefectBoundary onDefect={tellDefect}>
            {settings.isSetUp ? (
              <GuardedShop settings={settings} />
            ) : (
              <Suspense>
                <Beginning shopName={settings.businessName} />
              </Suspense>
            )}
          </DefectBoundary>
        </PracticeFrame>
      ) : (
        <Opening error={error} onRetry={() => void refetch()} />
      )}
    </DesignProvider>
  )
}

/** A shop that nobody set up yet: a new one, or one that stands in for a shop that cannot be opened. */
function Beginning({ shopName }: { shopName: string }) {
  const { data: status } = useQuery(api.settings.status.queryOptions())
  if (!status) return null
  if (status.rescue?.code === 'START_PASSPHRASE_NEEDED') return <StartLockPage shopName={shopName} />
  if (status.rescue) return <RescuePage rescue={status.rescue} />
  return (
    <>
      <DoubtAfloat />
      <FirstRunPage />
      <FirstRunPalette />
    </>
  )
}

/** The shop of whoever sits here; nothing of it is drawn while the screen is locked. */
function GuardedShop({ settings }: { settings: Settings }) {
  const me = useMe()
  const [badge, setBadge] = useState<string | null>(null)
  // a badge whose lock failed must not sign its owner in when somebody locks the screen later
  const forgetBadge = useCallback(() => setBadge(null), [])
  const lock = useLock(forgetBadge)
  const takeBadge = useCallback(
    (scanned: string) => {
      setBadge(scanned)
      lock()
    },
    [lock],
  )
  useBadges(me?.isGuarded === true && me.person !== null, takeBadge)
  if (!me) return null
  return me.person ? (
    <AppShell settings={settings} me={me} person={me.person} />
  ) : (
    <LockScreen me={me} shopName={settings.businessName} badge={badge} onBadgeTried={forgetBadge} />
  )
}

/** The shop's own choice of light or dark decides; the desktop's title bar and menu wear the same. */
function FollowLook({ scheme, language }: Pick<Settings, 'scheme' | 'language'>) {
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  useEffect(() => {
    const at = shown === 'dark' ? 1 : 0
    void desktop()?.setLook({ language, titleBar: tokens.mori[at], symbols: tokens.tinta[at] })
  }, [shown, language])
  return null
}

/** The moment before the core's first answer, and what is said when it does not come. */
function Opening({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const w = useWords(appWords)
  const isLate = useLateTrue(true)
  const unfinished = useUnfinishedNews()
  return (
    <Flex component="main" direction="column" align="center" justify="center" gap={20} h="100dvh" p={24} c="dimmed">
      <Box component="span" c="var(--lb-nila-teks)">
        <LumbungMark size={48} />
      </Box>
      {error ? (
        <Box maw={720}>
          <OpeningTrouble error={error} onRetry={onRetry} />
        </Box>
      ) : unfinished ? (
        <Box w={480} maw="100%">
          <ProgressWithNumbers label={w.finishing(unfinished.about)} done={unfinished.done} total={unfinished.total} />
        </Box>
      ) : (
        isLate && <p role="status">{w.starting}</p>
      )}
    </Flex>
  )
}

function OpeningTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const w = useWords(appWords)
  const trouble = troubleOf(error, recall<Language>('bahasa', 'id'))
  return (
    <ErrorNotice
      kind={trouble.kind === 'defect' ? 'fault' : 'refusal'}
      happened={w.startTrouble}
      next={trouble.sentence}
      actions={<ActionButton label={w.tryAgain} kind="primary" shortcut={standingShortcuts.main} onAct={onRetry} />}
    />
  )
}

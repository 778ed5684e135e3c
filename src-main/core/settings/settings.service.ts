import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import type { ClockReading } from '../../../src-shared/settings/laptop-clock.ts'
import type {
  PracticeProgress,
  Settings,
  SettingsChange,
  SetUp,
  Status,
} from '../../../src-shared/settings/settings.ts'
import { duringAct } from '../database/act.ts'
import { type Doors, EVERY_ROOM, type Reader, type Tx } from '../database/open.ts'
import { withProgress } from '../with-progress.ts'
import {
  forgetSettings,
  OF_THE_LAPTOP,
  OF_THE_PERSON,
  ordersKnown,
  recall,
  remember,
  saveSettings,
  settingsOf,
  shopsWithLastImport,
} from './settings.repository.ts'

/** What only the host can do about Toko Latihan. */
export interface Practice {
  /** Fills this (practice) shop with the sample shop. */
  fill(onProgress: (done: number, total: number) => void): Promise<void>
  /** Opens the practice shop beside this one and says where; null where a window opens by itself. */
  start(): Promise<string | null>
}

export interface HostFacts {
  version: string
  host: Status['host']
  dataFolder: string
  isPractice: boolean
  /** The shop that this is in place of, because it cannot be opened. */
  rescue?: NonNullable<Status['rescue']>
  /** The shop that this is a copy of, to be looked at only: its keys are used and its witnesses asked, and nothing is put beside it. */
  copyOf?: { file: string; at: Instant }
}

/** Under this name the settings remember where the shop lies that was here before. */
const KEPT_BEFORE = 'keptBeforeEmptying'
/** Under this name Toko Latihan remembers, until it is full, that it is being filled. */
const FILLING = 'practiceFilling'

interface SettingsNeeds extends Pick<Doors, 'read' | 'write' | 'clock'> {
  settleEverything: () => Promise<unknown>
  /** Keeps a proven copy, then takes every row out; answers where the copy lies. @throws WORK_UNDER_WAY */
  emptyShop: (tx: Tx) => Promise<string>
  /** Takes every row out of a Toko Latihan that was cut off while it was filled. */
  emptyPractice: (tx: Tx) => Promise<void>
  /** Moves the start day and settles everything; ends when that has ended. */
  beginBooksOn: (day: BusinessDay) => Promise<{ from: BusinessDay; to: BusinessDay; wasStopped: boolean }>
  now: () => Instant
  host: HostFacts
  practice: Practice
}

export const createSettings = ({
  read,
  write,
  clock,
  now,
  host,
  practice,
  settleEverything,
  beginBooksOn,
  emptyShop,
  emptyPractice,
}: SettingsNeeds) => {
  const shown = async (reader: Reader): Promise<Settings> => {
    const settings = await settingsOf(reader)
    // while Toko Latihan is filled it has answers already, but is not a shop to walk into yet
    const isFilling = host.isPractice && (await recall<boolean>(reader, FILLING)) === true
    return { ...settings, isSetUp: settings.isSetUp && !isFilling, isPractice: host.isPractice }
  }

  let filling: Promise<void> | null = null
  const watching = new Set<Parameters<Practice['fill']>[0]>()
  /** Half a sample shop helps nobody: one that was cut off begins again, and it goes on when the window goes away. */
  async function fill(): Promise<void> {
    await write([...EVERY_ROOM], async (tx) => {
      if ((await recall<boolean>(tx, FILLING)) === true) {
        await emptyPractice(tx)
        await forgetSettings(tx, [...OF_THE_PERSON, ...OF_THE_LAPTOP])
      } else if ((await settingsOf(tx)).isSetUp) throw new DomainError('ALREADY_SET_UP')
      await remember(tx, FILLING, true)
    })
    await practice.fill((done, total) => {
      for (const tell of watching) tell(done, total)
    })
    await write(['settings'], (tx) => remember(tx, FILLING, false))
  }

  return {
    get: () => shown(read),

    setUp: (answers: SetUp): Promise<Settings> =>
      write(['settings'], async (tx) => {
        if ((await settingsOf(tx)).isSetUp) throw new DomainError('ALREADY_SET_UP')
        await saveSettings(tx, { ...answers, isSetUp: true })
        return shown(tx)
      }),

    /** Another zone moves days, and a book for the household adds entries: everything is settled again. */
    async change(change: SettingsChange): Promise<Settings> {
      const { mustSettle, settings } = await write(['settings'], async (tx) => {
        const before = await settingsOf(tx)
        await saveSettings(tx, change)
        const after = await settingsOf(tx)
        const mustSettle = before.zone !== after.zone || (after.keepsHousehold && !before.keepsHousehold)
        return { mustSettle, settings: await shown(tx) }
      })
      if (mustSettle) await settleEverything()
      return settings
    },

    async changeStartDay(startDay: BusinessDay): Promise<{ startDay: BusinessDay; wasStopped: boolean }> {
      const { from, to, wasStopped } = await beginBooksOn(startDay)
      return { startDay: wasStopped ? from : to, wasStopped }
    },

    beginAgain: (businessName: string): Promise<{ kept: string }> =>
      write([...EVERY_ROOM], async (tx) => {
        const settings = await settingsOf(tx)
        if (!settings.isSetUp) throw new DomainError('NOT_SET_UP')
        if (businessName.trim() !== settings.businessName)
          throw new DomainError('SHOP_NAME_DIFFERS', { businessName: settings.businessName })
        const kept = await emptyShop(tx)
        await forgetSettings(tx, [...OF_THE_PERSON, ...OF_THE_LAPTOP])
        await remember(tx, KEPT_BEFORE, kept)
        return { kept }
      }),

    clock: async (): Promise<ClockReading> => clock.read(),

    /** The clock is right although it jumped; until it jumps again nothing is asked. */
    async confirmClock(): Promise<ClockReading> {
      await clock.trust()
      return clock.read()
    },

    startPractice: async () => ({ url: await practice.start() }),

    async *fillPractice(): AsyncGenerator<PracticeProgress> {
      if (!host.isPractice) throw new DomainError('NOT_PRACTICE')
      if ((await shown(read)).isSetUp) throw new DomainError('ALREADY_SET_UP')
      yield* withProgress(undefined, async (onProgress) => {
        watching.add(onProgress)
        // many acts, none of them the one that asked for all of them
        filling ??= duringAct(null, fill).finally(() => {
          filling = null
        })
        await filling.finally(() => watching.delete(onProgress))
        return { orders: await ordersKnown(read) }
      })
    },

    async status(): Promise<Status> {
      return {
        ...host,
        rescue: host.rescue ?? null,
        now: now(),
        isSettlingUnfinished: (await recall<boolean>(read, 'settlingUnfinished')) ?? false,
        keptBeforeEmptying: await recall<string>(read, KEPT_BEFORE),
        lastVerified: asLastVerified(await recall<VerifierReport>(read, 'lastReport')),
        shops: await shopsWithLastImport(read),
      }
    },
  }
}
/** Without what was found: that tells of money. */
const asLastVerified = (report: VerifierReport | null): Status['lastVerified'] =>
  report && {
    at: report.at,
    ok: report.ok,
    differing: report.findings.filter(({ ok }) => !ok).map(({ check }) => check),
  }

export type SettingsService = ReturnType<typeof createSettings>

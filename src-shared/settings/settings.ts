import { z } from 'zod'
import { BusinessDay, Instant, Zone } from '../kernel/business-day.ts'
import { PlainText } from '../kernel/page.ts'

export const LabelSize = z.enum(['A6', '100x150', '78x100', 'A4x4'])
export type LabelSize = z.infer<typeof LabelSize>

/** What can be learned of a scanner; slower than that it cannot be told from a hand. Milliseconds. */
export const SLOWEST_SCANNER = { gapMs: 80, endWaitMs: 1_000 } as const

/** How the shop's scanner types a code, as it was heard once. */
export const ScannerProfile = z.object({
  /** The key after the code. */
  end: z.enum(['Enter', 'Tab', 'none']),
  /** Longest pause between two characters, in milliseconds. */
  gapMs: z.number().int().min(0).max(SLOWEST_SCANNER.gapMs),
  /** Pause before the key after the code, in milliseconds. */
  endWaitMs: z.number().int().min(0).max(SLOWEST_SCANNER.endWaitMs),
})
export type ScannerProfile = z.infer<typeof ScannerProfile>

/** Whether goods may be ticked at the pack desk without a scan: at once, after a second look, or not at all. */
export const TickByHand = z.enum(['at once', 'asked twice', 'never'])
export type TickByHand = z.infer<typeof TickByHand>

/** How accounts and lines of the statements are called: in the words of a shop, or in those of SAK EMKM. */
export const AccountingTerms = z.enum(['everyday', 'standard'])
export type AccountingTerms = z.infer<typeof AccountingTerms>

/** Everything the owner decides once. Asked in at most five questions at first run, changeable later. */
export const Settings = z.object({
  isSetUp: z.boolean(),
  /** True in Toko Latihan: a file of its own, framed on screen, never mixed with the real shop. */
  isPractice: z.boolean(),
  businessName: PlainText(120),
  city: PlainText(80),
  ownerName: PlainText(80),
  zone: Zone,
  /** Documents finished before this day are history: kept and counted in sales, without effects on stock and books. */
  startDay: BusinessDay,
  /** Whether the household keeps a book of its own; without it only the shop's side of each pair is written. */
  keepsHousehold: z.boolean(),
  partnerName: PlainText(80),
  phone: PlainText(30),
  address: PlainText(500),
  businessNumber: PlainText(40),
  language: z.enum(['id', 'en']),
  accountingTerms: AccountingTerms,
  scheme: z.enum(['light', 'dark', 'auto']),
  labelSize: LabelSize,
  /** Days in which goods that come back should be here and looked at. */
  returnDays: z.number().int().min(1).max(90),
  soundVolume: z.number().int().min(0).max(100),
  /** Whether each verdict of the pack desk fills the screen for a moment, for a desk that cannot hear it. */
  verdictFlash: z.boolean(),
  tickByHand: TickByHand,
  /** Whether the last right scan closes the parcel, and the next label opens the next one. */
  closesByLastScan: z.boolean(),
  /** Null: a scanner as most are, which needs no learning. */
  scanner: ScannerProfile.nullable(),
})
export type Settings = z.infer<typeof Settings>

export const SettingsChange = Settings.omit({ isSetUp: true, isPractice: true, startDay: true }).partial()
export type SettingsChange = z.infer<typeof SettingsChange>

export const SetUp = Settings.pick({
  businessName: true,
  city: true,
  ownerName: true,
  zone: true,
  startDay: true,
  keepsHousehold: true,
  partnerName: true,
}).extend({ businessName: PlainText(120).pipe(z.string().min(1)), ownerName: PlainText(80).pipe(z.string().min(1)) })
export type SetUp = z.infer<typeof SetUp>

/** What the status bar shows. */
export const Status = z.object({
  version: z.string(),
  now: Instant,
  host: z.enum(['electron', 'browser', 'process']),
  dataFolder: z.string(),
  isPractice: z.boolean(),
  /** The shop that this empty one stands in for, and why that cannot be opened; null where nothing is wrong. */
  rescue: z
    .object({ file: z.string(), code: z.string(), sentence: z.object({ id: z.string(), en: z.string() }) })
    .nullable(),
  /** Samakan ulang was begun and did not end. */
  isSettlingUnfinished: z.boolean(),
  /** Where the shop lies that was here before this one was begun again; null where none was. */
  keptBeforeEmptying: z.string().nullable(),
  /** When ledgers were last compared with their sums, and whether everything agreed, and which checks did not; null before the first time. */
  lastVerified: z.object({ at: Instant, ok: z.boolean(), differing: z.array(z.string()) }).nullable(),
  /** When the newest file was taken in, per shop; of one that is connected, until when all its orders are here. */
  shops: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      channel: z.enum(['shopee', 'tiktok', 'other', 'own']),
      isConnected: z.boolean(),
      /** Its connection broke off, and only its owner can mend that. */
      isBroken: z.boolean(),
      /** The last try to fetch its orders failed. */
      isFailing: z.boolean(),
      /** Until when its owner agreed that orders are fetched; null where the channel names no end. */
      consentUntil: Instant.nullable(),
      lastImportAt: Instant.nullable(),
    }),
  ),
})
export type Status = z.infer<typeof Status>

/** Months of the sample shop that stand, then how many orders it holds. */
export const PracticeProgress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('result'), outcome: z.object({ orders: z.number().int() }) }),
])
export type PracticeProgress = z.infer<typeof PracticeProgress>

import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { inventoryRefusals } from '../inventory/inventory.refusals.ts'
import { ToldDefect } from '../kernel/defect.ts'
import { pick } from '../kernel/refusal.ts'
import { ClockReading } from './laptop-clock.ts'
import { settingsRefusals } from './settings.refusals.ts'
import { PracticeProgress, Settings, SettingsChange, SetUp, Status } from './settings.ts'

export const settingsContract = {
  get: oc.route({ method: 'GET', path: '/settings' }).output(Settings),
  status: oc.route({ method: 'GET', path: '/status' }).output(Status),
  /** Whether the laptop's clock can be believed, beside the last act. */
  clock: oc.route({ method: 'GET', path: '/clock' }).output(ClockReading),
  /** "The clock is right": what was refused with CLOCK_DOUBTFUL may be done again. */
  confirmClock: oc.route({ method: 'POST', path: '/clock' }).output(ClockReading),
  /** Something broke in a window: it is written to `lumbung.log` beside what broke in the core. */
  noteDefect: oc
    .route({ method: 'POST', path: '/defects' })
    .input(ToldDefect)
    .output(z.object({ code: z.string() })),
  setUp: oc
    .route({ method: 'POST', path: '/settings' })
    .input(SetUp)
    .output(Settings)
    .errors(pick(settingsRefusals, 'ALREADY_SET_UP')),
  change: oc.route({ method: 'PATCH', path: '/settings' }).input(SettingsChange).output(Settings),
  /**
   * Moves the day on which the books begin, and settles every document anew (`work`, "start day"). Asked again it goes on where it
   * is. `wasStopped`: Batal came, and the books begin where they began.
   */
  changeStartDay: oc
    .route({ method: 'POST', path: '/settings/start-day' })
    .input(z.object({ startDay: Settings.shape.startDay }))
    .output(z.object({ startDay: Settings.shape.startDay, wasStopped: z.boolean() }))
    .errors({
      ...pick(settingsRefusals, 'START_DAY_BOOKS_CLOSED', 'START_DAY_AFTER_RECORDS'),
      ...pick(inventoryRefusals, 'DAY_IN_FUTURE'),
    }),
  /**
   * Empties the shop, so that it can be begun again: all or nothing, after a proven copy was kept beside it. Settings of the person
   * and the desk stay. `businessName`: the shop's name as the person typed it.
   */
  beginAgain: oc
    .route({ method: 'POST', path: '/settings/begin-again' })
    .input(z.object({ businessName: z.string().max(200) }))
    .output(z.object({ kept: z.string() }))
    .errors(pick(settingsRefusals, 'NOT_SET_UP', 'SHOP_NAME_DIFFERS', 'WORK_UNDER_WAY')),
  /** Toko Latihan beside the real shop: its address in a browser; null where the desktop app opens a window of its own. */
  startPractice: oc.route({ method: 'POST', path: '/practice' }).output(z.object({ url: z.string().nullable() })),
  /** Fills an empty Toko Latihan with the sample shop, month by month. */
  fillPractice: oc
    .route({ method: 'POST', path: '/practice/fill' })
    .output(eventIterator(PracticeProgress))
    .errors(pick(settingsRefusals, 'ALREADY_SET_UP', 'NOT_PRACTICE')),
}

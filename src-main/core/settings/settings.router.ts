import { api } from '../api.ts'
import type { SettingsService } from './settings.service.ts'

export const settingsRouter = (settings: SettingsService) => ({
  get: api.settings.get.handler(() => settings.get()),
  status: api.settings.status.handler(() => settings.status()),
  clock: api.settings.clock.handler(() => settings.clock()),
  confirmClock: api.settings.confirmClock.handler(() => settings.confirmClock()),
  startPractice: api.settings.startPractice.handler(() => settings.startPractice()),
  fillPractice: api.settings.fillPractice.handler(() => settings.fillPractice()),
  noteDefect: api.settings.noteDefect.handler(({ input, context }) => {
    context.noteDefect?.({ code: input.code, details: `${input.details}\n(told by a window)` })
    return { code: input.code }
  }),
  setUp: api.settings.setUp.handler(({ input }) => settings.setUp(input)),
  change: api.settings.change.handler(({ input }) => settings.change(input)),
  beginAgain: api.settings.beginAgain.handler(({ input }) => settings.beginAgain(input.businessName)),
  changeStartDay: api.settings.changeStartDay.handler(({ input }) => settings.changeStartDay(input.startDay)),
})

import { api } from '../api.ts'
import type { PayoutsService } from './payouts.service.ts'

export const payoutsRouter = (payouts: PayoutsService) => ({
  overview: api.payouts.overview.handler(() => payouts.overview()),
  lines: api.payouts.lines.handler(({ input }) => payouts.lines(input)),
  expected: api.payouts.expected.handler(({ input }) => payouts.expected(input)),
  next: api.payouts.next.handler(() => payouts.next()),
  checks: api.payouts.checks.handler(() => payouts.checks()),
  exportFile: api.payouts.exportFile.handler(({ input }) => payouts.exportFile(input)),
  answer: api.payouts.answer.handler(({ input }) => payouts.answer(input)),
  takeAnswerBack: api.payouts.takeAnswerBack.handler(({ input }) => payouts.takeAnswerBack(input.lineId)),
})

import { api } from '../api.ts'
import type { ReportsService } from './reports.service.ts'

export const reportsRouter = (reports: ReportsService) => ({
  firstSteps: api.reports.firstSteps.handler(() => reports.firstSteps()),
  today: api.reports.today.handler(() => reports.today()),
  salesByDay: api.reports.salesByDay.handler(({ input }) => reports.salesByDay(input.from, input.to)),
  beforeClosing: api.reports.beforeClosing.handler(({ input }) => reports.beforeClosing(input.month)),
  sellers: api.reports.sellers.handler(({ input }) => reports.sellers(input.month)),
  find: api.reports.find.handler(({ input }) => reports.find(input.query)),
})

import { api } from '../api.ts'
import type { ReportsService } from './reports.service.ts'

export const reportsRouter = (reports: ReportsService) => ({
  today: api.reports.today.handler(() => reports.today()),
  salesByDay: api.reports.salesByDay.handler(({ input }) => reports.salesByDay(input.from, input.to)),
  find: api.reports.find.handler(({ input }) => reports.find(input.query)),
})

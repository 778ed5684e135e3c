import type { QueryClient } from '@tanstack/react-query'
import { api } from '../base/api.ts'
import { clockNow } from '../design/clock.ts'
import { salesChartDays } from '../home/sales-chart-days.ts'
import { placeAt } from './places.ts'
import { PAGES } from './routes.tsx'

/**
 * Asks what the frame and the page of this address will ask, all at once and before anything is drawn: each would else wait
 * for the one around it. The page's own code is fetched meanwhile.
 */
export function askFirst(queries: QueryClient, location: string): void {
  const place = placeAt(location)
  const settings = queries.fetchQuery(api.settings.get.queryOptions())
  void queries.prefetchQuery(api.settings.clock.queryOptions())
  if (!place?.isFullWindow) {
    void queries.prefetchQuery(api.reports.today.queryOptions())
    void queries.prefetchQuery(api.settings.status.queryOptions())
  }
  if (place?.name === 'home') {
    void queries.prefetchQuery(api.orders.tabs.queryOptions())
    const sales = settings.then(({ zone }) => {
      const days = salesChartDays(clockNow(), zone)
      return queries.prefetchQuery(api.reports.salesByDay.queryOptions({ input: { from: days[0]!, to: days.at(-1)! } }))
    })
    sales.catch(ASKED_AGAIN)
  }
  settings.catch(ASKED_AGAIN)
  if (place) PAGES[place.name]().catch(ASKED_AGAIN)
}

/** What fails here is asked again by whoever needs it, and said there. */
const ASKED_AGAIN = () => {}

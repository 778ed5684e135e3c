import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { api } from '../base/api.ts'
import { BeforeBooks } from '../base/BeforeBooks.tsx'
import { FirstStepsLine } from '../base/FirstSteps.tsx'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMe } from '../base/use-me.ts'
import { useSettings } from '../base/use-settings.ts'
import { useNow } from '../design/clock.ts'
import { useWords } from '../design/language.tsx'
import { EmptyHome } from './EmptyHome.tsx'
import { greeting } from './greeting.ts'
import { HeldMoney } from './HeldMoney.tsx'
import { ProfitOfDay } from './ProfitOfDay.tsx'
import { SafetyCard } from './SafetyCard.tsx'
import { SalesChart } from './SalesChart.tsx'
import { WorkList } from './WorkList.tsx'

/** Beranda: eight questions answered without a click, each with the one act that follows from it. */
export function HomePage() {
  const w = useWords(homeWords)
  const settings = useSettings()
  const person = useMe()?.person
  const now = useNow()
  const today = useQuery(api.reports.today.queryOptions())
  const tabs = useQuery(api.orders.tabs.queryOptions())
  const name = person?.role === 'owner' ? settings?.ownerName : person?.name
  const title = settings && name ? greeting(w, name, now, settings.zone) : ''
  const isEmpty = tabs.data?.length === 0
  return (
    <Page title={title}>
      <RefusalNotice error={today.error} onRetry={() => today.refetch()} />
      {tabs.data && <FirstStepsLine key={String(isEmpty)} isOpenAtFirst={tabs.data.length === 0} />}
      <BeforeBooks />
      {isEmpty && <EmptyHome />}
      {!isEmpty && today.data && (
        <div className="halves fills-down" style={{ '--halves': 'minmax(0, 1fr) 346px' }}>
          <Stack gap={12} miw={0}>
            <WorkList today={today.data} />
            <SalesChart />
          </Stack>
          <Stack gap={12} miw={0}>
            <ProfitOfDay yesterday={today.data.yesterday} soFar={today.data.soFar} now={now} />
            <HeldMoney held={today.data.held} cash={today.data.cash} />
            <SafetyCard />
          </Stack>
        </div>
      )}
    </Page>
  )
}

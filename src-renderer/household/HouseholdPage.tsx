import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { businessDay, formatMonth, Month, monthOf } from '../../src-shared/kernel/business-day.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useSettings } from '../base/use-settings.ts'
import { useNow } from '../design/clock.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Envelopes } from './Envelopes.tsx'
import { HouseholdOff } from './HouseholdOff.tsx'
import { HouseholdRecords } from './HouseholdRecords.tsx'
import classes from './household.module.css'
import { OwedCard } from './OwedCard.tsx'
import { QuickSpending } from './QuickSpending.tsx'
import { SafeDrawCard } from './SafeDrawCard.tsx'

/** Uang Rumah Tangga: how much may be taken, where it goes, who owes whom. */
export function HouseholdPage() {
  const w = useWords(householdWords)
  const { language, zone } = useLocale()
  const settings = useSettings()
  const today = businessDay(useNow(), zone)
  const asked = Month.safeParse(new URLSearchParams(useSearch()).get('month'))
  const month = asked.success ? asked.data : monthOf(today)
  const keepsHousehold = settings?.keepsHousehold === true
  const facts = useQuery(api.household.month.queryOptions({ input: { month }, enabled: keepsHousehold }))
  const accounts = useQuery(api.ledger.accounts.queryOptions({ enabled: keepsHousehold })).data ?? []
  if (settings && !keepsHousehold) {
    return (
      <Page title={w.title}>
        <HouseholdOff />
      </Page>
    )
  }
  return (
    <Page title={w.title} quietLine={formatMonth(month, language)} layout="flush">
      <div className={classes.page}>
        <RefusalNotice error={facts.error} onRetry={() => facts.refetch()} />
        {facts.data && accounts.length > 0 && (
          <>
            <SafeDrawCard facts={facts.data} accounts={accounts} today={today} />
            <Envelopes facts={facts.data} />
            <div className={classes.right}>
              <QuickSpending accounts={accounts} today={today} />
              <OwedCard facts={facts.data} accounts={accounts} today={today} />
              <HouseholdRecords month={month} accounts={accounts} />
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

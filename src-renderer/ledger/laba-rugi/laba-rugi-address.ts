import { useLocation, useSearch } from 'wouter'
import {
  type BusinessDay,
  firstOfMonth,
  isBusinessDay,
  lastOfMonth,
  type Month,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'

export interface LabaRugiAddress {
  from: BusinessDay
  to: BusinessDay
  compareFrom: BusinessDay | null
  compareTo: BusinessDay | null
  open: readonly string[]
}

/** The period asked for; without one, the newest month in which there is something to read: this one so far, or a whole one. */
export function readLabaRugiAddress(search: string, today: BusinessDay, newest: Month | null): LabaRugiAddress {
  const params = new URLSearchParams(search)
  const day = (name: string) => {
    const text = params.get(name)
    return text !== null && isBusinessDay(text) ? text : null
  }
  const to = day('to') ?? (newest !== null && newest < monthOf(today) ? lastOfMonth(newest) : today)
  const from = day('from') ?? firstOfMonth(monthOf(to))
  const [compareFrom, compareTo] = [day('compareFrom'), day('compareTo')]
  const isWhole = compareFrom !== null && compareTo !== null && compareFrom <= compareTo
  return {
    from: from <= to ? from : to,
    to,
    compareFrom: isWhole ? compareFrom : null,
    compareTo: isWhole ? compareTo : null,
    open: params.get('open')?.split(',').filter(Boolean) ?? [],
  }
}

export function useLabaRugiAddress(today: BusinessDay, newest: Month | null) {
  const [, go] = useLocation()
  const address = readLabaRugiAddress(useSearch(), today, newest)
  const change = (next: Partial<LabaRugiAddress>) => {
    const { from, to, compareFrom, compareTo, open } = { ...address, ...next }
    const params = new URLSearchParams({ from, to })
    if (compareFrom && compareTo) {
      params.set('compareFrom', compareFrom)
      params.set('compareTo', compareTo)
    }
    if (open.length > 0) params.set('open', open.join(','))
    go(`/pembukuan/laba-rugi?${params}`, { replace: true })
  }
  return { address, change, go }
}

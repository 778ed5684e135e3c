import { Flex } from '@mantine/core'
import { IconPrinter, IconReportMoney } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  businessDay,
  firstOfMonth,
  formatDayLong,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { LabaRugi } from '../../../src-shared/ledger/ledger.ts'
import type { StatementNames } from '../../../src-shared/ledger/statement.words.ts'
import { api } from '../../base/api.ts'
import { BeforeBooks } from '../../base/BeforeBooks.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { DayField } from '../../design/fields/DayField.tsx'
import { MonthField } from '../../design/fields/MonthField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { BooksFrame } from '../BooksFrame.tsx'
import { figurePath } from '../books-address.ts'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import { CostNotice } from '../statement/CostNotice.tsx'
import { PrintedStatement } from '../statement/PrintedStatement.tsx'
import { ReadingCard } from '../statement/ReadingCard.tsx'
import { readLabaRugi } from '../statement/reading.ts'
import { StatementSheet } from '../statement/StatementSheet.tsx'
import { labaRugiRows } from '../statement/sheet-rows.ts'
import classes from '../statement/statement.module.css'
import { useDetails } from '../statement/use-details.ts'
import { onPaper, useStatementNames } from '../statement/use-statement-names.ts'
import { useLabaRugiAddress } from './laba-rugi-address.ts'
import { ProfitChart } from './ProfitChart.tsx'
import { shortPeriod } from './period-name.ts'

type Words = (typeof booksWords)['id']

/** A profit without its cost is not called one. */
function profitNames({ costIncomplete, costOfGoods, revenue }: LabaRugi, names: StatementNames, w: Words) {
  if (!costIncomplete || revenue.total === 0) return names
  const grossProfit = costOfGoods.total === 0 ? w.profitBeforeCost : w.incomplete(names.grossProfit)
  return { ...names, grossProfit, netProfit: w.incomplete(names.netProfit) }
}

/** Laba Rugi of a period, beside the one before. */
export function LabaRugiPage() {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const settings = useSettings()
  const names = useStatementNames()
  const today = businessDay(useNow(), zone)
  const newest = useQuery(api.ledger.newestResult.queryOptions({ input: { day: today } }))
  const { address, change, go } = useLabaRugiAddress(today, newest.data?.month ?? null)
  const details = useDetails()
  const { from, to, compareFrom, compareTo } = address
  const report = useQuery(
    api.ledger.labaRugi.queryOptions({
      input: { from, to, ...(compareFrom && compareTo && { comparedFrom: compareFrom, comparedTo: compareTo }) },
      placeholderData: keepPreviousData,
      // which month it opens on is known first
      enabled: !newest.isPending,
    }),
  )
  const facts = report.data
  const rows = facts ? labaRugiRows(facts, profitNames(facts, names.screen, w)) : []
  const openKeys = new Set(address.open)
  const heads: [string, string] = facts
    ? [shortPeriod(facts.from, facts.to, language), shortPeriod(facts.comparedFrom, facts.comparedTo, language)]
    : ['', '']
  const showMonth = (month: string) =>
    change({
      from: firstOfMonth(month),
      to: month === monthOf(today) ? today : lastOfMonth(month),
      compareFrom: null,
      compareTo: null,
    })
  return (
    <BooksFrame tab="labaRugi">
      <Flex flex={1} gap={18} mih={0} p="12px 18px 10px">
        {facts ? (
          <StatementSheet
            title={w.labaRugi}
            subtitle={w.periodOf(
              settings?.businessName ?? '',
              formatDayLong(from, language),
              formatDayLong(to, language),
            )}
            heads={heads}
            rows={rows}
            open={openKeys}
            onToggle={({ key }) =>
              change({
                open: openKeys.has(key) ? address.open.filter((other) => other !== key) : [...address.open, key],
              })
            }
            onFigure={(figure) => go(figurePath(figure))}
            showsCodes={details.isShown}
          />
        ) : (
          <div className={classes.sheet} aria-busy />
        )}
        <div className={classes.aside}>
          <MonthField label={w.month} value={monthOf(to)} latest={monthOf(today)} onChange={(m) => m && showMonth(m)} />
          <div className="pair">
            <DayField label={w.from} value={from} latest={to} onChange={(day) => day && change({ from: day })} />
            <DayField
              label={w.to}
              value={to}
              earliest={from}
              latest={today}
              onChange={(day) => day && change({ to: day })}
            />
            <DayField
              label={w.compareFrom}
              value={facts?.comparedFrom ?? null}
              latest={facts?.comparedTo ?? today}
              onChange={(day) => day && change({ compareFrom: day, compareTo: facts?.comparedTo ?? day })}
            />
            <DayField
              label={w.compareTo}
              value={facts?.comparedTo ?? null}
              latest={today}
              onChange={(day) => day && change({ compareFrom: facts?.comparedFrom ?? day, compareTo: day })}
            />
          </div>
          <div className={classes.acts}>
            <ActionButton
              icon={IconPrinter}
              shortcut={ledgerShortcuts.sheet.printForBank}
              onAct={() => window.print()}
            />
            <ActionButton
              label={details.label}
              icon={IconReportMoney}
              kind="quiet"
              shortcut={ledgerShortcuts.sheet.details}
              onAct={details.toggle}
            />
          </div>
          <RefusalNotice error={report.error} onRetry={() => report.refetch()} />
          {facts && (
            <>
              <BeforeBooks />
              <CostNotice missing={facts.costIncomplete} />
              <ProfitChart
                months={facts.months}
                unfinished={to < lastOfMonth(monthOf(to)) ? monthOf(to) : null}
                onMonth={showMonth}
              />
              <ReadingCard sentences={readLabaRugi(facts, w)} />
            </>
          )}
        </div>
      </Flex>
      {facts && (
        <PrintedStatement
          title={w.paperLabaRugi}
          period={w.paperPeriod(formatDayLong(facts.from, language), formatDayLong(facts.to, language))}
          heads={heads}
          rows={labaRugiRows(onPaper(facts), profitNames(facts, names.paper, w))}
        />
      )}
    </BooksFrame>
  )
}

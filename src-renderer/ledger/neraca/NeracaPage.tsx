import { Flex } from '@mantine/core'
import { IconLock, IconPrinter, IconReportMoney } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDay, formatDay, formatDayLong } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { DayField } from '../../design/fields/DayField.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { BooksFrame } from '../BooksFrame.tsx'
import { figurePath, TAB_PATHS } from '../books-address.ts'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import { ClosePeriodDialog } from '../periods/ClosePeriodDialog.tsx'
import { useLocks } from '../periods/use-locks.ts'
import { CostNotice } from '../statement/CostNotice.tsx'
import { OriginCard } from '../statement/OriginCard.tsx'
import { PrintedStatement } from '../statement/PrintedStatement.tsx'
import { ReadingCard } from '../statement/ReadingCard.tsx'
import { readNeraca } from '../statement/reading.ts'
import { StatementSheet } from '../statement/StatementSheet.tsx'
import { neracaRows } from '../statement/sheet-rows.ts'
import classes from '../statement/statement.module.css'
import { useDetails } from '../statement/use-details.ts'
import { onPaper, useStatementNames } from '../statement/use-statement-names.ts'
import { HistoryChart } from './HistoryChart.tsx'
import { useNeracaAddress } from './neraca-address.ts'

/** Neraca: what the business owns and owes at the end of a day, beside another day. */
export function NeracaPage() {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const settings = useSettings()
  const names = useStatementNames()
  const today = businessDay(useNow(), zone)
  const { address, change, go } = useNeracaAddress()
  const details = useDetails()
  const locks = useLocks()
  const [isClosing, setClosing] = useState(false)
  const day = address.day ?? today
  const report = useQuery(
    api.ledger.neraca.queryOptions({
      input: { day, ...(address.compare && { comparedDay: address.compare }) },
      placeholderData: keepPreviousData,
    }),
  )
  const neraca = report.data
  const rows = neraca ? neracaRows(neraca, names.screen) : []
  const openKeys = new Set(address.open)
  const chosen = rows.findLast(({ key }) => key === address.open.at(-1))
  const heads: [string, string] = neraca
    ? [formatDay(neraca.day, language), formatDay(neraca.comparedDay, language)]
    : ['', '']
  const isClosed = locks.closedThrough !== null && day <= locks.closedThrough
  return (
    <BooksFrame tab="neraca">
      <Flex flex={1} gap={18} mih={0} p="12px 18px 10px">
        {neraca ? (
          <StatementSheet
            title={w.neraca}
            subtitle={[
              w.asOf(settings?.businessName ?? '', formatDayLong(day, language)),
              isClosed ? w.closedBooks : w.provisional,
            ].join(', ')}
            heads={heads}
            rows={rows}
            difference={neraca.difference}
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
          <div className="pair">
            <DayField label={w.day} value={day} latest={today} onChange={(next) => change({ day: next })} />
            <DayField
              label={w.compareDay}
              value={neraca?.comparedDay ?? null}
              latest={today}
              onChange={(next) => change({ compare: next })}
            />
          </div>
          <div className={classes.acts}>
            <ActionButton
              icon={IconPrinter}
              shortcut={ledgerShortcuts.sheet.printForBank}
              onAct={() => window.print()}
            />
            <ActionButton label={w.closeBooks} icon={IconLock} onAct={() => setClosing(true)} />
            <ActionButton
              label={details.label}
              icon={IconReportMoney}
              kind="quiet"
              shortcut={ledgerShortcuts.sheet.details}
              onAct={details.toggle}
            />
          </div>
          <RefusalNotice error={report.error} onRetry={() => report.refetch()} />
          {neraca && (
            <>
              <CostNotice missing={neraca.costIncomplete} />
              <HistoryChart history={neraca.history} onDay={(next) => change({ day: next })} />
              <ReadingCard sentences={readNeraca(neraca, w)} />
              {neraca.assets.total === 0 && neraca.liabilities.total === 0 && (
                <div>
                  <ActionButton
                    label={w.fillOpening}
                    shortcut={standingShortcuts.main}
                    onAct={() => go(TAB_PATHS.opening)}
                  />
                </div>
              )}
              <OriginCard
                figure={chosen?.figure ?? null}
                since={neraca.comparedDay}
                onSee={(figure) => go(figurePath(figure))}
              />
            </>
          )}
        </div>
      </Flex>
      {neraca && (
        <PrintedStatement
          title={w.paperNeraca}
          period={w.paperDay(formatDayLong(neraca.day, language))}
          heads={heads}
          rows={neracaRows(onPaper(neraca), names.paper)}
        />
      )}
      {isClosing && <ClosePeriodDialog onClose={() => setClosing(false)} />}
    </BooksFrame>
  )
}

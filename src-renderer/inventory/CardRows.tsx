import { Box, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import type { StockCardRow } from '../../src-shared/inventory/inventory.ts'
import { type StockWords, stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import { signed } from './signed.ts'
import { standingText } from './standing-text.ts'
import { documentPath, isNumbered } from './stock-address.ts'

/** `Dikirim`, or `Koreksi: Dikirim` for a movement that takes one back. */
export function movementName({ kind, isReversal }: StockCardRow, w: StockWords): string {
  return isReversal ? w.reversal(w[`movement ${kind}`]) : w[`movement ${kind}`]
}

/** The newest movements of one SKU; each opens its document. */
export function CardRows({ rows, isEmpty }: { rows: readonly StockCardRow[]; isEmpty: boolean }) {
  const w = useWords(stockWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  if (isEmpty)
    return (
      <Text component="p" mt={8} c="dimmed">
        {w.noMovements}
      </Text>
    )
  return (
    <ul className="ruled">
      {rows.map((row) => {
        const path = documentPath(row.document)
        const what = movementName(row, w)
        return (
          <li key={row.id}>
            <RowButton onClick={() => path && go(path)}>
              <Box component="span" w={84} flex="none" className="quiet">
                {formatDay(row.day, language)}
              </Box>
              <Box component="span" flex={1} className="cut">
                {what} <DocumentName document={row.document} what={what} />
              </Box>
              <Box component="span" miw={34} flex="none" className="right strong">
                {signed(row.pieces)}
              </Box>
              <Box component="span" miw={34} flex="none" className="right quiet">
                {standingText(w, row.onHand)}
              </Box>
            </RowButton>
          </li>
        )
      })}
    </ul>
  )
}

/** Long numbers keep their last seven characters, words their first; a label that only repeats the movement is left out. */
function DocumentName({ document: { kind, label }, what }: { document: StockCardRow['document']; what: string }) {
  if (label.startsWith(what)) return null
  return isNumbered(kind) ? <CodeText code={label} /> : label
}

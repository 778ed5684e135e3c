import { expect, test } from 'vitest'
import type { RowProblem } from '../../src-shared/channels/channel-file.ts'
import { problemSentence } from '../../src-shared/channels/channels.words.ts'

const CODES = ['WORD_NOT_TAUGHT', 'WAY_NOT_TOLD', 'WAY_AGAINST_BALANCE'] as const
const problem = (code: RowProblem['code']): RowProblem => ({
  row: 4,
  column: 'Jumlah',
  columnLetter: 'C',
  code,
  value: 'x',
  orderNumber: '',
  blocks: true,
})

test.each(CODES)('%s leads to the layout where none is open, and no further where it is', (code) => {
  for (const [language, layout] of [
    ['id', /Buka susunan|seret/],
    ['en', /Open the layout|drop/],
  ] as const) {
    expect(problemSentence(problem(code), language)).toMatch(layout)
    expect(problemSentence(problem(code), language, { isLayoutOpen: true })).not.toMatch(layout)
  }
})

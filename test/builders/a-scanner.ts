import type { Page } from 'playwright-core'

export interface ScannerPace {
  gapMs?: number
  end?: 'Enter' | 'Tab' | 'none'
  endWaitMs?: number
}

/**
 * A scanner: a whole code and Enter, stamped two milliseconds apart (or at the pace wished for) as the system stamps them
 * however long the page takes to answer. Keys sent from outside come with the pauses of a busy machine, so they are told
 * inside the page, which has drawn by then what it was about to; what nobody held back is typed.
 */
export const scanInto = async (page: Page, code: string, pace: ScannerPace = {}): Promise<void> => {
  const { gapMs = 2, end = 'Enter', endWaitMs = gapMs } = pace
  const letters = [...code].map((key, index) => ({ key, after: index * gapMs }))
  const closing = end === 'none' ? [] : [{ key: end, after: (code.length - 1) * gapMs + endWaitMs }]
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  await page.evaluate(
    (strokes) => {
      const pressed = performance.now()
      for (const { key, after } of strokes) {
        const field = document.activeElement ?? document.body
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        Object.defineProperty(event, 'timeStamp', { value: pressed + after })
        if (field.dispatchEvent(event) && key.length === 1) document.execCommand('insertText', false, key)
      }
    },
    [...letters, ...closing],
  )
}

import type { Page } from 'playwright-core'

/**
 * A scanner: a whole code and Enter, stamped two milliseconds apart as the system stamps them however long the page
 * takes to answer. Keys sent from outside come with the pauses of a busy machine, so they are told inside the page;
 * what nobody held back is typed.
 */
export const scanInto = (page: Page, code: string): Promise<void> =>
  page.evaluate(
    (keys) => {
      const pressed = performance.now()
      for (const [index, key] of keys.entries()) {
        const field = document.activeElement ?? document.body
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        Object.defineProperty(event, 'timeStamp', { value: pressed + index * 2 })
        if (field.dispatchEvent(event) && key !== 'Enter') document.execCommand('insertText', false, key)
      }
    },
    [...code, 'Enter'],
  )

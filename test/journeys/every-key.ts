import type { Page } from 'playwright-core'

const PRESSED: Record<string, string> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  Del: 'Delete',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
}

const pressed = (cap: string) =>
  cap
    .split(' ')
    .map(
      (name) =>
        PRESSED[name] ??
        name
          .toLowerCase()
          .replace(/^(enter|space|home|end|shift|alt|f\d+)$/, (key) => key[0]!.toUpperCase() + key.slice(1)),
    )
    .join('+')

/** The keys of the F1 list as they are pressed, by the headings they stand under. */
export async function keysOfThisPage(page: Page): Promise<Record<string, string[]>> {
  await page.keyboard.press('F1')
  const list = page.getByRole('dialog')
  await list.waitFor()
  const caps = await list
    .locator('section')
    .evaluateAll((groups) =>
      groups.map((group): [string, string[]] => [
        group.querySelector('h1,h2,h3')?.textContent ?? '',
        [...group.querySelectorAll('kbd')].map((cap) => cap.innerText),
      ]),
    )
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  return Object.fromEntries(caps.map(([heading, keys]) => [heading, keys.map(pressed)]))
}

/** Waits until nothing moves on the page, and begins to watch it. */
export const watch = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const QUIET_MS = 100
    const LONGEST_MS = 3_000
    const seen = { at: performance.now(), changes: 0 }
    const note = () => {
      seen.at = performance.now()
      seen.changes++
    }
    const observer = new MutationObserver(note)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    for (const kind of ['focusin', 'scroll', 'input', 'hashchange']) addEventListener(kind, note, { capture: true })
    window.print = note
    const began = performance.now()
    do await new Promise((waited) => setTimeout(waited, 30))
    while (performance.now() - seen.at < QUIET_MS && performance.now() - began < LONGEST_MS)
    seen.changes = 0
    Object.assign(window, { watched: seen })
  })

/** Whether anything came of it within a second: on the page, in its address, in the focus, in a window or a file. */
export async function hasEffect(page: Page, act: () => Promise<void>): Promise<boolean> {
  let isElsewhere = false
  const note = () => {
    isElsewhere = true
  }
  const kinds = ['popup', 'filechooser', 'download', 'dialog'] as const
  for (const kind of kinds) page.on(kind as 'popup', note)
  await act()
  const isSeen = await page
    .waitForFunction(() => (window as unknown as { watched?: { changes: number } }).watched?.changes !== 0, null, {
      timeout: 1_000,
      polling: 25,
    })
    .then(() => true)
    .catch(() => false)
  for (const kind of kinds) page.off(kind as 'popup', note)
  return isSeen || isElsewhere
}

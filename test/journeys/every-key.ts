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
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

/** `Ctrl Shift D` on a cap, `Ctrl+Shift+D` in a list, as Playwright presses it. */
export const pressed = (cap: string) =>
  cap
    .split(/[ +]/)
    .map(
      (name) =>
        PRESSED[name] ??
        name
          .toLowerCase()
          .replace(/^(enter|space|home|end|shift|alt|f\d+)$/, (key) => key[0]!.toUpperCase() + key.slice(1)),
    )
    .join('+')

/** A key as it is pressed, and what it is said to do. */
export interface SaidKey {
  key: string
  label: string
}

/** The caps that stand on the page; those of a group of choices act inside that group. */
export const keysPrinted = async (page: Page): Promise<string[]> =>
  (await page.locator('kbd:visible:not([role="radiogroup"] *)').allInnerTexts()).map(pressed)

/** The keys of the F1 list, by the headings they stand under. */
export async function keysOfThisPage(page: Page): Promise<Record<string, SaidKey[]>> {
  await page.keyboard.press('F1')
  const list = page.getByRole('dialog')
  await list.waitFor()
  const groups = await list
    .locator('section')
    .evaluateAll((sections) =>
      sections.map((section): [string, [string, string][]] => [
        section.querySelector('h1,h2,h3')?.textContent ?? '',
        [...section.querySelectorAll('kbd')].map((cap) => [
          cap.innerText,
          cap.closest('dt')?.nextElementSibling?.textContent ?? '',
        ]),
      ]),
    )
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  return Object.fromEntries(
    groups.map(([heading, keys]) => [heading, keys.map(([cap, label]) => ({ key: pressed(cap), label }))]),
  )
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

/** Whether anything came of it within three seconds (a print is made meanwhile): on the page, in its address, in the focus, in a window or a file. */
export async function hasEffect(page: Page, act: () => Promise<void>): Promise<boolean> {
  let note = () => {}
  const isElsewhere = new Promise<boolean>((resolve) => {
    note = () => resolve(true)
  })
  const kinds = ['popup', 'filechooser', 'download', 'dialog'] as const
  for (const kind of kinds) page.on(kind as 'popup', note)
  await act()
  const isSeen = page
    .waitForFunction(() => (window as unknown as { watched?: { changes: number } }).watched?.changes !== 0, null, {
      timeout: 3_000,
      polling: 25,
    })
    .then(() => true)
    .catch(() => false)
  const hasCome = await Promise.race([isSeen, isElsewhere])
  for (const kind of kinds) page.off(kind as 'popup', note)
  return hasCome
}

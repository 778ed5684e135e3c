import type { Page } from 'playwright-core'

/**
 * What a person would call broken on this screen: words on words, a control under something else, an amount or a count that leaves its
 * place, a button whose words are cut, a name with a word cut through or without what tells it from the others, names of one cell far apart, two cells that nearly touch, a main act that cannot be seen. Rows that scroll under a standing head or foot are no fault.
 */
export const whatOverlaps = (page: Page): Promise<string[]> => page.evaluate(findFaults)

function findFaults(): string[] {
  /** What stands in two cells of a row is told apart by at least this. */
  const LEAST_GAP = 6
  const CELL = '[role="gridcell"],[role="columnheader"],[role="rowheader"],td,th'
  const faults = new Set<string>()
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1)
  const root = dialog ?? document.body
  const say = (what: string, element: Element, more = '') =>
    faults.add(
      `${what}: "${(element.textContent ?? '').trim().slice(0, 60)}" <${element.className || element.tagName}>${more}`,
    )

  const isStanding = (element: Element | null): boolean => {
    for (let each = element; each; each = each.parentElement) {
      const { position } = getComputedStyle(each)
      if (position === 'sticky' || position === 'fixed' || each.getAttribute('role') === 'status') return true
    }
    return false
  }
  /** Where something can be seen at all: inside every box that hides what leaves it. */
  const seen = (element: Element) => {
    const box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (let each = element.parentElement; each; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      const at = each.getBoundingClientRect()
      if (overflowX !== 'visible') {
        box.left = Math.max(box.left, at.left)
        box.right = Math.min(box.right, at.right)
      }
      if (overflowY !== 'visible') {
        box.top = Math.max(box.top, at.top)
        box.bottom = Math.min(box.bottom, at.bottom)
      }
    }
    return box
  }

  /** The box beyond whose side all of it lies and that cannot be scrolled there by a person; empty when there is none. */
  const boxThatHides = (element: Element, rect: DOMRect): string => {
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      const { overflowX } = getComputedStyle(each)
      if (overflowX === 'visible') continue
      const at = each.getBoundingClientRect()
      if (at.width < 2 || at.height < 2 || (rect.left < at.right - 1 && rect.right > at.left + 1)) continue
      const canScroll = (overflowX === 'auto' || overflowX === 'scroll') && each.scrollWidth > each.clientWidth
      return canScroll ? '' : String(each.className || each.tagName)
    }
    return ''
  }

  /** The words of a name that are drawn. */
  const wordsLeft = (name: Element): string =>
    [...name.children]
      .filter((word) => getComputedStyle(word).fontSize !== '0px')
      .map(({ textContent }) => textContent.trim())
      .join(' ')

  interface Piece {
    element: Element
    text: string
    left: number
    right: number
    top: number
    bottom: number
  }
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || element.closest('script,style,.hanya-terdengar,[role="listbox"]')) continue
    // of all drawings only charts have words
    if (element.closest('svg:not(.recharts-surface)')) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = seen(element)
    const own = getComputedStyle(element)
    const letter = Number.parseFloat(own.fontSize)
    const isCut = own.overflowX !== 'visible'
    const inner = element.getBoundingClientRect()
    const isFigure =
      !element.closest('.kode') &&
      /^[-+−=]?\s?Rp\s?\d|^[-+−]?[\d.]+(,\d+)?( (pcs|SKU|pesanan|paket|jt|rb))?$/.test(text)
    for (const rect of range.getClientRects()) {
      if (rect.width < 2 || rect.height < 2) continue
      const limit = isCut ? { left: Math.max(box.left, inner.left), right: Math.min(box.right, inner.right) } : box
      // a third line of a name that ends after two
      if (isCut && rect.top + rect.bottom > 2 * inner.bottom) continue
      const isInSight =
        rect.bottom > box.top + 1 && rect.top < box.bottom - 1 && rect.right > box.left && rect.left < box.right
      if (isFigure && isInSight && (rect.right > limit.right + 1.5 || rect.left < limit.left - 1.5))
        say(
          'figure cut',
          element,
          ` ${Math.round(rect.left)}-${Math.round(rect.right)} of ${Math.round(limit.left)}-${Math.round(limit.right)}`,
        )
      // a figure can also be pushed out of its own box as a whole, where nobody can scroll to it
      const hidden = isFigure && rect.bottom > box.top + 1 && rect.top < box.bottom - 1 && boxThatHides(element, rect)
      if (hidden) say('figure out of sight', element, ` ${Math.round(rect.left)}-${Math.round(rect.right)} <${hidden}>`)
      if (!isInSight) continue
      pieces.push({
        element,
        text,
        left: Math.max(rect.left, limit.left),
        right: Math.min(rect.right, limit.right),
        // a font's own box is higher than its letters
        top: Math.max(rect.top + Math.max(0, rect.height - letter) / 2, box.top),
        bottom: Math.min(rect.bottom - Math.max(0, rect.height - letter) / 2, box.bottom),
      })
    }
  }
  for (const piece of pieces) {
    const { element, left, right, top, bottom } = piece
    if (right - left < 3 || bottom - top < 3 || element.closest('svg')) continue
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (!above || above.contains(element) || element.contains(above)) continue
    if (getComputedStyle(element).pointerEvents === 'none' || element.closest('[aria-hidden="true"]')) continue
    if (
      element.closest('label,[role="option"]')?.contains(above) ||
      isStanding(above) ||
      above.closest('[role="listbox"]')
    )
      continue
    say(
      'covered',
      element,
      ` by "${(above.textContent ?? '').trim().slice(0, 40)}" <${above.className || above.tagName}>`,
    )
  }
  const sorted = pieces.toSorted((a, b) => a.top - b.top)
  for (const [index, one] of sorted.entries())
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]!
      if (other.top > one.bottom - 3) break
      if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element))
        continue
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const cells = [one, other].map(({ element }) => element.closest(CELL))
      const isStuck = isStanding(one.element) || isStanding(other.element)
      if (across <= 3 && across > -LEAST_GAP && cells[0] && cells[1] && cells[0] !== cells[1] && !isStuck)
        say('cells touch', one.element, ` and "${other.text.slice(0, 40)}": ${Math.round(-across)} px`)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > 3 && down > 0.3 * Math.min(one.bottom - one.top, other.bottom - other.top) && !isStuck)
        say('words on words', one.element, ` and "${other.text.slice(0, 40)}"`)
    }
  const letters = document.createElement('canvas').getContext('2d')!
  // a search in a list gives way to the tools beside it; its key and its glass stay
  for (const field of root.querySelectorAll<HTMLInputElement>('input[placeholder]:not([aria-keyshortcuts])')) {
    if (field.value !== '' || !field.checkVisibility()) continue
    const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field)
    letters.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    if (letters.measureText(field.placeholder).width > room + 1)
      faults.add(`words of a field cut: "${field.placeholder}" in ${Math.round(room)}`)
  }
  for (const field of root.querySelectorAll<HTMLInputElement>('.mantine-DateInput-input')) {
    if (field.value === '' || !field.checkVisibility()) continue
    const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field)
    letters.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    if (letters.measureText(field.value).width > room + 1)
      faults.add(`day cut: "${field.value}" in ${Math.round(room)}`)
  }
  // what lies below the edge of a box that does not scroll is seen by nobody
  for (const list of root.querySelectorAll<HTMLElement>('[role="grid"],[role="grid"] ~ div')) {
    if (!list.checkVisibility()) continue
    const at = list.getBoundingClientRect()
    const head = list.getAttribute('role') === 'grid' ? null : list.parentElement?.querySelector('[role="grid"]')
    for (const inside of head ? list.querySelectorAll('p,button') : [])
      if (inside.getBoundingClientRect().top < head!.getBoundingClientRect().top + 28)
        say('words of an empty list under its head', inside)
    for (let each = list.parentElement; each && each !== document.body; each = each.parentElement) {
      const { overflowY } = getComputedStyle(each)
      if (overflowY === 'auto' || overflowY === 'scroll') break
      if (overflowY !== 'visible' && at.bottom > each.getBoundingClientRect().bottom + 2) {
        say('list cut below', list, ` ${Math.round(at.bottom)} of ${Math.round(each.getBoundingClientRect().bottom)}`)
        break
      }
    }
  }
  // a name keeps whole words, and all of those without which another is called the same
  for (const name of root.querySelectorAll<HTMLElement>('[data-whole]')) {
    if (name.clientWidth === 0) continue
    const { right } = name.getBoundingClientRect()
    const isOver = [...name.children].some(
      (word) => getComputedStyle(word).fontSize !== '0px' && word.getBoundingClientRect().right > right + 1.5,
    )
    // beside a long variation a name may have no room at all
    const hasRoom = name.clientWidth > 8 * Number.parseFloat(getComputedStyle(name).fontSize)
    if (isOver && !name.dataset.cut) say('word of a name cut', name, ` in ${name.clientWidth}`)
    if (name.dataset.lacks && hasRoom)
      say('name without what tells it', name, ` "${wordsLeft(name)}" in ${name.clientWidth}`)
  }
  // of several names one follows on the words of the other
  for (const names of root.querySelectorAll('[data-names]'))
    for (const [at, one] of [...names.children].entries()) {
      const words = [...one.querySelectorAll('[data-whole] > *')].filter(
        (word) => getComputedStyle(word).fontSize !== '0px',
      )
      const next = names.children[at + 1]
      const gap =
        next && words.length > 0 && next.getBoundingClientRect().left - words.at(-1)!.getBoundingClientRect().right
      if (gap && gap > 3) say('names apart', names, ` by ${Math.round(gap)}`)
    }
  // two products of one list never show the same words
  const lists = new Map<Element, Map<string, string>>()
  for (const name of root.querySelectorAll('[data-layout="line"] [data-whole]')) {
    const box = name.getBoundingClientRect()
    const place = seen(name)
    if (box.width === 0 || box.bottom <= place.top || box.top >= place.bottom) continue
    const goods = name.closest('[data-layout="line"]')!
    const shown = wordsLeft(name) || (goods.children[1]?.textContent ?? '')
    const list = goods.closest('[role="grid"],table,ul,ol') ?? root
    const names = lists.get(list) ?? new Map<string, string>()
    lists.set(list, names)
    const whole = name.textContent
    const other = names.get(shown)
    if (other === undefined) names.set(shown, whole)
    else if (other !== whole) say(`"${shown}" is two products`, goods, ` and "${other.slice(-60)}"`)
  }
  const title = document.querySelector<HTMLElement>('header h1')
  if (title && title.scrollWidth > title.clientWidth + 1) say('title cut', title)
  for (const button of root.querySelectorAll<HTMLElement>('button,[role="tab"],a')) {
    if (!button.checkVisibility() || button.closest('.hanya-terdengar')) continue
    const at = button.getBoundingClientRect()
    if (at.width < 2) continue
    if (
      button.scrollWidth > button.clientWidth + 1 &&
      getComputedStyle(button).overflowX !== 'visible' &&
      !button.querySelector('.cut') &&
      getComputedStyle(button).textOverflow !== 'ellipsis'
    )
      say('button cut', button)
    if (button.dataset.kind === 'primary') {
      const box = seen(button)
      if (at.bottom > box.bottom + 3 || at.top < box.top - 3 || at.right > box.right + 3 || at.left < box.left - 3)
        say(
          'main act out of sight',
          button,
          ` ${Math.round(at.top)}-${Math.round(at.bottom)} in ${Math.round(box.top)}-${Math.round(box.bottom)}`,
        )
    }
  }
  // a focus or a search in the page would move the whole window, and nothing would bring it back
  for (const box of document.querySelectorAll('body, body *')) {
    const { overflowY } = getComputedStyle(box)
    if (overflowY === 'hidden' && box.clientHeight > innerHeight / 2 && box.scrollHeight > box.clientHeight + 1)
      say('the window can move away', box, ` ${box.scrollHeight} in ${box.clientHeight}`)
  }
  if (document.documentElement.scrollWidth > innerWidth)
    faults.add(`scrolls sideways: ${document.documentElement.scrollWidth}`)
  return [...faults]
}

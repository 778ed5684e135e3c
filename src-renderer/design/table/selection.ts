/**
 * Which rows are chosen. "All in filter" is kept as a rule with exceptions, because a list of 150,000 orders is loaded
 * page by page and rows not yet seen are chosen too.
 */
export type Selection = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; except: ReadonlySet<string> }

export const NOTHING: Selection = { kind: 'some', ids: new Set() }
export const EVERYTHING: Selection = { kind: 'all', except: new Set() }

export const isChosen = (selection: Selection, id: string): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id)

/** How many of `total` rows in the filter are chosen. */
export const chosenCount = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size)

export function toggled(selection: Selection, id: string): Selection {
  const flipped = new Set(selection.kind === 'some' ? selection.ids : selection.except)
  if (!flipped.delete(id)) flipped.add(id)
  return selection.kind === 'some' ? { kind: 'some', ids: flipped } : { kind: 'all', except: flipped }
}

/** Everything chosen before plus the rows from one to the other, whichever comes first. */
export function withRange(selection: Selection, ids: readonly string[], from: number, to: number): Selection {
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  if (selection.kind === 'all') {
    return { kind: 'all', except: new Set([...selection.except].filter((id) => !range.includes(id))) }
  }
  return { kind: 'some', ids: new Set([...selection.ids, ...range]) }
}

import { useEffect, useRef, useState } from 'react'
import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { forget, recall, remember } from '../base/remembered.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { draftOf, lineOf, type OpeningColumn, type OpeningDraft, settledDraft } from './opening-draft.ts'
import { type Filling, type FillProblem, filled, pasted, pastedTable } from './opening-fill.ts'
import { useOpeningList } from './use-opening-list.ts'
import { useOpeningSave } from './use-opening-save.ts'

/**
 * What could not be read when the page was left waits here, so that leaving costs nothing and needs no question; also when the
 * window is closed, for what could be read was saved.
 */
const HALF_TYPED = 'stok-awal-belum-terbaca'
const halfTyped = (): ReadonlyMap<Id, OpeningDraft> => new Map(recall<[Id, OpeningDraft][]>(HALF_TYPED, []))
const keepHalfTyped = (drafts: ReadonlyMap<Id, OpeningDraft>) =>
  drafts.size > 0 ? remember(HALF_TYPED, [...drafts]) : forget(HALF_TYPED)

/** Where a fill begins and how far it goes: to the end of the product, of the list, or over the rows that are marked. */
export type FillReach = 'product' | 'list' | { from: Id; to: Id }

/** The sheet of Stok Awal: what is typed, filled down and pasted, and what becomes of it. */
export function useOpeningSheet(query: string, first: Id | null) {
  const w = useWords(stockWords)
  const list = useOpeningList(query, first)
  const [drafts, setDrafts] = useState(halfTyped)
  const [problems, setProblems] = useState<readonly FillProblem[]>([])
  const saving = useOpeningSave((documents) => {
    if (documents > 0) showToast({ text: w.documentsCosted(formatNumber(documents)) })
  })
  const newest = useRef(drafts)
  const rows = useRef(list.rows)
  rows.current = list.rows
  const keep = (next: ReadonlyMap<Id, OpeningDraft>) => {
    newest.current = next
    setDrafts(next)
  }
  const draft = (row: OpeningStockRow) => newest.current.get(row.variantId) ?? draftOf(row)
  const write = (row: OpeningStockRow, change: Partial<OpeningDraft>) =>
    keep(new Map(newest.current).set(row.variantId, { ...draft(row), ...change }))

  /** A field was left: what it says is shown as it will be kept. */
  const settle = (row: OpeningStockRow) => {
    const typed = newest.current.get(row.variantId)
    if (typed) write(row, settledDraft(row, typed))
  }
  const leave = (row: OpeningStockRow) => {
    const typed = newest.current.get(row.variantId)
    const line = typed && lineOf(row, typed)
    if (line) saving.put(line)
  }

  // what is in the books as it was typed needs no draft
  useEffect(() => {
    const known = new Map(list.rows.map((row) => [row.variantId, row]))
    const left = [...newest.current].filter(([id, typed]) => {
      const row = known.get(id)
      return !row || JSON.stringify(settledDraft(row, typed)) !== JSON.stringify(draftOf(row))
    })
    if (left.length === newest.current.size) return
    newest.current = new Map(left)
    setDrafts(newest.current)
  }, [list.rows])

  // a page that is left without its fields being left, by Esc or the sidebar, saves what can be read and keeps the rest
  const atEnd = useRef(() => {})
  atEnd.current = () => {
    const known = new Map(rows.current.map((row) => [row.variantId, row]))
    const kept = new Map<Id, OpeningDraft>()
    for (const [id, typed] of newest.current) {
      const row = known.get(id)
      const line = row && lineOf(row, typed)
      if (line) saving.put(line)
      else if (row && JSON.stringify(settledDraft(row, typed)) !== JSON.stringify(draftOf(row))) kept.set(id, typed)
    }
    keepHalfTyped(kept)
    if (kept.size > 0) showToast({ text: w.openingKept(formatNumber(kept.size)) })
    void saving.flush()
  }
  useEffect(() => {
    const close = () => atEnd.current()
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      close()
    }
  }, [])

  const take = async ({ lines, before, problems }: Filling) => {
    setProblems(problems)
    if (problems.length > 0) return
    if (lines.length === 0) return showToast({ text: w.openingFillNothing })
    await saving.flush()
    if (!(await saving.save(lines))) return
    show(lines)
    const replaced = before.filter(
      ({ pieces, unitCost }, index) =>
        (pieces !== null && pieces !== lines[index]?.pieces) ||
        (unitCost !== null && unitCost !== lines[index]?.unitCost),
    ).length
    showToast({
      text: w.openingFillDone(formatNumber(lines.length), replaced > 0 ? formatNumber(replaced) : ''),
      undo: () => void saving.save(before).then((isDone) => isDone && show(before)),
    })
  }
  /** Stands in the fields until the list has been asked again. */
  const show = (lines: Filling['lines']) =>
    keep(new Map([...newest.current, ...lines.map((line) => [line.variantId, draftOf(line)] as const)]))

  return {
    ...list,
    drafts,
    problems,
    forgetProblems: () => setProblems([]),
    saving,
    draft,
    write,
    settle,
    leave,

    /** What stands in a cell, written into those below it. */
    async fillDown(from: OpeningStockRow, column: OpeningColumn, reach: FillReach) {
      const typed = draft(from)[column]
      const all = await list.all()
      const place = (id: Id) => all.findIndex(({ variantId }) => variantId === id)
      const [start, end] =
        typeof reach === 'object'
          ? [place(reach.from), place(reach.to)].toSorted((a, b) => a - b)
          : [place(from.variantId), all.length - 1]
      const below = all
        .slice(start, (end ?? 0) + 1)
        .filter(({ productId }) => reach !== 'product' || productId === from.productId)
      await take(filled(below, newest.current, column, typed))
    },
    /** The same for every SKU of a product. */
    async fillProduct(productId: Id, column: OpeningColumn, typed: string) {
      const family = (await list.all()).filter((row) => row.productId === productId)
      await take(filled(family, newest.current, column, typed))
    },
    async paste(row: OpeningStockRow, column: OpeningColumn, text: string) {
      await take(pasted(await list.all(), newest.current, row.variantId, column, pastedTable(text)))
    },
  }
}
export type OpeningSheet = ReturnType<typeof useOpeningSheet>

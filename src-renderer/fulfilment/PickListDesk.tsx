import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { DeskHead } from './DeskHead.tsx'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import classes from './PackDesk.module.css'
import { PrintNotice } from './PrintNotice.tsx'
import { printPickList } from './sheets.ts'

/** Daftar Ambil: everything the waiting parcels need, in walking order by shelf. */
export function PickListDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const list = useQuery(api.fulfilment.pickList.queryOptions({ input: {} }))
  const print = useMutation({ mutationFn: printPickList })
  useHotkey(standingShortcuts.back, () => go('/kemas'), { label: w.leave })
  const rows = list.data?.rows ?? []
  return (
    <div className={classes.desk}>
      <DeskHead section="pick" />
      <main className={classes.work}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <section className={classes.main} tabIndex={0} aria-label={w.pick}>
          <PrintNotice error={list.error ?? print.error} onRetry={() => list.refetch()} />
          {list.data && rows.length === 0 && (
            <EmptyState
              action={
                <ActionButton
                  label={w.importFile}
                  size="desk"
                  shortcut={standingShortcuts.main}
                  onAct={() => go('/impor')}
                />
              }
            >
              {w.pickEmpty}
            </EmptyState>
          )}
          {rows.length > 0 && (
            <>
              <div className={classes.tools}>
                <h2 className={classes.groupTitle}>
                  {w.pickTitle(formatNumber(list.data?.orders ?? 0), formatNumber(list.data?.pieces ?? 0))}
                </h2>
                <ActionButton
                  icon={IconPrinter}
                  shortcut={fulfilmentShortcuts.pickList.print}
                  kind="primary"
                  size="desk"
                  isBusy={print.isPending}
                  busyLabel={w.preparing}
                  onAct={() => print.mutate()}
                />
              </div>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th>{w.pickShelf}</th>
                    <th>{w.pickGoods}</th>
                    <th>{w.size}</th>
                    <th>{w.pickSku}</th>
                    <th className={classes.number}>{w.pickPieces}</th>
                    <th className={classes.number}>{w.pickOnHand}</th>
                    <th className={classes.number}>{w.pickOrders}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.variantId ?? row.name}${row.sku}`}>
                      <td>
                        <strong>{row.shelf || '–'}</strong>
                      </td>
                      <td>
                        <span className={classes.goodsCell}>
                          <GoodsPhoto name={row.name} category={row.category} size={44} />
                          {row.name}
                        </span>
                      </td>
                      <td>
                        <strong>{row.size}</strong>
                      </td>
                      <td className="kode">{row.sku}</td>
                      <td className={classes.number}>
                        <strong>{formatNumber(row.pieces)}</strong>
                      </td>
                      <td
                        className={classes.number}
                        style={
                          row.onHand !== null && row.onHand < row.pieces ? { color: 'var(--lb-mengkudu)' } : undefined
                        }
                      >
                        {row.onHand === null
                          ? '–'
                          : row.onHand < row.pieces
                            ? w.pickShort(formatNumber(row.pieces - row.onHand))
                            : formatNumber(row.onHand)}
                      </td>
                      <td className={classes.number}>{formatNumber(row.orderNumbers.length)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </section>
      </main>
    </div>
  )
}

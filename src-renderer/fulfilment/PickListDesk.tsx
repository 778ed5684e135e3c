import { Box, Flex, Group, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { nameOfProduct } from '../../src-shared/catalog/goods-name.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { ColourName } from '../design/goods/ColourName.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import classes from './desk.module.css'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { ItemPhoto } from './ItemPhoto.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printPickList } from './sheets.ts'

/** Daftar Ambil: everything the waiting parcels need, in walking order by shelf. */
export function PickListDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const list = useQuery(api.fulfilment.pickList.queryOptions({ input: {} }))
  const agrees = useLettersLacking()
  const print = useMutation({ mutationFn: () => printPickList(agrees) })
  useHotkey(standingShortcuts.back, () => go('/kemas'), { label: w.leave })
  const rows = list.data?.rows ?? []
  return (
    <DeskFrame section="pick" label={w.pick}>
      <PrintNotice error={list.error ?? print.error} onRetry={() => list.refetch()} />
      {list.data && rows.length === 0 && (
        <EmptyState action={<ActionButton label={w.importFile} size="desk" onAct={() => go('/impor')} />}>
          {w.pickEmpty}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <Group gap={12}>
            <Box component="h2" flex={1} m="6px 0 8px" fz={24} className="serif" data-wide>
              {w.pickTitle(formatNumber(list.data?.orders ?? 0), formatNumber(list.data?.pieces ?? 0))}
            </Box>
            <ActionButton
              icon={IconPrinter}
              shortcut={fulfilmentShortcuts.pickList.print}
              kind="primary"
              size="desk"
              isBusy={print.isPending}
              busyLabel={w.preparing}
              onAct={() => print.mutate()}
            />
          </Group>
          <GoodsNames products={rows.map(({ name }) => name)}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{w.pickShelf}</th>
                  <th>{w.pickGoods}</th>
                  <th>{w.colour}</th>
                  <th>{w.size}</th>
                  <th className="right nowrap">{w.pickPieces}</th>
                  <th className="right nowrap">{w.pickOnHand}</th>
                  <th className="right nowrap">{w.pickOrders}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.variantId ?? row.name}${row.sku}`}>
                    <td>
                      <strong className="nowrap">{row.shelf || '–'}</strong>
                    </td>
                    <Box component="td" w="100%" maw={0}>
                      <Flex component="span" gap={14} align="center">
                        <ItemPhoto item={row} size={44} />
                        <Stack component="span" gap={2} flex={1} miw={0}>
                          <GoodsName goods={nameOfProduct(row.name)} />
                          <span className="kode">{row.sku}</span>
                        </Stack>
                      </Flex>
                    </Box>
                    <td>
                      <strong className="nowrap">
                        <ColourName colour={row.colour} />
                      </strong>
                    </td>
                    <td>
                      <strong>{row.size}</strong>
                    </td>
                    <td className="right nowrap">
                      <strong>{formatNumber(row.pieces)}</strong>
                    </td>
                    <td className={lacking(row) > 0 ? 'right nowrap bad' : 'right nowrap'}>
                      {row.onHand === null
                        ? '–'
                        : lacking(row) > 0
                          ? w.pickShort(formatNumber(lacking(row)))
                          : formatNumber(row.onHand)}
                    </td>
                    <td className="right nowrap">{formatNumber(row.orderNumbers.length)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </GoodsNames>
        </>
      )}
    </DeskFrame>
  )
}

/** Pieces of a row that no shelf has; never more than are to be fetched, whatever the books owe besides. */
const lacking = ({ onHand, pieces }: { onHand: number | null; pieces: number }) =>
  onHand === null ? 0 : Math.max(0, pieces - Math.max(0, onHand))

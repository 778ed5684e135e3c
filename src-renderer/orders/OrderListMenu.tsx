import { Menu } from '@mantine/core'
import { IconCheck, IconDownload, IconSettings2 } from '@tabler/icons-react'
import type { OrderColumn } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { useWords } from '../design/language.tsx'
import { AS_USUAL, CHOOSABLE, type ChosenColumns, withColumn } from './chosen-columns.ts'
import { columnNames } from './order-columns.tsx'
import classes from './orders.module.css'

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface OrderListMenuProps {
  shown: readonly OrderColumn[]
  chosen: ChosenColumns
  onColumns: (chosen: ChosenColumns) => void
  onExport: (format: ExportFormat) => void
}

/** What the list shows, and the list as a file: what is seen, in the order it is seen. */
export function OrderListMenu({ shown, chosen, onColumns, onExport }: OrderListMenuProps) {
  const w = useWords(ordersWords)
  const names = columnNames(w)
  return (
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={classes.listMenu} aria-label={w.listMenu} title={w.listMenu}>
          <IconSettings2 size={17} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{w.saveList}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            closeMenuOnClick
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => onExport(format)}
          >
            {w.saveAs(format.toUpperCase())}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{w.columns}</Menu.Label>
        {CHOOSABLE.map((column) => {
          const isShown = shown.includes(column)
          return (
            <Menu.Item
              key={column}
              role="menuitemcheckbox"
              aria-checked={isShown}
              leftSection={<IconCheck size={15} aria-hidden opacity={isShown ? 1 : 0} />}
              onClick={() => onColumns(withColumn(chosen, column, !isShown))}
            >
              {names[column]}
            </Menu.Item>
          )
        })}
        {chosen.added.length + chosen.removed.length > 0 && (
          <Menu.Item onClick={() => onColumns(AS_USUAL)}>{w.usualColumns}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

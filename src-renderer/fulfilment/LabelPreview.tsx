import { Group, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { LABEL_PAPER } from '../../src-shared/fulfilment/shipping-label.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { api } from '../base/api.ts'
import { useSettings } from '../base/use-settings.ts'
import { useWords } from '../design/language.tsx'
import classes from './LabelPreview.module.css'
import { ParcelLabelPreview, type PreviewOptions } from './ParcelLabelPreview.tsx'

const SHOWN = 6

export interface LabelPreviewProps {
  orderIds: readonly string[]
  /** Numbers of orders that get no label. */
  skipped: readonly string[]
  /** Numbers of orders whose label is the courier's own. */
  official: readonly string[]
  size: LabelSize
  options: PreviewOptions
}

/**
 * The labels at true proportion, drawn from the orders themselves. Refused: the PDF in a frame, because our pages may
 * hold no frame at all.
 */
export function LabelPreview({ orderIds, skipped, official, size, options }: LabelPreviewProps) {
  const w = useWords(packWords)
  const settings = useSettings()
  const orders = useQueries({
    queries: orderIds.slice(0, SHOWN).map((id) => api.orders.get.queryOptions({ input: { id } })),
  }).flatMap(({ data }) => (data && !skipped.includes(data.number) ? [data] : []))
  // four labels of A6 stand on a sheet of A4
  const { widthMm, heightMm } = LABEL_PAPER[size === 'A4x4' ? 'A6' : size]
  const more = orderIds.length - skipped.length - orders.length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.table} tabIndex={0} aria-label={w.labelPreview}>
      <Text component="p" mb={12} fz="12.5px" c="dimmed">
        {w.labelPreviewHow}
      </Text>
      <Group gap={24} mb={14} align="stretch">
        {settings &&
          orders.map((order) => (
            <ParcelLabelPreview
              key={order.id}
              order={order}
              sender={settings}
              options={options}
              isOfCourier={official.includes(order.number)}
              widthMm={widthMm}
              heightMm={heightMm}
            />
          ))}
      </Group>
      {more > 0 && orders.length > 0 && (
        <Text component="p" mb={12} fz="12.5px" c="dimmed">
          {w.labelMore(formatNumber(more))}
        </Text>
      )}
    </section>
  )
}

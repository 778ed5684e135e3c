import { lazy, Suspense } from 'react'
import { ChartSection, type ChartSectionProps } from './ChartSection.tsx'

/** What draws charts is a quarter of the window's code: it is fetched once figures, titles and the table twin stand. */
const BarPicture = lazy(async () => {
  await isIdle()
  return { default: (await import('./BarPicture.tsx')).BarPicture }
})
const LATEST_MS = 500
/** Safari knows no idle moments. */
const isIdle = () =>
  new Promise((idle) =>
    'requestIdleCallback' in window ? requestIdleCallback(idle, { timeout: LATEST_MS }) : setTimeout(idle),
  )

/** Stacked columns over days or months, in rupiah. Series keep the house order: Shopee, TikTok Shop, own sales. */
export function BarStack(props: ChartSectionProps) {
  const { series, points, onOpen, height = 220 } = props
  return (
    <ChartSection {...props}>
      <Suspense>
        <BarPicture {...{ series, points, height }} {...(onOpen ? { onOpen } : {})} />
      </Suspense>
    </ChartSection>
  )
}

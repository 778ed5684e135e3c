import { Box, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Master } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { MasterPhotos } from './MasterPhotos.tsx'
import { ShopListingForm } from './ShopListingForm.tsx'

interface ListingEditorProps {
  productId: string
  onClose: () => void
  children: ReactNode
}

/** One product at its channels: pictures for all, and what is written for each shop. */
export function ListingEditor({ productId, onClose, children }: ListingEditorProps) {
  const w = useWords(listingsWords)
  const master = useQuery(api.listings.get.queryOptions({ input: { productId } }))
  return (
    <Page
      title={master.data?.name ?? ' '}
      actions={<ActionButton label={w.back} shortcut={standingShortcuts.back} onAct={onClose} />}
      layout="flush"
    >
      {children}
      <RefusalNotice error={master.error} onRetry={() => master.refetch()} />
      {master.data && <Editor master={master.data} />}
    </Page>
  )
}

function Editor({ master }: { master: Master }) {
  const w = useWords(listingsWords)
  const [, go] = useLocation()
  const [shopId, setShopId] = useState(master.shops[0]?.shopId ?? '')
  const shop = master.shops.find((each) => each.shopId === shopId)
  return (
    <Box flex={1} className="scrolls">
      <Stack gap={16} maw={980} p="16px 20px 32px">
        <MasterPhotos master={master} />
        {master.shops.length > 1 && (
          <div>
            <SegmentedTabs
              label={w.shop}
              items={master.shops.map((each) => ({ id: each.shopId, label: each.shopName }))}
              value={shopId}
              onChange={setShopId}
            />
          </div>
        )}
        {master.shops.length === 0 && (
          <EmptyState
            action={
              <ActionButton
                kind="primary"
                label={w.connect}
                shortcut={standingShortcuts.main}
                onAct={() => go('/toko/sambungan')}
              />
            }
          >
            {w.noShop}
          </EmptyState>
        )}
        {shop && <ShopListingForm key={shopId} productId={master.productId} master={master} shop={shop} />}
      </Stack>
    </Box>
  )
}

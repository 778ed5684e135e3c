import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goodsNameOf } from '../../src-shared/catalog/goods-name.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { api, client } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useWords } from '../design/language.tsx'
import { ProductEditorBody } from './ProductEditorBody.tsx'
import { emptyProduct, formOf } from './product-form.ts'

/** One product, new or stored, ready to be changed. */
export function ProductEditor({ id }: { id: string }) {
  const w = useWords(productsWords)
  const isNew = id === 'new'
  const [fresh] = useState(emptyProduct)
  const stored = useQuery(api.catalog.products.get.queryOptions({ input: { id }, enabled: !isNew }))
  const product = stored.data
  const parts = product?.variants.flatMap(({ components }) => components.map(({ variantId }) => variantId)) ?? []
  const names = useQuery({
    queryKey: [['inventory'], 'names', parts],
    queryFn: async () => {
      const rows = await Promise.all(parts.map((variantId) => client.inventory.level({ variantId })))
      return rows.map((row) => [row.variantId, goodsNameOf(row)] as const)
    },
    enabled: parts.length > 0,
  })
  const openings = useQuery(
    api.inventory.opening.list.queryOptions({ input: { product: id, limit: 500 }, enabled: !isNew }),
  )
  const missing = useQuery(api.inventory.missingCost.queryOptions({ enabled: !isNew }))
  const start = isNew
    ? fresh
    : product &&
      openings.data &&
      missing.data &&
      (parts.length === 0 || names.data) &&
      formOf(product, new Map(names.data), {
        openings: new Map(openings.data.rows.map((row) => [row.variantId, row])),
        missing: new Map(missing.data.map((row) => [row.variantId, row])),
      })
  if (!start)
    return (
      <Page title={product?.name ?? ' '}>
        <RefusalNotice
          error={stored.error ?? names.error ?? openings.error ?? missing.error}
          onRetry={() => stored.refetch()}
        />
      </Page>
    )
  return (
    <ProductEditorBody
      start={start}
      title={product?.name ?? w.newProduct}
      isNew={isNew}
      isArchived={product?.archived ?? false}
    />
  )
}

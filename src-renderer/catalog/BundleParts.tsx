import { Box } from '@mantine/core'
import type { RefObject } from 'react'
import type { Variant } from '../../src-shared/catalog/catalog.ts'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { Columns } from '../design/Columns.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import type { ProductForm } from './product-form.ts'
import { VariantFinder } from './VariantFinder.tsx'

export interface BundlePartsProps {
  components: ProductForm['components']
  newest: RefObject<ProductForm>
  onChange: (components: ProductForm['components']) => void
  error: string | undefined
}

/** What a Paket Bundling is made of; its components leave the shelf when it is sold. */
export function BundleParts({ components, newest, onChange, error }: BundlePartsProps) {
  const w = useWords(productsWords)
  const add = ({ id: variantId, goodsName }: Variant, pieces: number) => {
    const present = newest.current.components
    const before = present.find((part) => part.variantId === variantId)
    onChange(
      before
        ? present.map((part) => (part === before ? { ...part, pieces: (part.pieces ?? 0) + pieces } : part))
        : [...present, { variantId, goodsName, pieces }],
    )
  }
  return (
    <Box flex="none" p="12px 20px">
      <VariantFinder label={w.addComponent} help={w.addComponentHelp} place="parts" error={error} onTake={add} />
      {components.length > 0 && (
        <Box component="ul" mah={200} mt={10} className="scrolls" aria-label={w.components}>
          {components.map((part) => (
            <Columns
              key={part.variantId}
              component="li"
              of="minmax(0, 1fr) 120px 30px"
              gap={10}
              align="center"
              p="4px 0"
              className="line-above"
            >
              <GoodsName goods={part.goodsName} />
              <PiecesField
                label={w.componentPieces(wholeName(part.goodsName))}
                isLabelHidden
                least={1}
                value={part.pieces}
                onChange={(pieces) => onChange(components.map((each) => (each === part ? { ...each, pieces } : each)))}
              />
              <RemoveButton
                label={w.removeComponent(wholeName(part.goodsName))}
                onAct={() => onChange(components.filter((each) => each !== part))}
              />
            </Columns>
          ))}
        </Box>
      )}
    </Box>
  )
}

import { Box } from '@mantine/core'
import type { RefObject } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { RemoveButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import type { ProductForm } from './product-form.ts'
import classes from './products.module.css'
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
  const add = (variantId: string, label: string, pieces: number) => {
    const present = newest.current.components
    const before = present.find((part) => part.variantId === variantId)
    onChange(
      before
        ? present.map((part) => (part === before ? { ...part, pieces: (part.pieces ?? 0) + pieces } : part))
        : [...present, { variantId, label, pieces }],
    )
  }
  return (
    <Box flex="none" p="12px 20px">
      <VariantFinder
        label={w.addComponent}
        help={w.addComponentHelp}
        place="parts"
        error={error}
        onTake={({ id, label }, pieces) => add(id, label, pieces)}
      />
      {components.length > 0 && (
        <ul className={classes.parts} aria-label={w.components}>
          {components.map((part) => (
            <li key={part.variantId}>
              <span className="cut">{part.label}</span>
              <PiecesField
                label={w.componentPieces(part.label)}
                isLabelHidden
                least={1}
                value={part.pieces}
                onChange={(pieces) => onChange(components.map((each) => (each === part ? { ...each, pieces } : each)))}
              />
              <RemoveButton
                label={w.removeComponent(part.label)}
                onAct={() => onChange(components.filter((each) => each !== part))}
              />
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}

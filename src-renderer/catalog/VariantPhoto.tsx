import { Menu } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refusalSentence } from '../base/refusal-sentence.ts'
import { usePhoto } from '../base/use-photo.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { ChoosePhotoFile } from './ChoosePhotoFile.tsx'
import { optionName, type ProductForm, type VariantText } from './product-form.ts'
import classes from './products.module.css'
import { usePhotoUpload } from './use-photo-upload.ts'

export interface VariantPhotoProps {
  row: VariantText
  form: ProductForm
  /** Null takes it off. */
  onPhoto: (photoId: Id | null) => void
  /** Why a picture was not taken. */
  onTrouble: (sentence: string) => void
}

/** What a packer sees of this SKU: its own picture, else its product's; pressed to change it, for all sizes of its colour. */
export function VariantPhoto({ row, form, onPhoto, onTrouble }: VariantPhotoProps) {
  const w = useWords(productsWords)
  const { language } = useLocale()
  const photo = usePhoto(row.ownPhotoId ?? form.photoId)
  const file = useRef<HTMLInputElement>(null)
  const upload = usePhotoUpload(onPhoto)
  const name = optionName(row) || w.oneSku
  const colour = [row.motif, row.colour].filter(Boolean).join(', ')
  const trouble = upload.problem ? w[upload.problem] : upload.error ? refusalSentence(upload.error, language) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it comes
  useEffect(() => {
    if (trouble) onTrouble(trouble)
  }, [trouble])
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes.photo}
          data-own={row.ownPhotoId !== null || undefined}
          aria-label={w.photoOf(name)}
          aria-busy={upload.isBusy}
        >
          <GoodsPhoto name={form.name || w.newProduct} category={form.category} colour={row.colour} src={photo} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => file.current?.click()}>
          {colour === '' ? w.choosePhoto : w.choosePhotoOf(colour)}
        </Menu.Item>
        {row.ownPhotoId !== null && (
          <Menu.Item onClick={() => onPhoto(null)}>
            {form.photoId === null ? w.removePhoto : w.useProductPhoto}
          </Menu.Item>
        )}
      </Menu.Dropdown>
      <ChoosePhotoFile label={w.photoOf(name)} fileRef={file} onFile={(picked) => void upload.take(picked)} />
    </Menu>
  )
}

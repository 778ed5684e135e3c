import { Autocomplete, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { api } from '../app/api.ts'
import { RefusalNotice } from '../app/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { usePhoto } from '../orders/use-photo.ts'
import { goToPlace } from './CellField.tsx'
import classes from './products.module.css'
import { shrunkPhoto } from './shrink-photo.ts'
import type { ProductForm } from './variant-draft.ts'

export interface ProductFactsProps {
  form: ProductForm
  onChange: (next: Partial<ProductForm>) => void
  nameError: string | undefined
}

/** Name, category, photo and description. */
export function ProductFacts({ form, onChange, nameError }: ProductFactsProps) {
  const w = useWords(productsWords)
  const { data } = useQuery(api.catalog.products.list.queryOptions({ input: { limit: 1 } }))
  return (
    <div className={classes.facts}>
      <TextInput
        label={w.name}
        placeholder={w.nameHint}
        value={form.name}
        maxLength={200}
        autoFocus={form.name === ''}
        autoComplete="off"
        data-place="name"
        error={nameError}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && goToPlace('category')}
      />
      <Autocomplete
        label={w.category}
        placeholder={w.categoryHint}
        data={data?.categories.filter(Boolean) ?? []}
        value={form.category}
        maxLength={60}
        data-place="category"
        onChange={(category) => onChange({ category })}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && goToPlace('motifs')}
      />
      <Photo form={form} onChange={onChange} />
      <Textarea
        label={w.description}
        value={form.description}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  )
}

function Photo({ form, onChange }: Omit<ProductFactsProps, 'nameError'>) {
  const w = useWords(productsWords)
  const stored = usePhoto(form.photoId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const save = useMutation(
    api.catalog.photos.save.mutationOptions({ onSuccess: ({ id }) => onChange({ photoId: id }) }),
  )
  const take = async (picked: File | undefined) => {
    if (!picked) return
    try {
      const dataUrl = await shrunkPhoto(picked)
      setUnreadable(false)
      setChosen(dataUrl)
      save.mutate({ id: newId(), dataUrl })
    } catch {
      setUnreadable(true)
    }
  }
  return (
    <div className={classes.photo}>
      <GoodsPhoto
        name={form.name || w.newProduct}
        category={form.category}
        src={form.photoId === null ? null : (chosen ?? stored)}
        size={84}
      />
      <div className={classes.photoActs}>
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          aria-label={w.choosePhoto}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <ActionButton
          label={form.photoId === null ? w.choosePhoto : w.changePhoto}
          busyLabel={w.photoBusy}
          isBusy={save.isPending}
          size="small"
          onAct={() => file.current?.click()}
        />
        {form.photoId !== null && (
          <ActionButton label={w.removePhoto} size="small" kind="quiet" onAct={() => onChange({ photoId: null })} />
        )}
      </div>
      {isUnreadable && <ErrorNotice happened={w.photoUnreadable} />}
      <RefusalNotice error={save.error} />
    </div>
  )
}

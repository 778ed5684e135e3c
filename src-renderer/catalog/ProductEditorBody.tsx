import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconArchive, IconArchiveOff, IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { openingCellWords } from '../../src-shared/inventory/opening.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { SheetFoot } from '../design/list/ListLayout.tsx'
import { Note } from '../design/Note.tsx'
import { goToPlace } from '../design/table/CellField.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../design/toast.tsx'
import { BundleParts } from './BundleParts.tsx'
import { belowCostSentence } from './below-cost.ts'
import { MakeVariants } from './MakeVariants.tsx'
import { newVariants, shortCode } from './new-variants.ts'
import { ProductFacts } from './ProductFacts.tsx'
import { useProductAddress } from './product-address.ts'
import { asProduct, openingLines, openingsBefore, type ProductForm, rowsOf } from './product-form.ts'
import { type FormProblem, problemIn, problemSentence, refusedCell } from './product-problems.ts'
import classes from './products.module.css'
import { VariantRows } from './VariantRows.tsx'
import { type ColumnId, type SheetView, viewOf } from './variant-columns.ts'

export interface ProductEditorBodyProps {
  start: ProductForm
  title: string
  isNew: boolean
  isArchived: boolean
}

/** Name and photo at the left, the SKUs at the right: made as combinations at once, then filled in like a sheet. */
export function ProductEditorBody({ start, title, isNew, isArchived }: ProductEditorBodyProps) {
  const w = useWords(productsWords)
  const confirm = useConfirm()
  const { change: goTo, go } = useProductAddress()
  const cellWords = useWords(openingCellWords)
  const [view, setView] = useState<SheetView>('codes')
  const [form, setForm] = useState(start)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const newest = useRef(form)
  const stood = new Set(start.variants.map(({ id }) => id))
  const isTouched = useRef(false)
  const change = (next: Partial<ProductForm>) => {
    newest.current = { ...newest.current, ...next }
    isTouched.current = true
    setForm(newest.current)
    if (problem) setProblem(problemIn(newest.current))
  }
  const takeBack = useMutation(
    api.catalog.products.save.mutationOptions({ onSuccess: ({ name }) => showToast({ text: w.saveUndone(name) }) }),
  )
  const save = useMutation(
    api.catalog.products.save.mutationOptions({
      onSuccess: ({ name, variants, documentsCosted }) => {
        const said = w.saved(name, formatNumber(variants.length))
        const before = openingsBefore(newest.current).filter(({ variantId }) => stood.has(variantId))
        showToast({
          text: documentsCosted > 0 ? `${said} ${w.nowCosted(formatNumber(documentsCosted))}` : said,
          ...(isNew ? {} : { undo: () => takeBack.mutate({ ...asProduct(start), openings: before }) }),
        })
        goTo({ edit: null })
      },
    }),
  )
  const archive = useMutation(
    api.catalog.products.archive.mutationOptions({
      onSuccess: (_, { id, archived }) => {
        showToast({
          text: archived ? w.archived(form.name) : w.restored(form.name),
          ...(archived ? { undo: () => archive.mutate({ id, archived: false }) } : {}),
        })
        goTo({ edit: null })
      },
    }),
  )
  const store = () => {
    const found = problemIn(newest.current)
    setProblem(found)
    if (!found) save.mutate({ ...asProduct(newest.current), openings: openingLines(newest.current) })
    else if (found.what === 'name') goToPlace('name')
    else if ('row' in found) {
      setView(viewOf(columnOf(found)))
      goToPlace(`${columnOf(found)}/${found.row}`)
    }
  }
  const leave = async (path?: string) => {
    const mayGo =
      !isTouched.current ||
      (await confirm({
        title: w.leaveTitle,
        losses: [w.leaveLoss(form.name || w.newProduct)],
        action: w.leaveAct,
        isDestructive: true,
        stay: w.leaveStay,
      }))
    if (!mayGo) return
    if (path === undefined) goTo({ edit: null })
    else go(path)
  }
  const askArchive = async () => {
    const answer = await confirm({ title: w.archiveTitle(form.name), body: w.archiveBody, action: w.archive })
    if (answer) archive.mutate({ id: form.id, archived: true })
  }
  const choose = (kind: 'ordinary' | 'bundle') => {
    const isBundle = kind === 'bundle'
    const alone = { skuStart: shortCode(form.name), price: '' }
    const needsOne = isBundle && form.variants.length === 0
    change({ isBundle, ...(needsOne ? { variants: newVariants(NO_OPTIONS, [], alone) } : {}) })
  }
  useHotkey(standingShortcuts.back, () => void leave(), { label: w.leave, inFields: true })
  const refused = refusedCell(save.error, form)
  const warning = belowCostSentence(rowsOf(form), w)
  const said = problem && problemSentence(problem, w, cellWords)
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <>
          <ActionButton
            label={w.leave}
            icon={IconArrowLeft}
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={() => void leave()}
          />
          {!isNew &&
            (isArchived ? (
              <ActionButton
                label={w.restore}
                icon={IconArchiveOff}
                onAct={() => archive.mutate({ id: form.id, archived: false })}
              />
            ) : (
              <ActionButton label={w.archive} icon={IconArchive} onAct={() => void askArchive()} />
            ))}
        </>
      }
    >
      <div className={classes.editor}>
        <ProductFacts form={form} onChange={change} nameError={problem?.what === 'name' ? w.nameNeeded : undefined} />
        <Flex
          component="section"
          direction="column"
          miw={0}
          mih={0}
          aria-label={w.variants(formatNumber(rowsOf(form).length))}
        >
          {isNew && (
            <Box flex="none" p="12px 20px 0">
              <SegmentedTabs
                label={w.kindOfGoods}
                items={[
                  { id: 'ordinary', label: w.ordinary },
                  { id: 'bundle', label: w.bundle },
                ]}
                value={form.isBundle ? 'bundle' : 'ordinary'}
                onChange={choose}
              />
            </Box>
          )}
          {form.isBundle ? (
            <BundleParts
              components={form.components}
              newest={newest}
              onChange={(components) => change({ components })}
              error={problem?.what === 'components' ? w.componentsNeeded : undefined}
            />
          ) : (
            <MakeVariants
              form={form}
              onMake={(made) => {
                change({ variants: [...newest.current.variants, ...made] })
                const [first] = made
                setView('codes')
                if (first) goToPlace(`price/${first.id}`)
              }}
            />
          )}
          <VariantRows
            form={form}
            view={view}
            onView={setView}
            newest={newest}
            onChange={(variants) => change({ variants })}
            refused={refused}
            onGo={(path) => void leave(path)}
          />
        </Flex>
      </div>
      <SheetFoot>
        <Box flex={1} miw={0}>
          {said ? (
            <span role="alert" className="bad">
              {said}
            </span>
          ) : save.error || archive.error ? (
            <RefusalNotice error={save.error ?? archive.error} />
          ) : (
            warning && (
              <Note tone="kunyit" icon={IconAlertTriangle} isLive>
                {warning}
              </Note>
            )
          )}
        </Box>
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={store}
        />
      </SheetFoot>
    </Page>
  )
}

const NO_OPTIONS = { motifs: [], colours: [], sizes: [] }

function columnOf({ what }: FormProblem): ColumnId {
  if (what === 'price' || what === 'reorderPoint' || what === 'safetyStock') return what
  if (what === 'openingPieces' || what === 'openingCost') return what
  return what === 'barcode twice' ? 'barcode' : 'sku'
}

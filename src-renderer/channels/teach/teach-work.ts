import { useSyncExternalStore } from 'react'
import { bankNameWords } from '../../../src-shared/bank/bank-import.words.ts'
import type { FileLook, MappingTrial } from '../../../src-shared/channels/file-look.ts'
import type { FileMapping, KnownMapping, MappingSubject } from '../../../src-shared/channels/file-mapping.ts'
import {
  bankNamedIn,
  draftOf,
  draftOfKnown,
  isOfLayout,
  type MappingDraft,
  mappingOf,
  stillMissing,
} from '../../../src-shared/channels/mapping-draft.ts'
import { client } from '../../base/api.ts'
import type { ChosenFile } from '../import-work.ts'

/** A file that is being explained. It lives outside the page, so that nothing is lost when another page is looked at. */
export type TeachState =
  | { step: 'none'; error: unknown }
  | { step: 'looking'; fileName: string }
  | {
      step: 'open'
      chosen: ChosenFile
      look: FileLook
      draft: MappingDraft
      /** The layout as it is known already; null of a new one. */
      known: KnownMapping | null
      trial: MappingTrial | null
      isTrying: boolean
      isSaving: boolean
      error: unknown
    }
type Open = Extract<TeachState, { step: 'open' }>

/** What the work needs of the core; tests hand in a stand-in. */
type Mappings = Pick<typeof client.fileMappings, 'look' | 'lookAgain' | 'try' | 'save' | 'list'>

/** Typing and choosing come in bursts. */
const PAUSE_MS = 250

/** A statement is called by whose it is, until the person says otherwise. */
function nameOf(look: FileLook) {
  const bank = bankNamedIn(look)
  return { bank, name: look.subject === 'bank' && bank !== 'other' ? bankNameWords.id[bank] : '' }
}

export function createTeachWork(mappings: Mappings) {
  let state: TeachState = { step: 'none', error: null }
  let turn = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const to = (next: TeachState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const open = (): Open | null => (state.step === 'open' ? state : null)
  const change = (more: Partial<Open>) => {
    const now = open()
    if (now) to({ ...now, ...more })
  }

  /** Reads the file by the draft as it stands; an answer that another change has overtaken is not listened to. */
  const tryOut = () => {
    clearTimeout(pause)
    const now = open()
    if (!now) return
    const mine = ++turn
    if (stillMissing(now.draft).length > 0) return change({ trial: null, isTrying: false })
    change({ isTrying: true })
    pause = setTimeout(async () => {
      const { look, draft } = open() ?? now
      const { fileId, sheet, headingRow } = look
      try {
        const trial = await mappings.try({ fileId, sheet, headingRow, mapping: mappingOf(look, draft) })
        if (mine === turn) change({ trial, isTrying: false, error: null })
      } catch (error) {
        if (mine === turn) change({ trial: null, isTrying: false, error })
      }
    }, PAUSE_MS)
  }

  const lookedAt = async (look: FileLook, chosen: ChosenFile, before?: MappingDraft) => {
    const known = (await mappings.list()).find(({ mapping }) => isOfLayout(look, mapping)) ?? null
    const said = before ?? { ...nameOf(look), channel: 'other' as const }
    const draft = known ? draftOfKnown(look, known.mapping) : draftOf(look, look.subject, said)
    to({ step: 'open', chosen, look, draft, known, trial: null, isTrying: false, isSaving: false, error: null })
    tryOut()
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): TeachState => state,

    async takeFile(chosen: ChosenFile) {
      turn++
      to({ step: 'looking', fileName: chosen.name })
      try {
        const look = await mappings.look({ file: await chosen.contents(), modifiedAt: chosen.modifiedAt })
        await lookedAt(look, chosen)
      } catch (error) {
        to({ step: 'none', error })
      }
    },

    async look(place: { sheet: number; headingRow?: number }) {
      const now = open()
      if (!now) return
      try {
        const look = await mappings.lookAgain({ fileId: now.look.fileId, ...place })
        if (open()) await lookedAt(look, now.chosen, now.draft)
      } catch (error) {
        change({ error })
      }
    },

    take(subject: MappingSubject) {
      const now = open()
      if (!now) return
      change({ draft: draftOf(now.look, subject, now.draft) })
      tryOut()
    },

    name: (name: string) => {
      const now = open()
      if (now) change({ draft: { ...now.draft, name } })
    },

    say(next: (draft: MappingDraft, look: FileLook) => MappingDraft) {
      const now = open()
      if (!now) return
      change({ draft: next(now.draft, now.look) })
      tryOut()
    },

    /** Remembers the layout; the file it was taught with, to be taken in by it. */
    async save(): Promise<ChosenFile | null> {
      const now = open()
      if (!now) return null
      change({ isSaving: true, error: null })
      const mapping: FileMapping = mappingOf(now.look, now.draft)
      try {
        await mappings.save(mapping)
        to({ step: 'none', error: null })
        return now.chosen
      } catch (error) {
        change({ isSaving: false, error })
        return null
      }
    },

    startOver() {
      turn++
      clearTimeout(pause)
      to({ step: 'none', error: null })
    },
  }
}

export const teachWork = createTeachWork(client.fileMappings)
export const useTeachWork = () => useSyncExternalStore(teachWork.subscribe, teachWork.read)

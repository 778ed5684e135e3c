import { expect, test } from 'vitest'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'

test('one parcel, piece, order, label or sticker is no "1 parcels" in English', () => {
  const said = [handoverWords.en, packWords.en].flatMap((words) =>
    Object.values(words).flatMap((word: unknown) =>
      typeof word === 'function' ? [String(word(...Array.from({ length: Math.max(1, word.length) }, () => '1')))] : [],
    ),
  )
  expect(said.length).toBeGreaterThan(40)
  expect(said.filter((each) => /\b1 (more )?(parcels|pieces|orders|labels|stickers)\b/.test(each))).toEqual([])
})

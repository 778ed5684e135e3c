import { expect, test } from 'vitest'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'

test('one parcel, piece, order, label or sticker is no "1 parcels" in English', () => {
  const { en: door } = handoverWords
  const { en: desk } = packWords
  const said = [
    ...[door.finishCount, door.sheetMarked, door.marked, door.undoTitle, door.undone].map((say) => say('1')),
    ...[door.question('1', 'J&T'), door.given('1', 'J&T'), door.sheetOf('1', 'J&T'), door.ofOneDay('J&T', '1')],
    ...[door.batch('1', ''), door.batch('1', 'Dewi'), door.totalOfDay('1', '1'), desk.pickTitle('1', '1')],
    ...[desk.ofPieces, desk.opened, desk.doneNeeds, desk.queueMore].map((say) => say('1')),
    ...[desk.stickersFor, desk.stickerDo, desk.labelsFor, desk.labelPrint, desk.labelMore].map((say) => say('1')),
  ]
  expect(said.filter((each) => /\b1 (more )?(parcels|pieces|orders|labels|stickers)\b/.test(each))).toEqual([])
})

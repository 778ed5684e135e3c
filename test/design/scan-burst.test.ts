import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BURST_RULES, NO_BURST, nextStroke, type Stroke } from '../../src-renderer/design/scanner/scan-burst.ts'

/** Plays strokes through the detector as the listener does: what reached the field, and which codes were delivered. */
function play(strokes: readonly Stroke[]) {
  let burst = NO_BURST
  let field = ''
  let before = ''
  const scans: string[] = []
  const enters: number[] = []
  for (const stroke of strokes) {
    const isNewRun = burst.text === '' || stroke.at - burst.lastAt > BURST_RULES.gapMs
    const verdict = nextStroke(burst, stroke)
    field += verdict.replay
    if (isNewRun) before = field
    burst = verdict.burst
    if (verdict.act === 'begin') field = before
    if (verdict.act === 'pass' && stroke.key.length === 1 && !stroke.isByHand) field += stroke.key
    if (verdict.act === 'pass' && stroke.key === 'Enter') enters.push(stroke.at)
    if (verdict.code) scans.push(verdict.code)
  }
  return { field: burst.isHeld ? field + burst.text : field, scans, enters }
}

const typed = (text: string, from: number, gapMs: number): Stroke[] =>
  [...text].map((key, index) => ({ key, at: from + index * gapMs }))
const scanned = (code: string, from: number, gapMs = 20): Stroke[] => [
  ...typed(code, from, gapMs),
  { key: 'Enter', at: from + code.length * gapMs },
]

test('a code typed by a scanner is delivered once and leaves nothing in the field', () => {
  expect(play(scanned('8991234567890', 0))).toEqual({ field: '', scans: ['8991234567890'], enters: [] })
})

test('what a person types stays where it was typed', () => {
  const strokes = [...typed('Kemeja', 0, 120), { key: 'Enter', at: 900 }]
  expect(play(strokes)).toEqual({ field: 'Kemeja', scans: [], enters: [900] })
})

test('a person who rolls over four keys without Enter loses none of them', () => {
  const strokes = [...typed('pera', 0, 30), ...typed('k', 300, 120)]
  expect(play(strokes)).toEqual({ field: 'perak', scans: [], enters: [] })
})

test('a capital letter from a scanner comes with a Shift press of its own', () => {
  const strokes: Stroke[] = [
    { key: 'Shift', at: 0 },
    { key: 'K', at: 2 },
    { key: 'Shift', at: 20 },
    { key: 'M', at: 22 },
    { key: 'J', at: 42 },
    { key: '-', at: 62 },
    { key: 'L', at: 82 },
    { key: 'Enter', at: 102 },
  ]
  expect(play(strokes).scans).toEqual(['KMJ-L'])
})

test('a key held down is not a scanner', () => {
  const held = typed('aaaaaa', 0, 30).map((stroke, index) => ({ ...stroke, isByHand: index > 0 }))
  expect(play([...held, { key: 'Enter', at: 200 }]).scans).toEqual([])
})

test('a scan in the middle of a word takes nothing from the word and gives nothing to it', () => {
  const strokes = [...typed('Kem', 0, 150), ...scanned('SPXID0617', 600), ...typed('eja', 1_400, 150)]
  expect(play(strokes)).toEqual({ field: 'Kemeja', scans: ['SPXID0617'], enters: [] })
})

test('whatever is typed and scanned in turn, every code arrives whole and every word stays whole', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  const code = fc.stringMatching(/^[A-Za-z0-9./ -]{3,32}$/)
  const act = fc.oneof(
    fc.record({ kind: fc.constant('word' as const), text: word, gapMs: fc.integer({ min: 60, max: 400 }) }),
    fc.record({ kind: fc.constant('scan' as const), text: code, gapMs: fc.integer({ min: 1, max: 45 }) }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let clock = 0
      const strokes = acts.flatMap(({ kind, text, gapMs }) => {
        const from = clock + 200
        clock = from + (text.length + 1) * gapMs
        return kind === 'scan' ? scanned(text, from, gapMs) : typed(text, from, gapMs)
      })
      const textOf = (wanted: string) => acts.filter(({ kind }) => kind === wanted).map(({ text }) => text)
      expect(play(strokes)).toMatchObject({ field: textOf('word').join(''), scans: textOf('scan') })
    }),
  )
})

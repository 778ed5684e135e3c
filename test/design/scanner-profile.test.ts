import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BURST_RULES, type Stroke } from '../../src-renderer/design/scanner/scan-burst.ts'
import { codesIn, heardIn, isLate, isSlow, rulesFor } from '../../src-renderer/design/scanner/scanner-profile.ts'
import type { ScannerProfile } from '../../src-shared/settings/settings.ts'

const CODE = 'SPXID061'

interface Pace {
  gapMs: number
  end: 'Enter' | 'Tab' | 'none'
  endWaitMs?: number
  from?: number
}
/** The strokes of one code as a scanner of that pace sends them. */
const scanned = (code: string, { gapMs, end, endWaitMs = gapMs, from = 0 }: Pace): Stroke[] => {
  const letters = [...code].map((key, index) => ({ key, at: from + index * gapMs }))
  const lastAt = from + (code.length - 1) * gapMs
  return end === 'none' ? letters : [...letters, { key: end, at: lastAt + endWaitMs }]
}
const learned = (strokes: readonly Stroke[]): ScannerProfile => {
  const { end, gapMs, endWaitMs, problem } = heardIn(strokes)
  expect(problem).toBeNull()
  return { end, gapMs, endWaitMs }
}

describe('one scan tells what kind of scanner it is', () => {
  test.each([
    ['fast with Enter', { gapMs: 10, end: 'Enter' }, { isSlow: false, isLate: false }],
    ['fast with Tab', { gapMs: 10, end: 'Tab' }, { isSlow: false, isLate: false }],
    ['fast with nothing', { gapMs: 10, end: 'none' }, { isSlow: false, isLate: false }],
    ['Enter 300 ms late', { gapMs: 10, end: 'Enter', endWaitMs: 300 }, { isSlow: false, isLate: true }],
    ['60 ms a key', { gapMs: 60, end: 'Enter' }, { isSlow: true, isLate: false }],
    ['60 ms a key with Tab, late', { gapMs: 60, end: 'Tab', endWaitMs: 400 }, { isSlow: true, isLate: true }],
  ] as const)('%s', (_, pace, kind) => {
    const strokes = scanned(CODE, pace)
    const heard = heardIn(strokes)
    expect(heard).toMatchObject({ code: CODE, end: pace.end, averageMs: pace.gapMs, gapMs: pace.gapMs, problem: null })
    expect({ isSlow: isSlow(heard), isLate: isLate(heard) }).toEqual(kind)
    expect(codesIn(strokes, rulesFor(learned(strokes)))).toEqual([CODE])
  })

  test('before it is learned, only a fast scanner with Enter is understood', () => {
    const isUnderstood = (pace: Pace) => codesIn(scanned(CODE, pace), rulesFor(null)).length === 1
    expect(isUnderstood({ gapMs: 10, end: 'Enter' })).toBe(true)
    expect(isUnderstood({ gapMs: 10, end: 'Tab' })).toBe(false)
    expect(isUnderstood({ gapMs: 10, end: 'none' })).toBe(false)
    expect(isUnderstood({ gapMs: 10, end: 'Enter', endWaitMs: 300 })).toBe(false)
    expect(isUnderstood({ gapMs: 60, end: 'Enter' })).toBe(false)
    expect(rulesFor(null)).toBe(BURST_RULES)
  })
})

describe('a hand is no scanner', () => {
  test.each([
    ['120 ms a key', 120],
    ['200 ms a key', 200],
  ])('typed at %s, nothing is learned', (_, gapMs) => {
    expect(heardIn(scanned(CODE, { gapMs, end: 'Enter' })).problem).toBe('by hand')
  })

  test('two letters, or a code that a quick hand might type, say that they are too short', () => {
    expect(heardIn(scanned('A1', { gapMs: 10, end: 'Enter' })).problem).toBe('too short')
    expect(heardIn(scanned('KMJL', { gapMs: 60, end: 'Enter' })).problem).toBe('too short')
    expect(heardIn(scanned('KMJL', { gapMs: 10, end: 'none' })).problem).toBe('too short')
    expect(heardIn([]).problem).toBe('too short')
  })

  test('whatever scanner was learned, typing at 120 ms a key or slower is never taken for a scan', () => {
    const profile = fc.record({
      end: fc.constantFrom('Enter' as const, 'Tab' as const, 'none' as const),
      gapMs: fc.integer({ min: 0, max: 80 }),
      endWaitMs: fc.integer({ min: 0, max: 1_000 }),
    })
    const letter = fc.record({ key: fc.stringMatching(/^[a-z0-9 ]$/), pause: fc.integer({ min: 120, max: 900 }) })
    const ending = fc.constantFrom('Enter', 'Tab', 'ArrowDown')
    fc.assert(
      fc.property(profile, fc.array(letter, { maxLength: 30 }), ending, (known, letters, end) => {
        let at = 0
        const strokes = [...letters, { key: end, pause: 120 }].map(({ key, pause }) => {
          at += pause
          return { key, at }
        })
        expect(codesIn(strokes, rulesFor(known))).toEqual([])
      }),
    )
  })

  test('three keys rolled over and a late Enter are typing, also where the scanner is late or says nothing', () => {
    const roll = [...scanned('sar', { gapMs: 30, end: 'none' }), { key: 'Enter', at: 260 }]
    expect(codesIn(roll, rulesFor({ end: 'Enter', gapMs: 10, endWaitMs: 300 }))).toEqual([])
    expect(codesIn(roll, rulesFor({ end: 'none', gapMs: 10, endWaitMs: 0 }))).toEqual([])
  })
})

test('a scanner that was learned is understood at a pace that wavers by a fifth, code after code', () => {
  const pace = fc.record({
    gapMs: fc.integer({ min: 5, max: 80 }),
    end: fc.constantFrom('Enter' as const, 'Tab' as const, 'none' as const),
    endWaitMs: fc.integer({ min: 5, max: 1_000 }),
  })
  const codes = fc.array(fc.stringMatching(/^[A-Za-z0-9./ -]{5,32}$/), { minLength: 1, maxLength: 6 })
  const wavering = fc.infiniteStream(fc.integer({ min: 80, max: 120 }))
  fc.assert(
    fc.property(pace, codes, wavering, ({ gapMs, end, endWaitMs }, all, waver) => {
      const profile = learned(scanned(CODE, { gapMs, end, endWaitMs }))
      let at = 0
      const after = (ms: number) => {
        at += (ms * waver.next().value!) / 100
        return at
      }
      const strokes = all.flatMap((code) => {
        after(2_000)
        const letters = [...code].map((key) => ({ key, at: after(gapMs) }))
        return end === 'none' ? letters : [...letters, { key: end, at: after(endWaitMs) }]
      })
      expect(codesIn(strokes, rulesFor(profile))).toEqual(all)
    }),
  )
})

test('what was learned is added: a second scanner, fast with Enter, goes on working', () => {
  const usual = scanned('KMJ', { gapMs: 20, end: 'Enter' })
  for (const end of ['Tab', 'none'] as const)
    expect(codesIn(usual, rulesFor({ end, gapMs: 62, endWaitMs: 300 }))).toEqual(['KMJ'])
})

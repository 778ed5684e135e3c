import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { everyAct } from '../builders/every-act.ts'
import { aNamedCaller } from './a-named-caller.ts'

const STORMS = Array.from({ length: 40 }, (_, n) => n + 1)

/** What a call came to, told apart by contents. */
type Came = { contents: 'asked' | 'other'; answer: unknown } | { contents: 'asked' | 'other'; code: string }

/** Labels are marked once, but drawn anew, with the address the shop has by then. */
const withoutSheet = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'file' in answer ? { ...answer, file: null } : answer

test.each(STORMS)(
  'storm %i: all acts at once, each three times with equal contents and twice with others under the same name, are done once or refused',
  async (seed) => {
    const die = dice(seed)
    const shop = await everyAct()
    const send = await aNamedCaller(shop)
    const calls: { act: string; procedure: string; contents: Came['contents']; input: unknown }[] = []
    for (const [procedure, asked] of Object.entries(shop.acts)) {
      const act = newId()
      const { input, other } = await asked()
      for (let n = 0; n < 3; n++) calls.push({ act, procedure, contents: 'asked', input })
      if (other !== undefined)
        for (let n = 0; n < 2; n++) calls.push({ act, procedure, contents: 'other', input: other })
    }
    calls.sort(() => die.roll() - 0.5)
    const came = new Map<string, Came[]>()
    await Promise.all(
      calls.map(async ({ act, procedure, contents, input }) => {
        const one = await send(procedure, input, act).then(
          (answer): Came => ({ contents, answer: withoutSheet(answer) }),
          (error: unknown): Came => {
            // a "no" of the business; a defect would be a code of its own
            if (!(error instanceof ORPCError) || error.status >= 500) throw error
            return { contents, code: error.code }
          },
        )
        came.set(procedure, [...(came.get(procedure) ?? []), one])
      }),
    )
    for (const [procedure, all] of came) {
      const answered = all.filter((one) => 'answer' in one)
      expect(new Set(answered.map(({ contents }) => contents)).size, `${procedure} under one name`).toBeLessThanOrEqual(
        1,
      )
      for (const { answer } of answered) expect(answer, procedure).toEqual(answered[0]!.answer)
    }
    const { findings } = await shop.client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
  },
)

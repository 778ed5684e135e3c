import type { Locator } from 'playwright-core'

/** Follows a field frame by frame from now on; what is returned tells every text that stood in it, once each, in order. */
export async function whatStandsIn(field: Locator): Promise<() => Promise<string[]>> {
  const followed = await field.evaluateHandle((input) => {
    const stood: string[] = []
    const look = () => {
      const text = (input as HTMLInputElement).value
      if (stood.at(-1) !== text) stood.push(text)
      requestAnimationFrame(look)
    }
    look()
    return stood
  })
  return () => followed.jsonValue()
}

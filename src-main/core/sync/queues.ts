/** Work under one name is done one after the other, under different names side by side. */
export function createQueues() {
  const last = new Map<string, Promise<unknown>>()
  return {
    run<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
      const before = last.get(name) ?? Promise.resolve()
      const done = before.then(work, work)
      last.set(name, done)
      const forget = () => {
        if (last.get(name) === done) last.delete(name)
      }
      done.then(forget, forget)
      return done
    },
    /** Once nothing is under way. */
    async idle(): Promise<void> {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}

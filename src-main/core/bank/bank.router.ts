import { api } from '../api.ts'
import type { BankService } from './bank.service.ts'

export const bankRouter = (bank: BankService) => ({
  lines: api.bank.lines.handler(({ input }) => bank.lines(input)),
  line: api.bank.line.handler(({ input }) => bank.line(input.id)),
  summary: api.bank.summary.handler(({ input }) => bank.summary(input)),
  answer: api.bank.answer.handler(({ input }) => bank.answer(input.id, input.batch, input.answer)),
  agreeCertain: api.bank.agreeCertain.handler(({ input }) => bank.agreeCertain(input)),
  undo: api.bank.undo.handler(({ input }) => bank.undo(input.batch)),
  forget: api.bank.forget.handler(({ input }) => bank.forget(input.id)),
  rules: {
    list: api.bank.rules.list.handler(() => bank.rules.list()),
    save: api.bank.rules.save.handler(({ input }) => bank.rules.save(input)),
    remove: api.bank.rules.remove.handler(({ input }) => bank.rules.remove(input.id)),
    preview: api.bank.rules.preview.handler(({ input }) => bank.rules.preview(input)),
    apply: api.bank.rules.apply.handler(({ input }) => bank.rules.apply(input.id, input.batch)),
  },
})

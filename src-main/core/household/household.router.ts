import { api } from '../api.ts'
import type { HouseholdService } from './household.service.ts'

export const householdRouter = (household: HouseholdService) => ({
  month: api.household.month.handler(({ input }) => household.month(input.month)),
  setBudget: api.household.setBudget.handler(({ input }) =>
    household.setBudget(input.month, input.account, input.amount),
  ),
  copyBudget: api.household.copyBudget.handler(({ input }) => household.copyBudget(input.month)),
})

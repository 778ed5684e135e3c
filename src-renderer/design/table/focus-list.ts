/** Down into the list of the page, where its cursor stands. */
export const focusList = () =>
  document.querySelector<HTMLElement>('[role="grid"] [data-cursor], [role="grid"] [data-here]')?.focus()

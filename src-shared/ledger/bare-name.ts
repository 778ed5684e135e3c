/** An account's name without the remark behind it: which providers or rules it stands for is said where it is chosen, not where it is counted. */
export const bareName = (name: string): string => name.replace(/ \(.*\)$/, '')

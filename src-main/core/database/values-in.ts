import { type RawBuilder, sql } from 'kysely'

/** Any number of values as one bound parameter, for `where(column, 'in', …)`. */
export const valuesIn = <T extends string | number = string>(values: Iterable<T>): RawBuilder<T> =>
  sql<T>`(select value from json_each(${JSON.stringify([...values])}))`

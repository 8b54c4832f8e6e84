import { isDeepStrictEqual } from 'node:util'

/**
 * Rows that the database lacks, and rows that it has otherwise. What is as it should be costs no statement, and what is
 * missing goes in by one: a first start on a busy machine would not get through a hundred in the time of a transaction.
 */
export async function compareRows<Key extends object, Row extends Key>(
  rows: readonly Row[],
  stored: PromiseLike<readonly Key[]>,
  keyOf: (row: Key) => string,
): Promise<{ missing: Row[]; changed: Row[] }> {
  const known = new Map((await stored).map((row) => [keyOf(row), row]))
  return {
    missing: rows.filter((row) => !known.has(keyOf(row))),
    changed: rows.filter((row) => {
      const before = known.get(keyOf(row))
      return before !== undefined && !holds(before, row)
    }),
  }
}

/** Whether the stored row has these values, in the form in which JSON keeps them. */
function holds(stored: object, row: object): boolean {
  const before: Record<string, unknown> = { ...stored }
  return Object.entries(row).every(([column, value]) => isDeepStrictEqual(plain(before[column]), plain(value)))
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

export function byKey({ key }: { key: string }): string {
  return key
}

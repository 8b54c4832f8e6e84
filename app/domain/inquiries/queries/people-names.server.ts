import { database } from '#app/platform/db/database.server'

/** Names of the officials with these ids; officials act in public. */
export async function readNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await database().user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

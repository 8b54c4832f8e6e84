import type { Db } from '#app/platform/db/client.server'

/** Where a text stands in the database, as `table.column`: every column of every table of the product and of its jobs. */
export async function findText(db: Db, text: string): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS "table", quote_ident(column_name) AS "column"
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' ORDER BY 1, 2`
  const tables = new Map<string, string[]>()
  for (const { table, column } of columns) tables.set(table, [...(tables.get(table) ?? []), column])
  const looks = [...tables].map(([table, names]) => {
    const hits = names.map(
      (name) => `CASE WHEN bool_or(strpos(lower(${name}::text), lower($1)) > 0) THEN '${table}.${name}' END`,
    )
    return `SELECT unnest(ARRAY[${hits.join(', ')}]) AS place FROM ${table}`
  })
  const found = `SELECT place FROM (${looks.join(' UNION ALL ')}) looked WHERE place IS NOT NULL ORDER BY 1`
  return (await db.$queryRawUnsafe<{ place: string }[]>(found, text)).map(({ place }) => place)
}

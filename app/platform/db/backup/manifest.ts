import { z } from 'zod'

export const BACKUP_FORMAT = 1

const TableSchema = z.object({
  /** Qualified name, quoted as in SQL. */
  name: z.string(),
  rows: z.number().int().nonnegative(),
  /** File below the backup's folder: one JSON object per line, compressed with gzip. */
  file: z.string().regex(/^tables\/[\w.-]+$/),
  sha256: z.string(),
})

export const ManifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  createdAt: z.iso.datetime(),
  /** State of the schema the rows belong to. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(TableSchema),
  /** Files of the storage that are in the backup; null when they are kept elsewhere (S3). */
  files: z.number().int().nonnegative().nullable(),
})

export type Manifest = z.infer<typeof ManifestSchema>
export type TableEntry = z.infer<typeof TableSchema>

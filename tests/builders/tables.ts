import type { Person } from '#app/domain/accounts/model'
import { confirmImport, startImport, type NewImport } from '#app/domain/sites/import/import-commands.server'
import { readImport } from '#app/domain/sites/import/read-import.server'
import { runImport } from '#app/domain/sites/import/run-import.server'
import { writeXlsx } from 'hucre/xlsx'

type Value = string | number | boolean | Date | null

/** Workbook with these headings and rows. */
export function tableOf(headings: string[], ...rows: Value[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Sites', rows: [headings, ...rows] }] })
}

/** Sends a file and reads it as the job would. Gives the id. */
export async function importOf(actor: Person, bytes: Uint8Array, order: Partial<NewImport> = {}): Promise<string> {
  const verdict = await startImport(actor, {
    ...{ fileName: 'sites.xlsx', bytes, layout: null, language: 'ru', townKey: null },
    ...order,
  })
  if (!verdict.ok) throw new Error(verdict.code)
  await runImport(verdict.value.id)
  return verdict.value.id
}

/** The page of an import with its first rows in a view. */
export function previewOf(actor: Person, id: string, view: string | null = null) {
  return readImport(actor, id, view, 'ru', { skip: 0, take: 50 })
}

export const headings = ['number', 'kind', 'identity.name.ru', 'land.plotHa', 'latitude', 'longitude']

/** A row under `headings`: a building at Balkhash, `at` degrees north of the others. */
export const plant = (name: string, at = 0): Value[] => [null, 'здание', name, 1.5, 46.84 + at, 74.98]

/** Confirms an import and does what the job would. */
export async function storeImport(actor: Person, id: string): Promise<void> {
  const verdict = await confirmImport(actor, id)
  if (!verdict.ok) throw new Error(verdict.code)
  await runImport(id)
}

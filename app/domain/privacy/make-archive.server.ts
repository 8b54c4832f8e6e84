import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { paperKey, type PaperType } from '#app/platform/storage/papers.server'
import { storage } from '#app/platform/storage/storage.server'
import { zipStream, type ZipEntry } from '#app/platform/zip/zip-stream.server'
import { exportPage } from './export-page'
import type { OwnData, OwnFile } from './queries/own-data.server'

type Contents = { name: string; data: OwnData; files: OwnFile[] }

/** The archive that a person takes along: data.json for programs, index.html to read, and the files. */
export function makeArchive(contents: Contents, language: Language, now = new Date()): ReadableStream<Uint8Array> {
  return zipStream(entriesOf(contents, language, now))
}

async function* entriesOf(
  { name, data, files }: Contents,
  language: Language,
  now: Date,
): AsyncGenerator<ZipEntry, void> {
  const t = translator(language)
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const plain = JSON.parse(JSON.stringify(data)) as OwnData
  yield { name: 'data.json', bytes: bytesOf(`${JSON.stringify({ madeAt: now, ...plain }, null, 2)}\n`) }
  const title = t('erasure.export.page_title', { name })
  const section = (key: string) => t(`erasure.section.${key}` as 'erasure.section.account')
  yield { name: 'index.html', bytes: bytesOf(exportPage(plain, title, section)) }
  for (const { name: place, sha256, contentType } of files) {
    const bytes = await storage().get(paperKey(sha256, contentType as PaperType))
    if (bytes !== null) yield { name: place, bytes }
  }
}

import type { Localized } from '#app/domain/kernel/localized'
import type { AccessLevel } from './choices'
import type { Dossier, Paper } from './model'
import type { PublicPhoto, StoredFile } from './public-site'

/** A paper as the passport lists it: who may not open it learns that it exists, and may ask. */
export type PublicPaper = {
  fileId: string
  kind: Paper['kind']
  title: Localized
  access: AccessLevel
  format: 'PDF' | 'JPEG' | 'PNG' | 'WebP'
  bytes: number
}

const formats: Record<string, PublicPaper['format']> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
}

/** The photographs of the dossier that the levels open, in their order; one whose file is gone is left out. */
export function photosAt(
  { photos }: Pick<Dossier, 'photos'>,
  files: readonly StoredFile[],
  levels: readonly AccessLevel[],
): PublicPhoto[] {
  return photos.flatMap(({ fileId, alt, access }) => {
    const file = files.find(({ id }) => id === fileId)
    if (file === undefined || !levels.includes(access)) return []
    return [{ fileId, alt, width: file.width, height: file.height, widths: file.widths }]
  })
}

/** All papers of the dossier, in their order; one whose file is gone is left out. */
export function papersOf({ papers }: Pick<Dossier, 'papers'>, files: readonly StoredFile[]): PublicPaper[] {
  return papers.flatMap(({ fileId, kind, title, access }) => {
    const file = files.find(({ id }) => id === fileId)
    const format = file && formats[file.contentType]
    return file === undefined || format === undefined
      ? []
      : [{ fileId, kind, title, access, format, bytes: file.bytes }]
  })
}

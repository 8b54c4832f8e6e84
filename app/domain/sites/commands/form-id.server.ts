import { createHash } from 'node:crypto'

/**
 * The id (UUID) of the site that a form makes: the same whenever this person sends it, and never that of another site,
 * whatever key somebody makes up.
 */
export function idOfForm(form: 'new' | 'split', key: string, authorId: string | null): string {
  const hex = createHash('sha256')
    .update(`${form}/${authorId ?? ''}/${key}`)
    .digest('hex')
  // Version 8 of RFC 9562: an id of one's own making.
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

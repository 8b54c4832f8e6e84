/** The brief that a saved question names in place of the conditions of a search, with the secret of its link. */
export type AskedBrief = { id: string; key: string | null }

/** Which brief a saved question is; null for a search. */
export function readAskedBrief(query: string): AskedBrief | null {
  const params = new URLSearchParams(query)
  const id = params.get('brief')
  return id === null ? null : { id, key: params.get('key') }
}

/** Writes a brief as a saved question. */
export function writeAskedBrief(id: string, key: string): string {
  return new URLSearchParams({ brief: id, key }).toString()
}

/** The page of a saved question, without the language. */
export function watchPath(query: string): string {
  const brief = readAskedBrief(query)
  if (brief === null) return query === '' ? '/sites' : `/sites?${query}`
  return `/briefs/${brief.id}${brief.key === null ? '' : `?${new URLSearchParams({ key: brief.key })}`}`
}

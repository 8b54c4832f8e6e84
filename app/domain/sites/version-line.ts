import type { VersionState } from './choices'
import type { WrittenRemark } from './remarks'

/** A version in the history of a site. Moments are ISO instants, people are their names, '' for the product itself. */
export type VersionLine = {
  sequence: number
  state: VersionState
  /** It was dropped before anybody published it. */
  isDiscarded: boolean
  createdAt: string
  author: string
  editors: string[]
  submittedAt: string | null
  reviewer: string | null
  reviewedAt: string | null
  publishedAt: string | null
  /** When another one took its place. */
  publicUntil: string | null
  remarks: WrittenRemark[]
}

/**
 * The two versions to compare: those that are asked for where they exist, else the newest with the one that was public
 * before it. The older one comes first; null when there is only one version. `versions` are newest first.
 */
export function chooseCompared(
  versions: readonly VersionLine[],
  from: string | null,
  to: string | null,
): { from: number; to: number } | null {
  const [newest, second] = versions
  if (newest === undefined || second === undefined) return null
  const known = (text: string | null) => versions.find((version) => String(version.sequence) === text)?.sequence
  const before = versions.slice(1).find((version) => version.publishedAt !== null) ?? second
  const pair = [known(from) ?? before.sequence, known(to) ?? newest.sequence]
  return { from: Math.min(...pair), to: Math.max(...pair) }
}

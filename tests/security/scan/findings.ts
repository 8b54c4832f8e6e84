export const levels = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Level = (typeof levels)[number]

/** What a scanner says about one request. */
export type Finding = {
  scanner: 'wapiti' | 'sqlmap' | 'product'
  /** Who the scanner was signed in as. */
  persona: string
  level: Level
  category: string
  where: string
  what: string
}

type Accepted = { scanner: Finding['scanner']; category: string; what: RegExp; why: string }

/** Findings that are wrong about this product, each with the reason; the report counts them apart. */
const accepted: readonly Accepted[] = [
  {
    scanner: 'wapiti',
    category: 'Cross Site Request Forgery',
    what: /^Lack of anti CSRF token$/,
    why: 'A write from another site is refused by its origin (app/server/request-guard.ts), which wapiti does not try.',
  },
]

/** Why a finding does not count; null when it does. */
export function reasonToAccept(finding: Finding): string | null {
  const found = accepted.find(
    ({ scanner, category, what }) =>
      scanner === finding.scanner && category === finding.category && what.test(finding.what),
  )
  return found?.why ?? null
}

/** Whether the finding fails the scan. */
export function isGrave({ level }: Finding): boolean {
  return levels.indexOf(level) >= levels.indexOf('medium')
}

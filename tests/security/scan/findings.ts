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

const lacksToken = (finding: Finding) =>
  finding.scanner === 'wapiti' && finding.category === 'Cross Site Request Forgery'

/** Findings that are wrong about this product, each with the reason; the report counts them apart. */
const accepted: readonly { applies: (finding: Finding) => boolean; why: string }[] = [
  {
    applies: (finding) => lacksToken(finding) && finding.persona === 'visitor',
    why: 'A visitor has no session that another site could misuse; forms of a session carry its token (decision 004).',
  },
  {
    applies: (finding) => lacksToken(finding) && finding.where === 'POST /ru/sign-out',
    why: 'The gateway keeps the scanner from signing out, so the answer is the same with and without the token.',
  },
]

/** Why a finding does not count; null when it does. */
export function reasonToAccept(finding: Finding): string | null {
  return accepted.find(({ applies }) => applies(finding))?.why ?? null
}

/** Whether the finding fails the scan. */
export function isGrave({ level }: Finding): boolean {
  return levels.indexOf(level) >= levels.indexOf('medium')
}

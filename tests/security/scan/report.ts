import { writeFile } from 'node:fs/promises'
import { isGrave, levels, reasonToAccept, type Finding } from './findings'
import type { Traffic } from './gateway'

/** What the scanners did as one person. */
export type Result = {
  persona: string
  pages: number
  /** Fields and parameters that sqlmap tried. */
  fields: number
  modules: number
  /** Modules of wapiti that the clock ended before they had tried everything. */
  cutOff: string[]
  findings: Finding[]
  /** What took longer than it may. */
  unfinished: string[]
}

/** Writes the report and its summary; gives whether nothing of medium or higher stands and everything was tried. */
export async function tell(
  file: string,
  results: readonly Result[],
  seen: readonly Finding[],
  traffic: Traffic,
): Promise<boolean> {
  const findings = [...results.flatMap((result) => result.findings), ...seen]
  const judged = findings.map((finding) => ({ ...finding, accepted: reasonToAccept(finding) }))
  const standing = judged.filter(({ accepted }) => accepted === null)
  const grave = standing.filter(isGrave)
  const unfinished = results.flatMap((result) => result.unfinished)
  await writeFile(file, JSON.stringify({ traffic, results, findings: judged }, null, 2))
  for (const { persona, pages, fields, modules, cutOff } of results)
    console.log(
      `${persona}: ${pages} pages, ${fields} fields for sqlmap, ${modules} modules of wapiti (by the clock: ${cutOff.join(', ') || 'none'})`,
    )
  console.log(
    `${traffic.requests} requests, answers ${JSON.stringify(traffic.byStatus)}, slowest ${traffic.slowestMs} ms`,
  )
  for (const level of levels) console.log(`${level}: ${standing.filter((finding) => finding.level === level).length}`)
  console.log(`wrong about this product, with a reason: ${judged.length - standing.length}`)
  const lines = grave.map(
    ({ scanner, persona, level, category, where, what }) =>
      `${level.toUpperCase()} ${scanner} as ${persona}: ${category}, ${where}: ${what}`,
  )
  for (const line of new Set(lines)) console.log(`${line} (${lines.filter((other) => other === line).length})`)
  for (const where of unfinished) console.log(`NOT FINISHED ${where}`)
  return grave.length === 0 && unfinished.length === 0
}

import { parseNumber } from '#app/domain/kernel/quantity'
import type { Verdict } from '#app/domain/kernel/verdict'
import type { Project } from './facts'
import { companySizes, projectKinds, projectSectors } from './model'

/** Names of the form "your project", which are the parameters of its address. */
export const projectFields = ['sector', 'investment', 'size', 'project', 'export'] as const
export type ProjectField = (typeof projectFields)[number]

export type ReadProject = {
  project: Project
  /** What was typed, for the form. */
  typed: Record<ProjectField, string>
  faults: Partial<Record<ProjectField, 'not_a_number' | 'too_large'>>
  /** The form was sent, even if empty. */
  isGiven: boolean
}

const million = 1_000_000
/** Millions of KZT; a hundred times the largest threshold that a rule set names. */
const mostMillions = 100_000_000

/** Reads the project of an address. What cannot be read is named and counts as not said. */
export function readProject(params: URLSearchParams): ReadProject {
  const typed = Object.fromEntries(
    projectFields.map((name) => [name, (params.get(name) ?? '').trim().slice(0, 60)]),
  ) as ReadProject['typed']
  const faults: ReadProject['faults'] = {}
  const number = (name: ProjectField, max: number) => {
    if (typed[name] === '') return null
    const verdict: Verdict<number> = parseNumber(typed[name], { max })
    if (!verdict.ok) faults[name] = verdict.code === 'too_large' ? 'too_large' : 'not_a_number'
    return verdict.ok ? verdict.value : null
  }
  const millions = number('investment', mostMillions)
  return {
    project: {
      sector: choose(projectSectors, typed.sector),
      investmentKzt: millions === null ? null : Math.round(millions * million),
      companySize: choose(companySizes, typed.size),
      kind: choose(projectKinds, typed.project),
      exportSharePct: number('export', 100),
    },
    typed,
    faults,
    isGiven: projectFields.some((name) => params.has(name)),
  }
}

function choose<Choice extends string>(choices: readonly Choice[], text: string): Choice | null {
  return choices.find((choice) => choice === text) ?? null
}

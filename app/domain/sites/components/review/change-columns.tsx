import type { Localized } from '#app/domain/kernel/localized'
import type { DossierGroup } from '#app/domain/sites/choices'
import type { Change } from '#app/domain/sites/form/changes'
import { groupOfField } from '#app/domain/sites/remarks'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { Column } from '#app/ui/data-table'
import { useFieldLabel } from '../gap-label'
import { useValueWords } from './value-words'

export type NamedIncentives = readonly { key: string; name: Localized }[]

/** Changes by group, in the order in which they come. */
export function byGroup(changes: readonly Change[]): { group: DossierGroup; changes: Change[] }[] {
  const groups = new Map<DossierGroup, Change[]>()
  for (const change of changes) {
    const group = groupOfField(change.name)
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), change])
  }
  return [...groups].map(([group, found]) => ({ group, changes: found }))
}

/** Columns of a table of changes: the field, and each side under its heading. */
export function useChangeColumns(
  incentives: NamedIncentives,
  heads: Partial<Record<'before' | 'after', string>>,
): Column<Change>[] {
  const { t } = useLanguage()
  const label = useFieldLabel()
  const words = useValueWords(incentives)
  const side = (key: 'before' | 'after') => {
    const header = heads[key]
    if (header === undefined) return []
    return [
      { key, header, cell: (change: Change) => <Value name={change.name} text={words(change.name, change[key])} /> },
    ]
  }
  const field: Column<Change> = {
    key: 'field',
    header: t('akimat.review.field'),
    isRowHeader: true,
    cell: (change) => label(change.name),
  }
  return [field, ...side('before'), ...side('after')]
}

function Value({ name, text }: { name: string; text: string | null }) {
  const { t } = useLanguage()
  const language = /\.(kk|ru|en)$/.exec(name)?.[1]
  if (text === null) return <span className="text-muted">{t('ui.state.unknown')}</span>
  return (
    <span lang={language} className="break-words whitespace-pre-line">
      {text}
    </span>
  )
}

import type { DossierGroup } from '#app/domain/sites/choices'
import type { Change } from '#app/domain/sites/form/changes'
import type { ReviewReply } from '#app/domain/sites/form/review-form'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import type { ReactNode } from 'react'
import { useFieldLabel } from '../gap-label'
import { byGroup, useChangeColumns, type NamedIncentives } from './change-columns'
import { FoldedRemark } from './remark-field'

type ChangesTableProps = {
  changes: Change[]
  incentives: NamedIncentives
  isFirst: boolean
  reply: ReviewReply | undefined
}

/** Group by group and field by field what is new, beside what is public, with a place for a remark at each. */
export function ChangesTable({ changes, incentives, isFirst, reply }: ChangesTableProps) {
  const { t } = useLanguage()
  if (changes.length === 0) return <p className="text-muted">{t('akimat.review.no_changes')}</p>
  return (
    <section aria-labelledby="changes" className="flex min-w-0 flex-col gap-8">
      <h2 id="changes" className="text-lg font-bold">
        {t(isFirst ? 'akimat.review.all_fields' : 'akimat.review.changes')}
      </h2>
      {byGroup(changes).map((part) => (
        <GroupChanges key={part.group} {...part} incentives={incentives} isFirst={isFirst} reply={reply} />
      ))}
    </section>
  )
}

type GroupChangesProps = ChangesTableProps & { group: DossierGroup }

function GroupChanges({ group, changes, incentives, isFirst, reply }: GroupChangesProps) {
  const { t } = useLanguage()
  const label = useFieldLabel()
  const heads = { before: isFirst ? undefined : t('akimat.review.before'), after: t('akimat.review.after') }
  const columns = useChangeColumns(incentives, heads)
  const name = t(`akimat.group.${group}`)
  const withRemark = (value: ReactNode, change: Change) => (
    <div className="flex flex-col items-stretch">
      {value}
      <FoldedRemark about={change.name} label={label(change.name)} summary={t('review.remark.add')} reply={reply} />
    </div>
  )
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-2">
      <DataTable
        caption={name}
        rows={changes}
        rowKey={(change) => change.name}
        columns={columns.map((column) =>
          column.key === 'after'
            ? { ...column, cell: (change: Change) => withRemark(column.cell(change), change) }
            : column,
        )}
      />
      <FoldedRemark
        about={group}
        label={name}
        summary={t('review.remark.about_group', { group: name })}
        reply={reply}
      />
    </section>
  )
}

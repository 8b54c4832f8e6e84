import type { Change } from '#app/domain/sites/form/changes'
import type { VersionLine } from '#app/domain/sites/version-line'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DataTable } from '#app/ui/data-table'
import { Form } from '#app/ui/form/form'
import { PageHeading } from '#app/ui/page-heading'
import { byGroup, useChangeColumns, type NamedIncentives } from '../review/change-columns'
import { VersionItem } from './version-item'

export type VersionsData = {
  number: string
  name: string
  versions: VersionLine[]
  /** The two that are compared, older first; null when there is only one version. */
  compared: { from: number; to: number; changes: Change[] } | null
  incentives: NamedIncentives
}

/** Every version of a dossier, and any two of them against each other. */
export function VersionsPage({ data }: { data: VersionsData }) {
  const { t, href } = useLanguage()
  const { number, name, versions, compared } = data
  return (
    <>
      <PageHeading
        title={t('review.versions.of', { number })}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: name, to: href(`/akimat/sites/${number}`) },
          { label: t('review.versions.title') },
        ]}
        lead={t('review.versions.lead')}
      />
      <Form className="flex flex-col gap-4" preventScrollReset>
        <ul className="flex flex-col gap-3">
          {versions.map((version) => (
            <VersionItem key={version.sequence} number={number} version={version} compared={compared} />
          ))}
        </ul>
        {compared !== null && (
          <div>
            <Button>{t('review.versions.compare')}</Button>
          </div>
        )}
      </Form>
      {compared !== null && <Comparison compared={compared} incentives={data.incentives} />}
    </>
  )
}

type ComparisonProps = { compared: NonNullable<VersionsData['compared']>; incentives: NamedIncentives }

function Comparison({ compared: { from, to, changes }, incentives }: ComparisonProps) {
  const { t } = useLanguage()
  const columns = useChangeColumns(incentives, {
    before: t('review.versions.version', { sequence: from }),
    after: t('review.versions.version', { sequence: to }),
  })
  return (
    <section aria-labelledby="differences" className="mt-10 flex flex-col gap-6">
      <h2 id="differences" className="text-lg font-bold">
        {t('review.versions.differences', { from, to })}
      </h2>
      {changes.length === 0 && <p className="text-muted">{t('akimat.review.no_changes')}</p>}
      {byGroup(changes).map(({ group, changes: rows }) => (
        <DataTable
          key={group}
          caption={t(`akimat.group.${group}`)}
          rows={rows}
          rowKey={(change) => change.name}
          columns={columns}
        />
      ))}
    </section>
  )
}

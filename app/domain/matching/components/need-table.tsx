import type { NeedView } from '#app/domain/matching/brief-view'
import type { ProjectFacts } from '#app/domain/matching/project-facts'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FactList } from '#app/ui/fact-list'

/** What a saved brief asks for, in words. */
export function NeedTable({ needs, project }: { needs: readonly NeedView[]; project: ProjectFacts }) {
  const { t, format } = useLanguage()
  const { activity, startOn, jobs, investmentKzt } = project
  const told = [
    { label: t('briefs.activity'), value: activity === '' ? null : <span lang="zxx">{activity}</span> },
    { label: t('briefs.start'), value: startOn && format.date(startOn) },
    { label: t('briefs.jobs'), value: jobs && format.number(jobs) },
    { label: t('briefs.investment'), value: investmentKzt && format.money(investmentKzt) },
  ]
  return (
    <section aria-labelledby="asked-title">
      <h2 id="asked-title" className="text-lg font-bold">
        {t('briefs.needs')}
      </h2>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <FactList
          facts={needs.map(({ label, asked, weight }) => ({
            label,
            value: (
              <>
                <span className="inline-block first-letter:uppercase">{asked}</span>
                <span className="text-muted"> · {weight}</span>
              </>
            ),
          }))}
        />
        <FactList facts={told.filter(({ value }) => value !== null && value !== 0)} />
      </div>
    </section>
  )
}

import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { PlannedReorganization } from '#app/domain/routing/plan'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'

type ListProps = { plans: readonly PlannedReorganization[]; canEdit: boolean }

/** What is planned and what was carried out, with how many open cases will move. */
export function ReorganizationList({ plans, canEdit }: ListProps) {
  const { t, format } = useLanguage()
  if (plans.length === 0) return <EmptyState title={t('responsibility.no_reorganizations')} />
  return (
    <DataTable
      caption={t('responsibility.reorganizations')}
      isCaptionHidden
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'body',
          header: t('responsibility.body'),
          isRowHeader: true,
          cell: ({ body }) => <OfficialName of={body.name} />,
        },
        { key: 'day', header: t('responsibility.day'), cell: ({ day }) => format.date(day) },
        { key: 'what', header: t('responsibility.what'), cell: (plan) => <What plan={plan} /> },
        { key: 'source', header: t('responsibility.source'), cell: ({ source }) => <span lang="">{source}</span> },
        {
          key: 'state',
          header: t('responsibility.state'),
          cell: (plan) => (
            <span className="flex flex-wrap items-center gap-2">
              <Chip tone={plan.isApplied ? 'good' : 'neutral'}>
                {t(plan.isApplied ? 'responsibility.applied' : 'responsibility.planned')}
              </Chip>
              {canEdit && !plan.isApplied && (
                <Form method="post" action="?">
                  <input type="hidden" name="id" value={plan.id} />
                  <Button name="intent" value="cancel" size="small">
                    {t('responsibility.take_back')}
                  </Button>
                </Form>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

function What({ plan }: { plan: PlannedReorganization }) {
  const { t, format } = useLanguage()
  if (plan.successor === null) {
    return (
      <>
        {t('responsibility.kind.rename')}: {plan.newName && <OfficialName of={plan.newName} />}
      </>
    )
  }
  return (
    <span className="flex flex-col">
      <span>
        {t('responsibility.kind.successor')}: <OfficialName of={plan.successor.name} />
      </span>
      {!plan.isApplied && (
        <span className="text-muted text-sm">
          {t('responsibility.will_move', { count: plan.openCases, value: format.number(plan.openCases) })}
        </span>
      )}
      {plan.movesPeople && <span className="text-muted text-sm">{t('responsibility.with_people')}</span>}
    </span>
  )
}

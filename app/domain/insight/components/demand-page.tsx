import { unitOf } from '#app/domain/kernel/quantity'
import type { Demand, QuantityDemand, SectorDemand, Unlock } from '#app/domain/insight/model'
import { unitOfCriterion } from '#app/domain/matching/units'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { PageHeading } from '#app/ui/page-heading'
import { StatRow } from '#app/ui/stat-figure'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type DemandData = {
  demand: (Demand & { townKey: string; hasDemo: boolean }) | null
  towns: { key: string; name: string }[]
}

/** What investors asked of a town and did not find, and what would unlock it. */
export function DemandPage({ data: { demand, towns } }: { data: DemandData }) {
  const { t } = useLanguage()
  const town = towns.find(({ key }) => key === demand?.townKey)
  return (
    <div className="flex flex-col gap-8">
      <PageHeading title={t('insight.demand.title')} lead={t('insight.demand.lead')}>
        {demand?.hasDemo && <Chip tone="attention">{t('insight.demand.demo')}</Chip>}
      </PageHeading>
      {towns.length > 1 && <TownForm towns={towns} chosen={town?.key ?? ''} />}
      {demand === null || demand.asked === 0 ? (
        <EmptyState title={t('insight.demand.empty_title')} text={t('insight.demand.empty_text')} />
      ) : (
        <>
          <Counts {...demand} />
          <Unlocks unlocks={demand.unlocks} />
          <Quantities quantities={demand.quantities} />
          <Sectors sectors={demand.sectors} />
        </>
      )}
    </div>
  )
}

function TownForm({ towns, chosen }: { towns: DemandData['towns']; chosen: string }) {
  const { t } = useLanguage()
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <SelectField
        key={chosen}
        id="town"
        name="town"
        label={t('insight.demand.town')}
        defaultValue={chosen}
        options={towns.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Button>{t('insight.demand.show')}</Button>
    </Form>
  )
}

function Counts({ asked, unmet }: Pick<Demand, 'asked' | 'unmet'>) {
  const { t, format } = useLanguage()
  const show = (count: number | null) => (count === null ? t('insight.demand.few') : format.number(count))
  return (
    <StatRow
      stats={[
        { label: t('insight.demand.asked'), value: show(asked) },
        { label: t('insight.demand.unmet'), value: show(unmet) },
      ]}
    />
  )
}

function Section({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        <p className="text-muted max-w-text">{lead}</p>
      </div>
      {children}
    </section>
  )
}

function Unlocks({ unlocks }: { unlocks: Unlock[] }) {
  const { t, lang, href, format } = useLanguage()
  return (
    <Section id="unlocks" title={t('insight.unlock.title')} lead={t('insight.unlock.lead')}>
      {unlocks.length === 0 ? (
        <p>{t('insight.unlock.none')}</p>
      ) : (
        <DataTable
          caption={t('insight.unlock.title')}
          isCaptionHidden
          rows={unlocks}
          rowKey={({ number, utility, added }) => `${number} ${utility} ${added}`}
          columns={[
            {
              ...{ key: 'site', header: t('insight.unlock.site'), isRowHeader: true },
              cell: ({ number, name }) => (
                <>
                  <Link to={href(`/akimat/sites/${number}`)} className="font-semibold underline">
                    {name[lang] || name.kk || name.ru || number}
                  </Link>{' '}
                  <span className="text-muted text-sm whitespace-nowrap">{number}</span>
                </>
              ),
            },
            {
              ...{ key: 'added', header: t('insight.unlock.added') },
              cell: ({ utility, added }) => (
                <>
                  {t(`sites.utility.${utility}`)}:{' '}
                  <strong className="whitespace-nowrap">+{format.quantity(added, unitOf[utility])}</strong>
                </>
              ),
            },
            {
              ...{ key: 'won', header: t('insight.unlock.won'), isNumeric: true },
              cell: ({ won }) => format.number(won),
            },
          ]}
        />
      )}
    </Section>
  )
}

function Quantities({ quantities }: { quantities: QuantityDemand[] }) {
  const { t, format } = useLanguage()
  return (
    <Section id="quantities" title={t('insight.quantity.title')} lead={t('insight.quantity.lead')}>
      {quantities.length === 0 ? (
        <p>{t('insight.demand.too_few')}</p>
      ) : (
        <DataTable
          caption={t('insight.quantity.title')}
          isCaptionHidden
          rows={quantities}
          rowKey={({ criterion }) => criterion}
          columns={[
            {
              ...{ key: 'criterion', header: t('insight.quantity.what'), isRowHeader: true },
              cell: ({ criterion }) => t(`matching.criterion.${criterion}`),
            },
            {
              ...{ key: 'asks', header: t('insight.demand.asks'), isNumeric: true },
              cell: ({ asks }) => format.number(asks),
            },
            {
              ...{ key: 'typical', header: t('insight.quantity.typical'), isNumeric: true },
              cell: ({ criterion, typical }) => format.quantity(typical, unitOfCriterion[criterion]),
            },
          ]}
        />
      )}
    </Section>
  )
}

function Sectors({ sectors }: { sectors: SectorDemand[] }) {
  const { t, format } = useLanguage()
  return (
    <Section id="sectors" title={t('insight.sector.title')} lead={t('insight.sector.lead')}>
      {sectors.length === 0 ? (
        <p>{t('insight.demand.too_few')}</p>
      ) : (
        <DataTable
          caption={t('insight.sector.title')}
          isCaptionHidden
          rows={sectors}
          rowKey={({ sector }) => sector}
          columns={[
            {
              ...{ key: 'sector', header: t('insight.sector.sector'), isRowHeader: true },
              cell: ({ sector }) => (
                <span className="inline-block first-letter:uppercase">{t(`sites.sector.${sector}`)}</span>
              ),
            },
            {
              ...{ key: 'asks', header: t('insight.demand.asks'), isNumeric: true },
              cell: ({ asks }) => format.number(asks),
            },
          ]}
        />
      )}
    </Section>
  )
}

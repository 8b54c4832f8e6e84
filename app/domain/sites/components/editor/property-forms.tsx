import { confirmedGroups, railAccesses, zoneQuestions } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { SegmentField } from './fields'
import { ProvenanceLine } from './provenance-line'
import { Grid, Section } from './section'

export function LandForm({ isRequired }: { isRequired: boolean }) {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t('editor.land.areas')}>
        <Grid>
          <CatalogueField name="land.plotHa" required={isRequired} />
          <CatalogueField name="land.freeHa" />
          <CatalogueField name="land.largestPieceHa" />
        </Grid>
      </Section>
      <Section title={t('editor.land.use')}>
        <div className="max-w-96">
          <CatalogueField name="land.category" />
        </div>
        <CatalogueField name="land.designatedUse" />
      </Section>
      <Section title={t('editor.land.limits')}>
        <CatalogueField name="land.flood" isSegmented />
        <Grid>
          <CatalogueField name="land.slopePct" />
          <CatalogueField name="land.sanitaryZoneM" />
        </Grid>
        <ProvenanceLine path="land.provenance" />
      </Section>
    </>
  )
}

// Spelled out, or the classes would not be found in the source.
const whereSiding = 'hidden group-has-[input[value=on_site]:checked]/rail:block'
const whereWay = 'hidden group-has-[input[value=distance]:checked]/rail:block'

export function TransportForm() {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t('editor.transport.road')}>
        <Grid>
          <CatalogueField name="transport.roadSurface" />
          <CatalogueField name="transport.roadWidthM" />
        </Grid>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[12rem_1fr]">
          <CatalogueField name="transport.highwayKm" />
          <CatalogueField name="transport.highway" hint={t('akimat.hint.highway')} />
        </div>
        <ProvenanceLine path="transport.provenance.road" />
      </Section>
      <Section title={t('editor.transport.rail')}>
        <div className="group/rail flex flex-col gap-5">
          <SegmentField
            name="transport.railAccess"
            label={t('sites.field.railAccess')}
            options={railAccesses.map((value) => ({
              value,
              label: value === 'unknown' ? t('akimat.unknown') : t(`sites.rail.${value}`),
            }))}
          />
          <div className={whereSiding}>
            <Grid>
              <CatalogueField name="transport.railSidingM" />
              <CatalogueField name="transport.railCondition" />
            </Grid>
          </div>
          <div className={`max-w-60 ${whereWay}`}>
            <CatalogueField name="transport.railKm" />
          </div>
        </div>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[1fr_12rem]">
          <CatalogueField name="transport.railStation" />
          <CatalogueField name="transport.stationKm" />
        </div>
        <ProvenanceLine path="transport.provenance.rail" />
      </Section>
      <Section title={t('editor.transport.far')}>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[1fr_12rem]">
          <CatalogueField name="transport.airport" />
          <CatalogueField name="transport.airportKm" />
          <CatalogueField name="transport.borderCrossing" />
          <CatalogueField name="transport.borderKm" />
        </div>
      </Section>
    </>
  )
}

export function EnvironmentForm() {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t('editor.environment.past')}>
        <CatalogueField name="environment.pastActivity" />
        <div className="max-w-60">
          <CatalogueField name="environment.pastOked" hint={t('editor.hint.oked')} />
        </div>
      </Section>
      <Section title={t('editor.environment.state')}>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <CatalogueField name="environment.contamination" />
          <CatalogueField name="environment.hazardClass" />
        </div>
        <CatalogueField name="environment.permits" />
        <ProvenanceLine path="environment.provenance" />
      </Section>
    </>
  )
}

export function ZoneForm() {
  const { t } = useLanguage()
  return zoneQuestions.map((question) => (
    <CatalogueField key={question} name={`zone.${question}`} isSegmented hint={t(`sites.zone_source.${question}`)} />
  ))
}

export function ResponsibleForm() {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t('editor.responsible.person')} hint={t('editor.internal')}>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <CatalogueField name="responsible.name" />
          <CatalogueField name="responsible.position" />
          <CatalogueField name="responsible.phone" />
          <CatalogueField name="responsible.email" />
        </div>
      </Section>
      <Section title={t('editor.responsible.periods')} hint={t('editor.responsible.periods_hint')}>
        <Grid>
          {confirmedGroups.map((group) => (
            <CatalogueField
              key={group}
              name={`responsible.confirmEveryDays.${group}`}
              label={t('editor.responsible.period', { group: t(`akimat.group.${group}`) })}
            />
          ))}
        </Grid>
      </Section>
    </>
  )
}

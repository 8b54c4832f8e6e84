import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { presences, sourceKinds } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon, type IconShape } from '#app/ui/icon'
import { Cloud, Droplet, Flame, Thermometer, Waves, Wifi, Zap } from 'lucide-react'
import { DayField, LineField, ListField, NumberField } from './fields'
import { PresenceField } from './presence-field'

const icons: Record<UtilityKind, IconShape> = {
  electricity: Zap,
  water: Droplet,
  sewer: Waves,
  heat: Thermometer,
  gas: Flame,
  steam: Cloud,
  telecom: Wifi,
}

export function UtilitiesForm() {
  return (
    <div className="divide-line divide-y">
      {utilityKinds.map((kind) => (
        <UtilityFields key={kind} kind={kind} />
      ))}
    </div>
  )
}

// Spelled out, or the classes would not be found in the source.
const whereKnown = 'min-w-0 group-has-[[value=unknown]:checked]/utility:hidden'
const whereItIs = `${whereKnown} group-has-[[value=none]:checked]/utility:hidden`

/** Quantities are asked for only where something is or comes; `:has` decides, so it works without JavaScript. */
function UtilityFields({ kind }: { kind: UtilityKind }) {
  const { t } = useLanguage()
  const name = (field: string) => `utilities.${kind}.${field}`
  const unit = unitOf[kind]
  return (
    <section aria-labelledby={name('title')} className="group/utility flex flex-col gap-4 py-6 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={name('title')} className="flex items-center gap-2 text-lg font-bold">
          <Icon of={icons[kind]} />
          {t(`sites.utility.${kind}`)}
        </h2>
        <PresenceField
          name={name('presence')}
          label={`${t(`sites.utility.${kind}`)}: ${t('sites.field.presence')}`}
          options={presences.map((value) => ({
            value,
            label: value === 'unknown' ? t('akimat.unknown') : t(`akimat.presence.${value}`),
          }))}
        />
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {(['installed', 'used', 'reserved', 'free'] as const).map((field) => (
          <div key={field} className={whereItIs}>
            <NumberField name={name(field)} label={t(`sites.field.${field}`)} unit={unit} />
          </div>
        ))}
        <div className={whereItIs}>
          <NumberField name={name('distanceM')} label={t('akimat.to_connection')} unit="m" />
        </div>
        <div className={whereKnown}>
          <ListField
            name={name('provenance.source')}
            label={t('sites.field.source')}
            options={sourceKinds.map((value) => ({ value, label: t(`sites.source.${value}`) }))}
          />
        </div>
        <div className={whereKnown}>
          <LineField name={name('provenance.reference')} label={t('sites.field.reference')} />
        </div>
        <div className={whereKnown}>
          <DayField name={name('provenance.asOf')} label={t('sites.field.asOf')} />
        </div>
        <div className={whereKnown}>
          <DayField name={name('provenance.validUntil')} label={t('sites.field.validUntil')} />
        </div>
        <div className="col-span-2 sm:col-span-3">
          <LineField name={name('operator')} label={t('sites.field.operator')} hint={t('akimat.hint.operator')} />
        </div>
      </div>
    </section>
  )
}

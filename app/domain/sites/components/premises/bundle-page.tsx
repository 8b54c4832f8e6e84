import { distanceM, type LngLat } from '#app/domain/kernel/geo'
import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useFaultWords } from '#app/domain/sites/components/editor/use-editor-field'
import type { Faults } from '#app/domain/sites/form/form-fields'
import { bundleReachM } from '#app/domain/sites/premises-rules'
import { languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { FieldGroup } from '#app/ui/form/field-group'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { useNavigation } from '@remix-run/react'

export type BundleData = {
  number: string
  name: Localized
  point: LngLat | null
  bundle: { name: Localized; numbers: string[]; isFar: boolean } | null
  mates: { number: string; name: Localized; point: LngLat | null }[]
}

export type BundleReply = {
  refusal: 'too_few' | 'not_available' | 'unnamed'
  faults: Faults
  values: Record<string, string>
  chosen: string[]
}

/** Offers adjacent sites together as well, or ends that. */
export function BundlePage({ data, reply }: { data: BundleData; reply: BundleReply | undefined }) {
  const { t, lang, href } = useLanguage()
  return (
    <div className="max-w-text">
      <PageHeading
        title={t('editor.bundle.title')}
        lead={t('editor.bundle.lead')}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: `${data.number} · ${chooseText(data.name, lang).text}`, to: href(`/akimat/sites/${data.number}`) },
          { label: t('editor.bundle.title') },
        ]}
      />
      <div className="flex flex-col gap-8">
        {data.bundle?.isFar && <Notice tone="attention">{t('editor.bundle.far')}</Notice>}
        {data.mates.length === 0 ? (
          <EmptyState title={t('editor.bundle.none_title')} text={t('editor.bundle.none_text')} />
        ) : (
          <BundleForm data={data} reply={reply} />
        )}
        {data.bundle !== null && <DissolveForm />}
      </div>
    </div>
  )
}

function BundleForm({ data, reply }: { data: BundleData; reply: BundleReply | undefined }) {
  const { t, lang } = useLanguage()
  const { state } = useNavigation()
  const say = useFaultWords()
  const chosen = reply?.chosen ?? data.bundle?.numbers ?? []
  const distance = useDistanceWords(data.point)
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      {reply && (
        <Notice tone="bad" role="alert">
          {t(`editor.bundle.refusal.${reply.refusal}`)}
        </Notice>
      )}
      {languages.map((language) => {
        const id = `name.${language}`
        const fault = reply?.faults[id]
        return (
          <TextField
            key={language}
            id={id}
            name={id}
            lang={language}
            label={`${t('editor.bundle.name')} ${t(`akimat.in_language.${language}`)}`}
            defaultValue={reply?.values[id] ?? data.bundle?.name[language] ?? ''}
            error={fault && say(fault)}
            autoComplete="off"
          />
        )
      })}
      <FieldGroup id="sites" legend={t('editor.bundle.sites', { number: data.number })}>
        {data.mates.map(({ number, name, point }) => (
          <CheckboxField
            key={number}
            id={`site-${number}`}
            name="site"
            value={number}
            label={`${number} · ${chooseText(name, lang).text}`}
            aside={distance(point)}
            defaultChecked={chosen.includes(number)}
          />
        ))}
      </FieldGroup>
      <div>
        <Button look="primary" name="intent" value="bundle" isBusy={state === 'submitting'}>
          {t(data.bundle === null ? 'editor.bundle.save' : 'ui.action.save')}
        </Button>
      </div>
    </Form>
  )
}

/** Each site of it stays; only the offer of all together ends. */
function DissolveForm() {
  const { t } = useLanguage()
  return (
    <details className="border-line border-t pt-4">
      <summary className="text-accent inline-flex min-h-11 cursor-pointer items-center font-semibold">
        {t('editor.bundle.dissolve')}
      </summary>
      <Form method="post" className="flex flex-col items-start gap-3 py-2">
        <p>{t('editor.bundle.dissolve_ask')}</p>
        <Button look="danger" name="intent" value="dissolve">
          {t('editor.bundle.dissolve_yes')}
        </Button>
      </Form>
    </details>
  )
}

function useDistanceWords(from: LngLat | null): (to: LngLat | null) => string {
  const { t, format } = useLanguage()
  return (to) => {
    if (from === null || to === null) return t('ui.state.unknown')
    const metres = Math.round(distanceM(from, to))
    const words = metres < 1000 ? format.quantity(metres, 'm') : format.quantity(Math.round(metres / 100) / 10, 'km')
    return metres > bundleReachM ? t('editor.bundle.far_from', { distance: words }) : words
  }
}

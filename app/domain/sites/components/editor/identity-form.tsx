import { chooseText } from '#app/domain/kernel/localized'
import type { EditorData } from '#app/domain/sites/editor-data'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { CatalogueField } from './catalogue-field'
import { ListField } from './fields'
import { PlaceFields } from './place-fields'
import { Section } from './section'

export function IdentityForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  return (
    <>
      <CatalogueField name="identity.name" hint={t('akimat.hint.name')} required />
      {data.kind === 'premises' && <ParentField data={data} />}
      <Section title={t('editor.identity.place')}>
        <PlaceFields data={data} />
        <CatalogueField name="identity.address" />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[1fr_12rem]">
          <CatalogueField name="identity.cadastralNumbers" hint={t('akimat.hint.cadastral')} />
          <CatalogueField name="identity.kato" hint={t('editor.hint.kato')} />
        </div>
      </Section>
      <Section title={t('sites.field.description')}>
        <CatalogueField name="identity.description" />
      </Section>
      <BundleLine data={data} />
    </>
  )
}

/** The whole that a unit is a part of: one of the town's own sites that can be split. */
function ParentField({ data }: { data: EditorData }) {
  const { t, lang } = useLanguage()
  return (
    <ListField
      name="parent"
      label={t('editor.parent')}
      hint={data.wholes.length === 0 ? t('editor.hint.no_wholes') : t('editor.hint.parent')}
      required
      options={data.wholes.map(({ number, name }) => ({
        value: number,
        label: `${number} · ${chooseText(name, lang).text}`,
      }))}
    />
  )
}

function BundleLine({ data }: { data: EditorData }) {
  const { t, href, lang } = useLanguage()
  if (!data.isPublic) return null
  const { bundle } = data
  return (
    <Section title={t('editor.bundle.title')} hint={t('editor.bundle.hint')}>
      {bundle !== null && (
        <p>{t('editor.bundle.in', { name: chooseText(bundle.name, lang).text, count: bundle.count })}</p>
      )}
      <div>
        <LinkButton to={href(`/akimat/sites/${data.number}/bundle`)}>
          {t(bundle === null ? 'editor.bundle.make' : 'editor.bundle.change')}
        </LinkButton>
      </div>
    </Section>
  )
}

import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { TemplateForm } from '#app/domain/inquiries/components/templates/template-form'
import { TemplateHistory } from '#app/domain/inquiries/components/templates/template-history'
import { RetirePanel, TemplateText } from '#app/domain/inquiries/components/templates/template-text'
import { changeTemplate, saveTemplate } from '#app/domain/inquiries/templates/commands/change-template.server'
import { readTemplate } from '#app/domain/inquiries/templates/queries.server'
import { TemplateKeySchema, TemplateOrderSchema, TemplateSchema } from '#app/domain/inquiries/templates/schema'
import { chooseText } from '#app/domain/kernel/localized'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

const doneCodes = ['saved', 'retired', 'offered', 'restored'] as const

function keyOf(params: LoaderFunctionArgs['params']): string {
  const key = TemplateKeySchema.safeParse(params.key)
  if (!key.success) throw notFound()
  return key.data
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'template.read')
  const key = keyOf(params)
  const query = new URL(request.url).searchParams
  const canEdit = may(actor, 'template.edit')
  const isNew = query.has('new') && canEdit
  const versions = isNew ? [] : await readTemplate(actor, key)
  return {
    title: versions[0] ? chooseText(versions[0].title, lang).text : translator(lang)('templates.begin'),
    versions,
    canEdit,
    done: doneCodes.find((code) => code === query.get('done')) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'template.edit')
  const key = keyOf(params)
  const form = await readForm(request)
  const go = (code: (typeof doneCodes)[number]) =>
    redirect(pathIn(lang, `/admin/settings/templates/${key}?done=${code}`), 303)
  const order = TemplateOrderSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    const verdict = await changeTemplate(actor, key, order.data)
    if (!verdict.ok) return data({ refused: verdict.code, reply: null }, 409)
    return go(({ retire: 'retired', offer: 'offered', restore: 'restored' } as const)[order.data.intent])
  }
  const submission = parseWithZod(form, { schema: TemplateSchema })
  if (submission.status !== 'success') return data({ refused: null, reply: submission.reply() }, 400)
  // Without JavaScript the preview is made of the form as it came back.
  if (form.get('intent') === 'preview') return data({ refused: null, reply: submission.reply() })
  const verdict = await saveTemplate(actor, key, submission.value)
  return verdict.ok ? go('saved') : data({ refused: verdict.code, reply: submission.reply() }, 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function TemplatePage() {
  const { t, href } = useLanguage()
  const { title, versions, canEdit, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [newest] = versions
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeading title={title} crumbs={[{ label: t('templates.title'), to: href('/admin/settings') }]}>
          {newest && <Chip>{t('templates.version', { version: newest.version })}</Chip>}
          {newest?.isRetired && <Chip tone="attention">{t('templates.retired')}</Chip>}
        </PageHeading>
        {answer?.refused && (
          <Notice tone="bad" role="alert">
            {t(`templates.refused.${answer.refused}`)}
          </Notice>
        )}
        {done !== null && !answer && (
          <Notice tone="good" role="status">
            {t(`templates.done.${done}`)}
          </Notice>
        )}
      </div>
      {canEdit ? (
        <TemplateForm
          key={newest?.version ?? 0}
          newest={newest ?? null}
          reply={answer?.reply}
          isConflict={Boolean(answer?.refused)}
        />
      ) : (
        newest && <TemplateText template={newest} />
      )}
      {canEdit && newest && <RetirePanel template={newest} />}
      {versions.length > 0 && <TemplateHistory versions={versions} canEdit={canEdit} />}
    </div>
  )
}

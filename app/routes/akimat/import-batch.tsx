import { requireRight } from '#app/domain/accounts/session.server'
import { readPage } from '#app/domain/kernel/page'
import { chooseDuplicate } from '#app/domain/sites/import/choose-duplicate.server'
import { ImportDone } from '#app/domain/sites/import/components/import-done'
import { ImportFailed } from '#app/domain/sites/import/components/import-failed'
import { ImportPreview } from '#app/domain/sites/import/components/import-preview'
import { ImportProgress } from '#app/domain/sites/import/components/import-progress'
import { cancelImport, confirmImport, retryImport } from '#app/domain/sites/import/import-commands.server'
import { duplicateChoices } from '#app/domain/sites/import/model'
import { readImport } from '#app/domain/sites/import/read-import.server'
import { submitImported } from '#app/domain/sites/import/submit-imported.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const query = new URL(request.url).searchParams
  const { request: paging } = readPage({ page: query.get('page'), size: '50' })
  const page = await readImport(actor, params.id ?? '', query.get('view'), lang, {
    skip: paging.skip,
    take: paging.size,
  })
  const counts = /^(\d{1,6})-(\d{1,6})$/.exec(query.get('submitted') ?? '')
  const submitted = counts === null ? null : { submitted: Number(counts[1]), incomplete: Number(counts[2]) }
  return { page, paging: { page: paging.page, size: paging.size }, submitted }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const id = params.id ?? ''
  const form = await readForm(request)
  const here = (query = '') => redirect(pathIn(lang, `/akimat/import/${id}${query}`), 303)
  switch (form.get('intent')) {
    case 'confirm': {
      const verdict = await confirmImport(actor, id)
      return verdict.ok ? here() : data({ refusal: 'not_ready' as const }, 409)
    }
    case 'cancel': {
      const verdict = await cancelImport(actor, id)
      return verdict.ok ? redirect(pathIn(lang, '/akimat/import'), 303) : data({ refusal: 'too_late' as const }, 409)
    }
    case 'retry':
      await retryImport(actor, id)
      return here()
    case 'choose': {
      const choice = duplicateChoices.find((known) => known === form.get('choice'))
      const row = String(form.get('row') ?? '')
      if (choice === undefined || !/^\d{0,7}$/.test(row)) return data({ refusal: 'not_ready' as const }, 400)
      const verdict = await chooseDuplicate(actor, id, row === '' ? null : Number(row), choice)
      const page = new URL(request.url).searchParams.get('page')
      return verdict.ok
        ? here(`?view=duplicates${page ? `&page=${Number(page)}` : ''}`)
        : data({ refusal: 'not_ready' as const }, 409)
    }
    case 'submit': {
      const { submitted, incomplete } = await submitImported(actor, id)
      return here(`?submitted=${submitted}-${incomplete}`)
    }
    default:
      return data({ refusal: 'not_ready' as const }, 400)
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.page.fileName ?? '', isIndexed: false })

export default function ImportBatch() {
  const { t, href } = useLanguage()
  const { page, paging, submitted } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHeading
        title={<span className="break-all">{page.fileName}</span>}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: t('imports.title'), to: href('/akimat/import') },
          { label: page.fileName },
        ]}
      >
        <Chip>{t(`imports.state.${page.state}`)}</Chip>
        {page.layout !== null && <Chip>{t(`imports.layout.${page.layout}`)}</Chip>}
      </PageHeading>
      {reply?.refusal && (
        <div className="pb-6">
          <Notice tone="bad" role="alert">
            {t(`imports.${reply.refusal}`)}
          </Notice>
        </div>
      )}
      <Stage page={page} paging={paging} submitted={submitted} />
    </>
  )
}

function Stage({ page, paging, submitted }: ReturnType<typeof useLoaderData<typeof loader>>) {
  switch (page.state) {
    case 'queued':
    case 'reading':
    case 'confirmed':
      return <ImportProgress page={page} />
    case 'ready':
      return <ImportPreview page={page} paging={paging} />
    case 'done':
      return <ImportDone page={page} paging={paging} submitted={submitted} />
    case 'failed':
    case 'cancelled':
      return <ImportFailed page={page} />
  }
}

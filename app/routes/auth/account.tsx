import '#app/platform/i18n/account-words.client'
import '#app/platform/i18n/brief-words.client'
import { readReply } from '#app/domain/accounts/components/form-reply'
import { OfficialName, OwnName } from '#app/domain/accounts/components/official-name'
import { setLocale } from '#app/domain/accounts/commands/set-locale.server'
import { LocaleSchema } from '#app/domain/accounts/schema'
import { homeOf, requirePerson } from '#app/domain/accounts/session.server'
import { BriefList } from '#app/domain/matching/components/brief-list'
import { describeBrief } from '#app/domain/matching/describe-need'
import { listSavedBriefs } from '#app/domain/matching/queries/saved-briefs.server'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { languageNames, languages, pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FactList } from '#app/ui/fact-list'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requirePerson(request)
  const { name, email, locale, platformRole, memberships } = actor
  const home = homeOf(actor, lang)
  const t = translator(lang)
  const [briefs, names] = await Promise.all([listSavedBriefs(actor), readPlaceNames(actor, lang)])
  return {
    title: t('accounts.account.title'),
    person: { name, email, locale, platformRole, memberships },
    desk: home === pathIn(lang, '/account') ? null : home,
    briefs: briefs.map(({ id, title, brief, updatedAt, isDemo }) => ({
      ...{ id, updatedAt, isDemo },
      isOwnWords: title !== '',
      title: title || describeBrief(brief, names, makeVoice(lang, t)),
    })),
    isSaved: new URL(request.url).searchParams.get('done') === 'saved',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const submission = parseWithZod(await readForm(request), { schema: LocaleSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  await setLocale(person, submission.value.locale)
  return redirect(pathIn(lang, '/account?done=saved'), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AccountPage() {
  const { t, href } = useLanguage()
  const { person, desk, briefs, isSaved } = useLoaderData<typeof loader>()
  const { errorOf } = readReply(t, useActionData<typeof action>())
  const platformRole = person.platformRole && t(`accounts.role.${person.platformRole}`)
  return (
    <div className="flex flex-col gap-8">
      <PageHeading title={t('accounts.account.title')} actions={<Places desk={desk} />} />
      {isSaved && (
        <Notice tone="good" role="status">
          {t('accounts.account.language_saved')}
        </Notice>
      )}
      <FactList
        facts={[
          { label: t('accounts.account.name'), value: <OwnName>{person.name}</OwnName> },
          { label: t('accounts.account.email'), value: <span translate="no">{person.email}</span> },
          ...(platformRole ? [{ label: t('accounts.account.platform_role'), value: platformRole }] : []),
        ]}
      />
      <BriefList briefs={briefs} />
      <section className="flex flex-col gap-2">
        <h2 className="text-lg font-bold">{t('accounts.account.organizations')}</h2>
        {person.memberships.length === 0 && <p className="text-muted">{t('accounts.account.no_organization')}</p>}
        <ul>
          {person.memberships.map(({ organizationId, name, role }) => (
            <li key={organizationId}>
              <OfficialName of={name} />, {t(`accounts.role.${role}`)}
            </li>
          ))}
        </ul>
      </section>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <SelectField
          id="locale"
          name="locale"
          label={t('accounts.account.language')}
          defaultValue={person.locale}
          error={errorOf('locale')}
          emptyLabel={null}
          options={languages.map((value) => ({ value, label: languageNames[value].full }))}
        />
        <Button>{t('accounts.account.save_language')}</Button>
      </Form>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={href('/account/notices')}>{t('accounts.account.notices')}</LinkButton>
        <LinkButton to={href('/account/data')}>{t('erasure.title')}</LinkButton>
        <LinkButton to={href('/account/security')}>{t('accounts.security.title')}</LinkButton>
      </div>
      <Form method="post" action={href('/sign-out')}>
        <Button look="quiet">{t('ui.shell.sign_out')}</Button>
      </Form>
    </div>
  )
}

/** Where the person goes from here: the own inquiries and, for an official, the desk. */
function Places({ desk }: { desk: string | null }) {
  const { t, href } = useLanguage()
  return (
    <>
      <LinkButton to={href('/account/inquiries')}>{t('accounts.account.inquiries')}</LinkButton>
      {desk !== null && (
        <LinkButton look="primary" to={desk}>
          {t('accounts.account.to_desk')}
        </LinkButton>
      )}
    </>
  )
}

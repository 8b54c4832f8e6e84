import '#app/platform/i18n/account-words.client'
import { FactorPanel } from '#app/domain/accounts/components/factor-panel'
import { FactorSetUp } from '#app/domain/accounts/components/factor-set-up'
import { RecoveryCodes } from '#app/domain/accounts/components/recovery-codes'
import type { Person } from '#app/domain/accounts/model'
import { hasProof, proofFault, prove, requireProof } from '#app/domain/accounts/proof.server'
import { offerSecondFactor, readSecondFactor } from '#app/domain/accounts/queries/read-second-factor.server'
import { isOfficial } from '#app/domain/accounts/rules'
import { TurnOnSchema } from '#app/domain/accounts/schema'
import { currentWaiting, homeOf, requirePerson } from '#app/domain/accounts/session.server'
import {
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '#app/domain/notices/commands/keep-second-factor.server'
import { safePath } from '#app/platform/http/safe-path'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { readForm } from '#app/platform/http/read-form.server'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeAlong } from './enter.server'

const isPrivate = { 'Cache-Control': 'no-store' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const { person, isWaiting } = await whoKeeps(request)
  const query = new URL(request.url).searchParams
  const state = await readSecondFactor(person)
  const isReplacing = state.kind === 'on' && query.get('replace') === '1'
  if (isReplacing) await requireProof(request, person)
  return data(
    {
      title: translator(lang)('accounts.factor.title'),
      ...{ state, isWaiting, isRequired: isOfficial(person) },
      offer: state.kind === 'off' || isReplacing ? offerSecondFactor(person) : null,
      needsProof: state.kind !== 'demo' && !(await hasProof(person)),
      next: safePath(query.get('next'), '') || null,
      isTurnedOff: query.get('done') === 'off',
    },
    { headers: isPrivate },
  )
}

/** The session that waits for a second factor to be set up may open this page too, and no other. */
async function whoKeeps(request: Request): Promise<{ person: Person; isWaiting: boolean }> {
  const waiting = await currentWaiting(request)
  if (waiting?.step === 'set_up') return { person: waiting.person, isWaiting: true }
  return { person: await requirePerson(request), isWaiting: false }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const { person } = await whoKeeps(request)
  const form = await readForm(request)
  const intent = form.get('intent')
  if (intent !== 'turn_on' && intent !== 'turn_off' && intent !== 'renew') throw new Response(null, { status: 400 })
  const proof = await prove(request, person, form)
  if (!proof.ok) {
    const { fault, params: facts, status } = proofFault(proof)
    const offer = intent === 'turn_on' ? offerSecondFactor(person, String(form.get('offer'))) : null
    return data({ reply: { error: fault, params: facts }, offer, shown: null }, status)
  }
  if (intent === 'turn_on') return turnOn(request, lang, person, form)
  const here = pathIn(lang, '/account/second-factor')
  if (intent === 'turn_off') {
    const verdict = await turnOffSecondFactor(person)
    return redirect(verdict.ok ? `${here}?done=off` : here, 303)
  }
  const renewed = await renewRecoveryCodes(person)
  return renewed === null ? redirect(here, 303) : showCodes(renewed.codes, pathIn(lang, '/account/security'))
}

async function turnOn(request: Request, lang: Language, person: Person, form: FormData) {
  const submission = parseWithZod(form, { schema: TurnOnSchema })
  const hideFields: 'code'[] = ['code']
  // The app holds this secret by now: the page must not show another.
  const offer = offerSecondFactor(person, String(form.get('offer')))
  if (submission.status !== 'success') return data({ reply: submission.reply({ hideFields }), offer, shown: null }, 400)
  const verdict = await turnOnSecondFactor(person, submission.value)
  if (!verdict.ok) {
    const reply = submission.reply({ hideFields, fieldErrors: { code: [`accounts.error.${verdict.code}`] } })
    return data({ reply, offer, shown: null }, 400)
  }
  const next = safePath(submission.value.next, homeOf(person, lang))
  return showCodes(verdict.value.codes, next, await takeAlong(request, person))
}

/** They are shown this once, so they are the answer and not a page that could be opened again. */
function showCodes(codes: string[], next: string, headers: [string, string][] = []) {
  return data(
    { reply: null, offer: null, shown: { codes, next } },
    { headers: [...headers, ['Cache-Control', 'no-store']] },
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function AccountSecondFactor() {
  const { t, href } = useLanguage()
  const { title, state, isWaiting, isRequired, offer, needsProof, next, isTurnedOff } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const reply = answer?.reply ?? undefined
  const crumbs = isWaiting ? undefined : [{ label: t('accounts.security.title'), to: href('/account/security') }]
  if (answer?.shown) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeading title={title} crumbs={crumbs} />
        <RecoveryCodes {...answer.shown} />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={title}
        lead={t(isWaiting ? 'accounts.factor.lead_set_up' : 'accounts.factor.lead')}
        crumbs={crumbs}
      />
      {isTurnedOff && !reply && (
        <Notice tone="good" role="status">
          {t('accounts.factor.turned_off')}
        </Notice>
      )}
      {state.kind === 'demo' && <Notice tone="neutral">{t('accounts.factor.demo')}</Notice>}
      {offer !== null && (
        <FactorSetUp offer={answer?.offer ?? offer} next={next} needsProof={needsProof} reply={reply} />
      )}
      {state.kind === 'on' && offer === null && (
        <FactorPanel state={state} isRequired={isRequired} needsProof={needsProof} reply={reply} />
      )}
    </div>
  )
}

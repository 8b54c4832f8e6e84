import { signOut } from '#app/domain/accounts/commands/sign-in.server'
import { currentActor } from '#app/domain/accounts/session.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const cookies = await signOut(await currentActor(request), request)
  const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
  return redirect(pathIn(lang, '/'), { status: 303, headers })
}

/** Opening the address signs nobody out: another site could make a browser do that. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pathIn(requireLanguage(params.lang), '/'))
}

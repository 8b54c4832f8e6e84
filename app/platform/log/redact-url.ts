import { hideAddresses } from '#app/platform/log/describe-error'

const SECRET_PARAMETERS = new Set([
  ...['key', 'token', 'code', 'secret', 'password', 'otp'],
  // A person, or words that may name one: the search of an inbox, the filter of the audit trail.
  ...['email', 'q', 'actor'],
  // Fields of our forms, should somebody make a link of them.
  ...['name', 'phone', 'bin', 'organization', 'title', 'text'],
])

/**
 * A path with its query as it may be logged: values of parameters that open something or name a person are replaced by
 * `…`. Takes any text, also one that is no URL, and never throws.
 */
export function redactUrl(pathAndQuery: string): string {
  const start = pathAndQuery.indexOf('?')
  if (start === -1) return hideInPath(pathAndQuery)
  const pairs = pathAndQuery
    .slice(start + 1)
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return SECRET_PARAMETERS.has(readName(name)) ? `${name}=…` : hideNested(pair)
    })
  return hideInPath(`${pathAndQuery.slice(0, start)}?${pairs.join('&')}`)
}

/** An address within a parameter, such as `next`, has parameters of its own. */
function hideNested(pair: string): string {
  return pair.replace(/((?:%3f|%26)([a-z]+)%3d)(?:[^%]|%(?!26|23))+/gi, (whole, start: string, name: string) =>
    SECRET_PARAMETERS.has(name.toLowerCase()) ? `${start}…` : whole,
  )
}

/** The secret of an invitation stands in the path, also in that of `?next=`; and anybody can type an address there. */
function hideInPath(text: string): string {
  return hideAddresses(text).replace(/(invitations(?:\/|%2f))[^/?&#%.]+/gi, '$1…')
}

function readName(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase()
  } catch {
    return name.toLowerCase()
  }
}

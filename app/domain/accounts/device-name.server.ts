import bowser from 'bowser'

/** Browser and system of a User-Agent header, e.g. "Chrome, Windows"; empty when it tells neither. */
export function nameDevice(userAgent: string | null): string {
  if (!userAgent?.trim()) return ''
  const { browser, os } = bowser.parse(userAgent)
  return [browser.name, os.name].filter((name) => name !== undefined && name !== '').join(', ')
}

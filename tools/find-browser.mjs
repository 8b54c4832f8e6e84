import { existsSync } from 'node:fs'
import { run } from './prepare.mjs'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/**
 * Path of the Chromium for the browser tests: CHROMIUM_PATH, else one of the system, else the one of Debian, installed
 * when this process may. Throws with a sentence when there is none.
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH=${chosen} does not exist`)
  }
  const found = USUAL.find((path) => existsSync(path))
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests …')
    await run('apt-get', ['update', '-qq'], { quiet: true, mayFail: true })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      mayFail: true,
    })
    if (existsSync(USUAL[0])) return USUAL[0]
  }
  throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH to its program')
}

/** Password of all demo people; published in the README and on the sign-in page while the demo is on. */
export const demoPassword = 'Alan-demo-2026'

/** Demo people offered on the sign-in page, in the order of the story: entered, published, answered, watched, run. */
export const demoAccounts: readonly string[] = [
  'editor@balkhash.demo',
  'head@balkhash.demo',
  'officer@saryarka.demo',
  'head@saryarka.demo',
  'investor@company.demo',
  'ministry@demo.demo',
  'admin@demo.demo',
]

/** The demo address that `?as=` asks to fill in; null for anything else. */
export function demoAddress(text: string | null): string | null {
  return text !== null && /^[a-z\d_.-]{1,40}@[a-z\d_-]{1,60}\.demo$/.test(text) ? text : null
}

import { defineConfig, globalIgnores } from 'eslint/config'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.{ts,tsx}', 'tests/**']

/** Rooms decide from what they are given: clock, chance, network and environment are parameters. */
const PURE = {
  files: ['app/domain/**/*.ts'],
  ignores: ['**/*.server.ts', '**/*.test.ts', '**/components/**'],
}

const IMPURE_GLOBALS = ['process', 'fetch', 'performance', 'crypto', 'console', 'window', 'document', 'localStorage']
const IMPURE_TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']

const noMarkup = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Markup from data is never trusted: render elements.',
  },
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The Content-Security-Policy allows no style attributes: use a class, or an SVG attribute.',
  },
]

const formsWithToken = [
  "JSXElement[openingElement.name.name='form']",
  "JSXElement[openingElement.name.property.name='Form']",
].map((form) => ({
  selector: `${form}:has(JSXAttribute[name.name='method'][value.value='post']):not(:has(JSXIdentifier[name='FormToken']))`,
  message: 'A form that changes something carries the token of the session: put <FormToken /> first in it.',
}))

export default defineConfig(
  globalIgnores(['build/', 'data/', 'coverage/', '.cache/', 'app/platform/db/generated/', 'tools/basemap/', 'public/']),
  { linterOptions: { noInlineConfig: true } },
  tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'], location: 'anywhere' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['app/**', 'seeds/**', 'prisma/**'],
    ignores: TESTS,
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['app/**'], ignores: TESTS, rules: { 'no-console': 'error' } },
  {
    files: ['app/**/*.tsx'],
    extends: [reactHooks.configs['recommended-latest'], jsxA11y.flatConfigs.recommended],
    rules: { 'no-restricted-syntax': ['error', ...noMarkup, ...formsWithToken] },
  },
  {
    files: ['app/**/*.tsx'],
    ignores: ['app/ui/form/form.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@remix-run/react',
          importNames: ['Form'],
          message: 'A form carries the token of the session: import Form from #app/ui/form/form.',
        },
      ],
    },
  },
  // The map is drawn by the browser only, through the style object, which the policy allows.
  { files: ['app/ui/map/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', noMarkup[0]] } },
  {
    ...PURE,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS, ...IMPURE_TIMERS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The moment is a parameter.' },
        { object: 'Math', property: 'random', message: 'Chance is a parameter.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The moment is a parameter.' },
        { selector: "CallExpression[callee.name='Date']", message: 'The moment is a parameter.' },
        { selector: "Identifier[name='globalThis']", message: 'A pure file knows nothing but its parameters.' },
        { selector: "MetaProperty[meta.name='import']", message: 'A pure file knows nothing of its surroundings.' },
      ],
    },
  },
)

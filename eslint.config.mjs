import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';
import layers from './eslint.layers.mjs';

/** Scripts that start other programs, and so set their environment or pass on their own. */
const LAUNCHERS = [
  '.ci/fresh-clone.mjs',
  'scripts/{bench,database,demo,generate-types,load-people,load-strapi,migrate,secrets,start,strapi-cli,test,test-browser,test-commands,test-faults}.{ts,mjs}',
  'scripts/launcher/*.mjs',
  'scripts/postgres/run.ts',
];

export default defineConfig(
  globalIgnores([
    '.strapi/',
    '**/dist/',
    'build/',
    'coverage/',
    'public/',
    'tests/output/',
    'types/generated/',
  ]),
  {
    linterOptions: {
      reportUnusedDisableDirectives: 'error',
      reportUnusedInlineConfigs: 'error',
    },
  },

  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // Each file is checked by the tsconfig.json nearest to it; configuration files of tools at
        // the root belong to none.
        projectService: { allowDefaultProject: ['*.mjs', '*.cjs', '*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // An import of nothing but types says so as a whole: the layers tell the two apart.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Strict mode asks for String(count); a number reads well as it is.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => resolve()` says what it does; braces around it would say no more.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An asynchronous function without an await keeps a contract and turns throws into rejections.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An empty environment variable or field counts as unset.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // A `type` can be stored where JSON is asked for; an interface cannot.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CatchClause > BlockStatement[body.length=0]',
          message: 'Handle the error, log it with its ids, or let it through.',
        },
      ],
    },
  },

  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
    },
  },
  layers,

  {
    name: 'the environment is read in one place',
    ignores: ['config/**', 'tests/**', ...LAUNCHERS],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'config/ alone reads the environment; elsewhere ask strapi.config.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env', 'default'],
            message: 'config/ alone reads the environment; elsewhere ask strapi.config.',
          })),
        },
      ],
    },
  },

  {
    name: 'what is public is documented, and fits a screen',
    files: ['{src,config,scripts,website,.ci}/**/*.{ts,tsx,mjs}'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: {
            FunctionDeclaration: true,
            ClassDeclaration: true,
            MethodDefinition: true,
            ArrowFunctionExpression: true,
            FunctionExpression: true,
          },
          checkConstructors: false,
          enableFixer: false,
        },
      ],
      'jsdoc/check-alignment': 'error',
      // Not every parameter needs a sentence, but a sentence must be about one that exists.
      'jsdoc/check-param-names': [
        'error',
        { disableMissingParamChecks: true, checkDestructured: false },
      ],
      'jsdoc/check-tag-names': 'error',
      'jsdoc/no-blank-blocks': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['{src,config}/**'],
    rules: { 'no-console': 'error' },
  },

  {
    files: ['**/*.{mjs,cjs,js}'],
    rules: {
      // TypeScript checks these names itself, and knows Node's.
      'no-undef': 'off',
      // JavaScript says in a comment what a parsed value is; these two rules do not read it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A CommonJS file, such as Jest's configuration, has no other way.
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    files: ['tests/**', '.ci/**'],
    rules: {
      // The body of an answer is `any`: the assertion is what checks its shape.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `expect(object.method)` names a method without calling it.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].map((object) => ({
          object,
          property: 'only',
          message: 'A focused test silences all others.',
        })),
      ],
    },
  },
  prettier,
);

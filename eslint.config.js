import tseslint from 'typescript-eslint';

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument here.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument here.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock is an argument here.' },
];

const noChance = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument here.',
  },
];

const nothingOfTheMachine = [
  {
    selector: "MemberExpression[object.name='Intl']",
    message: 'Intl follows the machine; use the versioned zone module.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'These parts are read in the zone of the machine; use Date.UTC.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale(Upper|Lower)Case)$/]',
    message: 'Locales follow the machine; compare and change case without one.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$|^toLocale(Date|Time)?String$/][callee.object.type!="ThisExpression"]',
    message: 'Zone-less Date methods follow the machine; use the UTC ones.',
  },
];

const noNode = {
  'no-restricted-globals': [
    'error',
    'process',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'Buffer',
    'crypto',
    'performance',
  ],
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['node:*', 'fs', 'path', 'os', 'crypto'], message: 'No Node in a pure room.' }] },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.cache', 'test/histories', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: false }],
    },
  },
  {
    files: [
      'definitions/**/*.ts',
      'engine/interpreter/**/*.ts',
      'engine/simulate/**/*.ts',
      'engine/identity/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...noChance, ...nothingOfTheMachine], ...noNode },
  },
  {
    // In Temporal's sandbox Date.now is the workflow's own time, the same at every replay.
    files: ['engine/workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noChance, ...nothingOfTheMachine], ...noNode },
  },
);

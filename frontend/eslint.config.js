// What the scripts and components are held to beyond their types: the recommended lists, without taste. Called from the folder above,
// so that the tests' and the measurements' scripts are read by the same rules; how lines are laid out is prettier's.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const typed = ['frontend/src/**/*.ts', 'frontend/src/**/*.svelte', 'frontend/tests/**/*.ts'];

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', '**/*.d.ts']),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Most maps, sets and dates are values of a moment; those that a page watches are Svelte's own.
      'svelte/prefer-svelte-reactivity': 'off',
      // {' '} is a space that the compiler would take away.
      'svelte/no-useless-mustaches': 'off',
      // Slow, and there are no stores.
      'svelte/require-store-reactive-access': 'off',
    },
  },
  {
    files: typed,
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
      },
    },
    rules: {
      // A promise that nobody awaits loses its failure: where that is meant, `void` says so.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs', 'frontend/*.js', 'frontend/public/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { eqeqeq: 'error' },
  },
);

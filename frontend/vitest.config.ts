// The unit tests: modules of the front end through their exports, without a browser. Svelte's plugin is here
// because some of them hold runes, which only its compiler understands. With GUONG_RESULTS_FILES the
// verifiers are held against each other instead (scripts/verifiers-agree).
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const folder = process.env.GUONG_RESULTS_FILES ? 'agreement' : 'tests';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  resolve: { conditions: ['browser'] },
  test: { include: [`${folder}/**/*.test.ts`], setupFiles: ['tests/browser_globals.ts'] },
});

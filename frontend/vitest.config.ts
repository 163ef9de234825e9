// The unit tests: modules of the front end through their exports, without a browser. Svelte's plugin is here because some of them hold
// runes, which only its compiler understands.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  resolve: { conditions: ['browser'] },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/browser_globals.ts'] },
});

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The desks are one application below /app/; public.css is for the pages that the service renders, reading.ts for those of works. The manifest tells the service
// the hashed names.
export default defineConfig({
  base: '/app/',
  plugins: [svelte()],
  build: {
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { app: 'index.html', public: 'src/styles/public.css', reading: 'src/reading/reading.ts' },
      checks: { pluginTimings: false }, // how long plugins take is no warning
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Inlined assets are data: URLs, which the content security policy refuses.
  build: {
    assetsInlineLimit: 0,
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 700,
    // The table of operations is no script of its own: each address stands where it is called.
    rolldownOptions: { optimization: { inlineConst: true } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
  // A limit is no measure: these are for a machine that is slow and busy (src/test/setup.ts says how long something is waited for).
  test: {
    environment: 'jsdom',
    pool: 'vmThreads',
    setupFiles: ['src/test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

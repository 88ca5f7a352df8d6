import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  // On a busy machine a test is slow, not wrong.
  test: { testTimeout: 30_000, include: ['tests/unit/**/*.test.ts'], environment: 'happy-dom' },
});

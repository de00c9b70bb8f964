import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** A theme chosen earlier is known to the script alone: drawing before it ran would flash the other theme. */
const drawAfterScript: Plugin = {
  name: 'draw-after-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  plugins: [react(), drawAfterScript],
  resolve: { conditions: ['@plimsoll/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    // The site's policy allows no data: addresses and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What others wrote changes less often than Harbor does, and stays in the browser's cache.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/ }] } } },
  },
});

import { defineConfig } from "vite";
import { book } from "./book-plugin.ts";

// The built files are committed: names without hashes keep their history readable, and the server sends an ETag.
export default defineConfig({
  // Relative: an exported book works from any folder of any host.
  base: "./",
  plugins: [book()],
  build: {
    outDir: "../wwwroot",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:5112", "/ws": { target: "ws://127.0.0.1:5112", ws: true } } },
});

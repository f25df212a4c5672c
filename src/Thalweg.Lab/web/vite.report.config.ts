import { defineConfig } from "vite";

// A report is one file that needs nothing beside itself: its script is one file too, which the server writes into it.
export default defineConfig({
  build: {
    outDir: "../wwwroot/report",
    emptyOutDir: true,
    copyPublicDir: false,
    target: "es2022",
    lib: { entry: "src/report.ts", formats: ["iife"], name: "report", fileName: () => "report.js" },
  },
});

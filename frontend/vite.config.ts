import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The address of the API while developing; in production the API serves this page itself.
const api = "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  build: {
    target: "es2022",
    // A strict content security policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

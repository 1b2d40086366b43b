import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Forbid imports from the given folders, so that arrows between the layers go one way only. */
const closedTo = (message, ...folders) => ({
  "no-restricted-imports": ["error", { patterns: [{ group: folders.map((f) => `**/${f}/**`), message }] }],
});
const below = "ui, lib and api know nothing of features or app.";
const features = ["questions", "answers", "practice", "accounts"];

export default defineConfig(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  { rules: { "max-lines": ["error", 300], eqeqeq: ["error", "smart"] } },
  { files: ["src/{ui,lib,api}/**"], rules: closedTo(below, "features", "app") },
  ...features.map((own) => ({
    files: [`src/features/${own}/**`],
    rules: closedTo(
      "A feature imports ui, lib and api, never the app or another feature.",
      "app",
      ...features.filter((other) => other !== own).map((other) => `features/${other}`),
      ...features.filter((other) => other !== own).map((other) => `../${other}`),
    ),
  })),
);

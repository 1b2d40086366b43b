import { expect, it } from "vitest";

import { curly } from "./quotes";

it("sets quotes and apostrophes", () => {
  expect(curly(`Khrushchev's "secret" speech ('hare-brained schemes') and officials' posts`)).toBe(
    "Khrushchev’s “secret” speech (‘hare-brained schemes’) and officials’ posts",
  );
});

it("leaves set type alone", () => {
  expect(curly("“Khrushchev’s” fall")).toBe("“Khrushchev’s” fall");
});

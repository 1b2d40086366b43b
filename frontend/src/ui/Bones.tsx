/** Grey shapes where words will be. Decorative: whoever shows them says aloud what is happening. */
export function Bones({ widths, height = "1rem" }: { widths: readonly string[]; height?: string }) {
  return (
    <div aria-hidden="true" className="bones">
      {widths.map((width, index) => (
        <span key={index} className="bone" style={{ width, height, marginBottom: "0.6rem" }} />
      ))}
    </div>
  );
}

const WIDTH = 320;
const ROW = 22;
const LEFT = 56;
const TOP_LEVEL = 5;

/** Level by attempt as a step line, with its table behind it. */
export function LevelLine({ levels }: { levels: readonly number[] }) {
  const rows = Math.max(TOP_LEVEL, ...levels);
  const stride = (WIDTH - LEFT) / Math.max(levels.length, 4);
  const x = (index: number) => LEFT + index * stride;
  const y = (level: number) => (rows - level + 0.5) * ROW;
  const path = levels.map((level, index) => `${index ? "V" : `M${x(0)} `}${y(level)}H${x(index + 1)}`).join("");
  return (
    <figure className="tutor-levels">
      <svg viewBox={`0 0 ${WIDTH} ${rows * ROW + 20}`} aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => index + 1).map((level) => (
          <g key={level}>
            <line x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} />
            <text x={LEFT - 8} y={y(level) + 4} textAnchor="end">
              Level {level}
            </text>
          </g>
        ))}
        <path d={path} />
        {levels.map((_, index) => (
          <text key={index} x={x(index + 0.5)} y={rows * ROW + 14} textAnchor="middle">
            {index + 1}
          </text>
        ))}
      </svg>
      <details className="small">
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Attempt</th>
              <th scope="col">Level</th>
            </tr>
          </thead>
          <tbody>
            {levels.map((level, index) => (
              <tr key={index}>
                <td>{index + 1}</td>
                <td>{level}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

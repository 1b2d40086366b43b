import { useLayoutEffect, useRef, useState } from "react";

import type { AnswerSummary, MarkScheme } from "../../../api/types";
import { height } from "../../../lib/ladder";

const ROW = 32;
const LEFT = 64;
const FOOT = 32;

interface StepLineProps {
  attempts: readonly AnswerSummary[];
  scheme: MarkScheme;
  first: number;
}

/** Level over attempts as a step line, on the same ladder as the report. Words are in the table behind it. */
export function StepLine({ attempts, scheme, first }: StepLineProps) {
  const frame = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(560);
  useLayoutEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    const watcher = new ResizeObserver(() => setWidth(svg.clientWidth));
    watcher.observe(svg);
    return () => watcher.disconnect();
  }, []);

  const bands = scheme.levels;
  const tall = bands.length * ROW;
  const x = (index: number) => LEFT + ((width - LEFT - 1) * index) / Math.max(attempts.length, 3);
  const y = (share: number) => 1 + tall * (1 - share);
  return (
    <svg ref={frame} className="step-line" height={tall + FOOT} aria-hidden="true">
      {bands.map((band, index) => (
        <g key={band.level}>
          <line
            className="step-rung"
            x1={LEFT}
            x2={width}
            y1={y(index / bands.length)}
            y2={y(index / bands.length)}
          />
          <text
            className="step-label"
            x={LEFT - 12}
            y={y((index + 0.5) / bands.length)}
            textAnchor="end"
            dominantBaseline="middle"
          >
            Level {band.level}
          </text>
        </g>
      ))}
      {attempts.map((attempt, index) => {
        if (!attempt.mark_range) return null;
        const [low, high] = attempt.mark_range;
        const top = y(height(bands, high, "upper"));
        const tallness = Math.max(2, y(height(bands, low, "lower")) - top);
        return (
          <rect
            key={attempt.id}
            className="step-range"
            x={x(index)}
            width={x(1) - x(0)}
            y={top}
            height={tallness}
          />
        );
      })}
      <path
        className="step-path"
        d={steps(
          attempts.map((each) => each.mark && height(bands, each.mark, "middle")),
          x,
          y,
        )}
      />
      {attempts.map((attempt, index) => (
        <text key={attempt.id} className="step-label" x={x(index + 0.5)} y={tall + 24} textAnchor="middle">
          {first + index}
        </text>
      ))}
    </svg>
  );
}

/** A path with one level step for each share; an attempt without a mark leaves a gap. */
function steps(
  shares: readonly (number | null)[],
  x: (index: number) => number,
  y: (share: number) => number,
): string {
  return shares
    .map((share, index) => {
      if (share === null) return "";
      const from = shares[index - 1] == null ? `M${x(index)} ${y(share)}` : `V${y(share)}`;
      return `${from}H${x(index + 1)}`;
    })
    .join("");
}

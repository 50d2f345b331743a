/** Floor, axes, numbers and names, quiet: the floor lies behind the sheet, the numbers in front. */
import { memo } from 'react';
import { axisNumber } from '#words/number.ts';
import { SHEET } from '#words/sheet-words.ts';
import type { Axes, AxisLine } from './axis-layout.ts';
import { SvgInput } from './input-label.tsx';
import { drawPolygon, pathOf, tenth } from './scene.ts';

export const Floor = memo(function Floor({ axes }: { readonly axes: Axes }) {
  return (
    <g>
      <path className="sheet-ground" d={pathOf(drawPolygon, axes.floor)} />
      {axes.height && <Line axis={axes.height} />}
    </g>
  );
});

interface AxisNumbersProps {
  readonly axes: Axes;
  readonly first: string;
  readonly second: string;
}

export const AxisNumbers = memo(function AxisNumbers({ axes, first, second }: AxisNumbersProps) {
  return (
    <g>
      {[axes.first, axes.second].map((axis, k) => (
        <g key={k}>
          <Numbers axis={axis} anchor="middle" />
          <text
            className="sheet-axis-name"
            x={tenth(axis.name[0])}
            y={tenth(axis.name[1])}
            dy="0.35em"
            transform={axis.upwards ? `rotate(-90 ${axis.name.map(tenth).join(' ')})` : undefined}
          >
            <SvgInput name={k === 0 ? first : second} />
          </text>
        </g>
      ))}
      {axes.height && (
        <g>
          <Numbers axis={axes.height} anchor="end" />
          <text className="sheet-axis-name sheet-symbol" x={tenth(axes.height.name[0])} y={tenth(axes.height.name[1])}>
            {SHEET.output}
          </text>
        </g>
      )}
    </g>
  );
});

function Line({ axis: { from, to, ticks } }: { readonly axis: AxisLine }) {
  return (
    <g className="sheet-axis-line">
      <line x1={tenth(from[0])} y1={tenth(from[1])} x2={tenth(to[0])} y2={tenth(to[1])} />
      {ticks.map(({ value, at }) => (
        <line key={value} x1={tenth(at[0] - 3)} y1={tenth(at[1])} x2={tenth(at[0])} y2={tenth(at[1])} />
      ))}
    </g>
  );
}

function Numbers({ axis, anchor }: { readonly axis: AxisLine; readonly anchor: 'middle' | 'end' }) {
  return axis.ticks.map(({ value, label }) => (
    <text key={value} className="sheet-number" x={tenth(label[0])} y={tenth(label[1])} dy="0.35em" textAnchor={anchor}>
      {axisNumber(value)}
    </text>
  ));
}

/** Floor, axes, numbers and names, quiet: the floor lies behind the sheet, the numbers in front. */
import { axisNumber, SHEET } from '../words/sheet.ts';
import type { Axes, AxisLine } from './axis-layout.ts';
import { SvgInput } from './input-label.tsx';
import { polygonPath } from './scene.ts';

export function Floor({ axes }: { readonly axes: Axes }) {
  return (
    <g className="sheet-floor">
      <path className="sheet-ground" d={polygonPath(axes.floor)} />
      {axes.height && <Line axis={axes.height} />}
    </g>
  );
}

export function AxisNumbers({ axes, names }: { readonly axes: Axes; readonly names: readonly [string, string] }) {
  return (
    <g className="sheet-axes">
      {[axes.first, axes.second].map((axis, k) => (
        <g key={k}>
          <Numbers axis={axis} anchor="middle" />
          <text className="sheet-axis-name" x={axis.name[0]} y={axis.name[1]} dy="0.35em">
            <SvgInput name={names[k] ?? ''} />
          </text>
        </g>
      ))}
      {axes.height && (
        <g>
          <Numbers axis={axes.height} anchor="end" />
          <text className="sheet-axis-name sheet-symbol" x={axes.height.name[0]} y={axes.height.name[1]}>
            {SHEET.output}
          </text>
        </g>
      )}
    </g>
  );
}

function Line({ axis: { from, to, ticks } }: { readonly axis: AxisLine }) {
  return (
    <g className="sheet-axis-line">
      <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      {ticks.map(({ value, at }) => (
        <line key={value} x1={at[0] - 3} y1={at[1]} x2={at[0]} y2={at[1]} />
      ))}
    </g>
  );
}

function Numbers({ axis, anchor }: { readonly axis: AxisLine; readonly anchor: 'middle' | 'end' }) {
  return axis.ticks.map(({ value, label }) => (
    <text key={value} className="sheet-number" x={label[0]} y={label[1]} dy="0.35em" textAnchor={anchor}>
      {axisNumber(value)}
    </text>
  ));
}

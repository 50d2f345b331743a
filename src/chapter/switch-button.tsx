/** Linear to ReLU and back, for the network at the top. */
import { selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { AT_TOP } from '#words/chapter/article.ts';
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import { AtTop } from './at-top.tsx';

export function SwitchButton() {
  const isRelu = useCrease(selectCommonActivation) === 'relu';
  const next = isRelu ? 'linear' : 'relu';
  return (
    <p className="screen-only flow prose-buttons">
      <AtTop
        className={isRelu ? '' : 'is-strong'}
        edit={{ kind: 'setAllActivations', activation: { kind: next } }}
        done={AT_TOP.switched(SWITCH_ON_RELU.names[next])}
      >
        {isRelu ? SWITCH_ON_RELU.toLinear : SWITCH_ON_RELU.toRelu}
      </AtTop>
    </p>
  );
}

/** Linear to ReLU and back, for the network at the top. */
import { selectActions, selectCommonActivation } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { SWITCH_ON_RELU } from '../words/chapter/switch-on-relu.ts';

export function SwitchButton() {
  const actions = useCrease(selectActions);
  const isRelu = useCrease((state) => selectCommonActivation(state) === 'relu');
  return (
    <p className="prose-buttons">
      <button
        type="button"
        className={`button ${isRelu ? '' : 'is-strong'}`}
        onClick={() => actions.edit({ kind: 'setAllActivations', activation: { kind: isRelu ? 'linear' : 'relu' } })}
      >
        {isRelu ? SWITCH_ON_RELU.toLinear : SWITCH_ON_RELU.toRelu}
      </button>
    </p>
  );
}

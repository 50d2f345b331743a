/**
 * The article's styles, to be fetched by themselves: its HTML is there from the start. What figures share stands before
 * the figures. With them comes what keeps a section in its place.
 */
import './chapter.css';
import './section.css';
import './prose.css';
import './live.css';
import './term.css';
import './cite.css';
import './glossary.css';
import './bar.css';
import './at-top.css';
import './figure.css';
import './prediction.css';
import './plot-box.css';
import './xor-figure.css';
import './step-buttons.css';
import './network-picture.css';
import './neuron.css';
import './one-neuron.css';
import './axes.css';
import './activation-functions.css';
import './derivation-lines.css';
import './same-model-twice.css';
import './more-layers.css';
import './moves.css';
import './many-networks.css';
import './split-figure.css';
import './piece-list.css';
import './crease-figure.css';
import './does-it-always-bend.css';
import './weight-table.css';
import './challenges.css';
import './slope-figure.css';
import './fit.css';
import './what-comes-next.css';
import './projector.css';

export { settleAt } from './settle-at.ts';

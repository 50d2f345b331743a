/** What the article refers to. Plain links: nothing is fetched from there. */

export interface Source {
  /** Short, for the text: `Glorot 2011`. */
  readonly short: string;
  readonly authors: string;
  readonly title: string;
  readonly where: string;
  readonly href: string;
}

export const SOURCES = {
  nair: {
    short: 'Nair 2010',
    authors: 'Vinod Nair, Geoffrey Hinton',
    title: 'Rectified linear units improve restricted Boltzmann machines',
    where: 'ICML 2010',
    href: 'https://mlanthology.org/icml/2010/nair2010icml-rectified/',
  },
  glorot: {
    short: 'Glorot 2011',
    authors: 'Xavier Glorot, Antoine Bordes, Yoshua Bengio',
    title: 'Deep sparse rectifier neural networks',
    where: 'AISTATS 2011',
    href: 'https://proceedings.mlr.press/v15/glorot11a.html',
  },
  krizhevsky: {
    short: 'Krizhevsky 2012',
    authors: 'Alex Krizhevsky, Ilya Sutskever, Geoffrey Hinton',
    title: 'ImageNet classification with deep convolutional neural networks',
    where: 'NIPS 2012',
    href: 'https://doi.org/10.1145/3065386',
  },
  he: {
    short: 'He 2015',
    authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
    title: 'Delving deep into rectifiers',
    where: 'ICCV 2015',
    href: 'https://arxiv.org/abs/1502.01852',
  },
  lu: {
    short: 'Lu 2020',
    authors: 'Lu Lu, Yeonjong Shin, Yanhui Su, George Karniadakis',
    title: 'Dying ReLU and initialization',
    where: 'Communications in Computational Physics 28, 2020',
    href: 'https://arxiv.org/abs/1903.06733',
  },
  gelu: {
    short: 'Hendrycks 2016',
    authors: 'Dan Hendrycks, Kevin Gimpel',
    title: 'Gaussian error linear units',
    where: 'arXiv 2016',
    href: 'https://arxiv.org/abs/1606.08415',
  },
  silu: {
    short: 'Ramachandran 2017',
    authors: 'Prajit Ramachandran, Barret Zoph, Quoc Le',
    title: 'Searching for activation functions',
    where: 'arXiv 2017',
    href: 'https://arxiv.org/abs/1710.05941',
  },
  rumelhart: {
    short: 'Rumelhart 1986',
    authors: 'David Rumelhart, Geoffrey Hinton, Ronald Williams',
    title: 'Learning representations by back-propagating errors',
    where: 'Nature 323, 1986',
    href: 'https://doi.org/10.1038/323533a0',
  },
  leshno: {
    short: 'Leshno 1993',
    authors: 'Moshe Leshno, Vladimir Lin, Allan Pinkus, Shimon Schocken',
    title: 'Multilayer feedforward networks with a nonpolynomial activation function can approximate any function',
    where: 'Neural Networks 6, 1993',
    href: 'https://doi.org/10.1016/S0893-6080(05)80131-5',
  },
  montufar: {
    short: 'Montúfar 2014',
    authors: 'Guido Montúfar, Razvan Pascanu, Kyunghyun Cho, Yoshua Bengio',
    title: 'On the number of linear regions of deep neural networks',
    where: 'NIPS 2014',
    href: 'https://arxiv.org/abs/1402.1869',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;

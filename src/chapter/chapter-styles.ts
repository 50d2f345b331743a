/** The article's styles, to be fetched by themselves: its HTML is there from the start. */
import './chapter.css';

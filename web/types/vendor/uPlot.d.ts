// Where the built page has the package.
import uPlot from 'uplot';
export default uPlot;

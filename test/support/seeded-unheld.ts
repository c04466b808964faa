// Turn "which figures does nothing hold" into a closed list, each with its reason, and into the errors too slight for what holds them.

const outside = 'an outside statistic: the text quotes it once, alone';
const guidance = 'what management expects: no figure follows from it';
const alone = 'the text says it once, and gives nothing to compute it from';
const finer = 'every digit printed is right: how fine a figure is told is for the writer to choose';

/** By issuer and id of the place. A wrong digit here raises nothing, and nothing could: the source gives no second figure to hold it against. */
export const unheld: ReadonlyMap<string, string> = new Map([
  ['iij periods/1q02.yaml stated.result.foreign-exchange.value', alone],
  ['iij periods/2q01.yaml stated.result.foreign-exchange.value', alone],
  ['iij periods/2q02.yaml stated.result.foreign-exchange.value', alone],
  ['iij periods/2q02.yaml stated.result.interest-expense.value', alone],
  ['iij periods/2q01.yaml facts.capex', 'table 5 gives it, and the text compares it with nothing'],
  ['iij periods/2q02.yaml stated.revenue.first-half-growth.value', 'the first quarter of the year before is not in the source'],
  ['iij periods/2q02.yaml stated.backbone.unit-cost-decline-on-year.value', 'unit costs are not in the source'],
  ['iij periods/2q02.yaml stated.backbone.unit-cost-decline-on-quarter.value', 'unit costs are not in the source'],
  ['iij periods/2q02.yaml stated.backbone.japan-us-capacity.value', alone],
  ['iij periods/2q02.yaml stated.market.ix-traffic-multiple.value', 'the traffic of the year before is not in the source'],
  ['iij periods/2q02.yaml stated.market.catv-share.value', outside],
  ['iij periods/2q02.yaml stated.market.ftth-subscribers.value', outside],
  ['iij periods/2q02.yaml stated.market.broadband-growth.value', outside],
  ['iij periods/2q02.yaml stated.market.broadband-subscribers-forecast.value', outside],
  ['iij periods/2q02.yaml stated.market.crosswave-customers.value', outside],
  ['iij periods/2q02.yaml stated.ownership.powered-com.value', outside],
  ['iij periods/2q02.yaml stated.ownership.iij-mc.value', outside],
  ['iij periods/2q02.yaml stated.ownership.aih.value', outside],
  ['iij releases/2q02/release.yaml stated.guidance.revenue-growth.value', guidance],
  ['iij releases/2q02/release.yaml stated.guidance.capex-low.value', guidance],
  ['iij releases/2q02/release.yaml stated.guidance.capex-high.value', guidance],
  ['aoba periods/2024h1.yaml facts.profit.owners', 'its change across a loss is printed in words'],
  ['aoba periods/2024h1.yaml facts.comprehensive.total', 'its change across a loss is printed in words'],
  ['aoba periods/2026h1.yaml facts.shares.treasury', 'a register outside the accounts: no amount is made of it this half'],
  ['aoba concepts.yaml profit.per-share.labels.ja', 'a label that no table prints: heads name the column'],
  ['iij narrative.ja.md change "capex" decimals=0', finer],
  ['aoba narrative.ja.md amount "dividend.total" decimals=2', finer],
]);

/** Errors of the hundred that what holds the figure cannot show, as told: what is typed stays inside what rounding explains. */
export const slight: ReadonlyMap<string, string> = new Map([]);

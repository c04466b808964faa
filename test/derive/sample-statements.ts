// The three statements of the sample as printed in its English release (Internet Initiative Japan, quarter to 30 September 2002).
// One line a row: concept (`~` printed with its sign reversed, `=` the parts of a total), then the cells from left to right.

/** Dollars, yen and % of revenue for the quarter; yen, % and change for the year before; yen, % and change for the quarter before. */
export const operations = `
revenue.dedicated | 29,131 | 3,546,372 | 33.6% | 3,596,601 | 37.7% | (1.4%) | 3,523,334 | 35.8% | 0.7%
revenue.dialup | 6,504 | 791,738 | 7.5 | 932,653 | 9.8 | (15.1) | 822,268 | 8.3 | (3.7)
revenue.value-added | 7,336 | 893,135 | 8.4 | 720,145 | 7.6 | 24.0 | 865,161 | 8.8 | 3.2
revenue.connectivity-other | 3,844 | 467,976 | 4.4 | 303,481 | 3.2 | 54.2 | 408,925 | 4.2 | 14.4
revenue.connectivity = revenue.dedicated + revenue.dialup + revenue.value-added + revenue.connectivity-other | 46,815 | 5,699,221 | 53.9 | 5,552,880 | 58.3 | 2.6 | 5,619,688 | 57.1 | 1.4
revenue.si | 25,416 | 3,094,168 | 29.3 | 3,352,363 | 35.2 | (7.7) | 3,329,058 | 33.8 | (7.1)
revenue.equipment | 14,580 | 1,774,953 | 16.8 | 623,064 | 6.5 | 184.9 | 900,456 | 9.1 | 97.1
revenue.total = revenue.connectivity + revenue.si + revenue.equipment | 86,811 | 10,568,342 | 100.0 | 9,528,307 | 100.0 | 10.9 | 9,849,202 | 100.0 | 7.3
costs.connectivity | 41,738 | 5,081,186 | 48.1 | 4,847,467 | 50.9 | 4.8 | 5,092,515 | 51.7 | (0.2)
costs.si | 22,030 | 2,681,946 | 25.3 | 2,799,940 | 29.4 | (4.2) | 2,987,373 | 30.3 | (10.2)
costs.equipment | 13,538 | 1,648,106 | 15.6 | 534,575 | 5.6 | 208.3 | 876,012 | 8.9 | 88.1
costs.total-of-revenues = costs.connectivity + costs.si + costs.equipment | 77,306 | 9,411,238 | 89.0 | 8,181,982 | 85.9 | 15.0 | 8,955,900 | 90.9 | 5.1
costs.sales | 6,105 | 743,230 | 7.0 | 819,799 | 8.6 | (9.3) | 749,361 | 7.6 | (0.8)
costs.general | 4,223 | 514,082 | 4.9 | 426,792 | 4.5 | 20.5 | 517,316 | 5.3 | (0.6)
costs.research | 769 | 93,574 | 0.9 | 83,736 | 0.8 | 11.7 | 90,780 | 0.9 | 3.1
costs.total = costs.total-of-revenues + costs.sales + costs.general + costs.research | 88,403 | 10,762,124 | 101.8 | 9,512,309 | 99.8 | 13.1 | 10,313,357 | 104.7 | 4.4
result.operating = revenue.total - costs.total | (1,592) | (193,782) | (1.8) | 15,998 | 0.2 | (1,311.3) | (464,155) | (4.7) | (58.3)
result.other | (1,316) | (160,247) | (1.5) | (430,259) | (4.5) | (62.8) | (520,836) | (5.3) | (69.2)
result.before-tax = result.operating + result.other | (2,908) | (354,029) | (3.3) | (414,261) | (4.3) | (14.5) | (984,991) | (10.0) | (64.1)
tax.income | 4,229 | 514,872 | 4.9 | 1,266,458 | 13.3 | (59.3) | 161,301 | 1.6 | 219.2
result.minority | 190 | 23,146 | 0.2 | (5,533) | (0.1) | (518.3) | 66,950 | 0.7 | (65.4)
result.equity-method | (12,161) | (1,480,411) | (14.0) | (1,398,509) | (14.7) | 5.9 | (1,515,675) | (15.4) | (2.3)
result.net = result.before-tax - tax.income + result.minority + result.equity-method | (19,108) | (2,326,166) | (22.0%) | (3,084,761) | (32.4%) | (24.6%) | (2,595,017) | (26.3%) | (10.4%)
result.per-share |  | (103,477) |  | (137,222) |  |  | (115,437) |  | 
result.per-ads |  | (51.74) |  | (68.61) |  |  | (57.72) |  | 
shares.average |  | 22,480 |  | 22,480 |  |  | 22,480 |  | 
shares.ads |  | 44,960,000 |  | 44,960,000 |  |  | 44,960,000 |  | 
`;

/** Dollars, yen and % of assets at the end of the quarter; yen and % a year before; yen and % a quarter before. */
export const balanceSheet = `
assets.cash | 39,204 | 4,772,753 | 12.2% | 11,411,967 | 25.5% | 6,014,693 | 14.7%
assets.receivable | 64,435 | 7,844,256 | 20.1 | 5,939,468 | 13.3 | 6,872,763 | 16.7
assets.inventories | 3,415 | 415,771 | 1.1 | 1,012,403 | 2.3 | 272,821 | 0.7
assets.prepaid | 4,096 | 498,668 | 1.3 | 403,982 | 0.9 | 645,763 | 1.6
assets.other-current | 1,166 | 141,923 | 0.3 | 390,966 | 0.9 | 140,162 | 0.3
assets.current = assets.cash + assets.receivable + assets.inventories + assets.prepaid + assets.other-current | 112,316 | 13,673,371 | 35.0 | 19,158,786 | 42.9 | 13,946,202 | 34.0
assets.equity-method | 48,433 | 5,896,219 | 15.1 | 11,608,736 | 26.0 | 7,396,756 | 18.0
assets.investments | 30,816 | 3,751,532 | 9.6 | 4,727,410 | 10.6 | 4,954,787 | 12.0
assets.property | 70,789 | 8,617,873 | 22.1 | 7,585,480 | 17.0 | 7,709,559 | 18.8
assets.restricted-cash | 41,071 | 5,000,000 | 12.8 | 0 | 0.0 | 5,000,000 | 12.2
assets.deposits | 11,439 | 1,392,519 | 3.6 | 890,444 | 2.0 | 1,302,234 | 3.2
assets.other | 5,806 | 706,828 | 1.8 | 664,675 | 1.5 | 743,614 | 1.8
assets.total = assets.current + assets.equity-method + assets.investments + assets.property + assets.restricted-cash + assets.deposits + assets.other | 320,670 | 39,038,342 | 100.0% | 44,635,531 | 100.0% | 41,053,152 | 100.0%
liabilities.short-term | 39,693 | 4,832,286 | 12.4% | 3,770,445 | 8.5% | 4,550,835 | 11.1%
liabilities.payable | 42,148 | 5,131,068 | 13.1 | 4,526,061 | 10.1 | 4,834,546 | 11.8
liabilities.accrued | 2,231 | 271,557 | 0.7 | 222,003 | 0.5 | 317,968 | 0.8
liabilities.other-current | 3,635 | 442,564 | 1.1 | 365,625 | 0.8 | 556,494 | 1.3
liabilities.long-term-current | 11,500 | 1,400,000 | 3.6 | 1,000,000 | 2.2 | 1,400,000 | 3.4
liabilities.leases-current | 18,656 | 2,271,145 | 5.8 | 1,853,146 | 4.2 | 2,060,284 | 5.0
liabilities.current = liabilities.short-term + liabilities.payable + liabilities.accrued + liabilities.other-current + liabilities.long-term-current + liabilities.leases-current | 117,863 | 14,348,620 | 36.7 | 11,737,280 | 26.3 | 13,720,127 | 33.4
liabilities.long-term | 27,928 | 3,400,000 | 8.7 | 3,800,000 | 8.5 | 3,400,000 | 8.3
liabilities.notes | 123,214 | 15,000,000 | 38.4 | 15,000,000 | 33.6 | 15,000,000 | 36.6
liabilities.leases | 26,704 | 3,250,922 | 8.4 | 2,939,079 | 6.6 | 2,800,483 | 6.8
liabilities.retirement | 682 | 83,058 | 0.2 | 125,099 | 0.2 | 91,037 | 0.2
liabilities.other | 1,265 | 153,993 | 0.4 | 26,306 | 0.1 | 163,686 | 0.4
liabilities.total = liabilities.current + liabilities.long-term + liabilities.notes + liabilities.leases + liabilities.retirement + liabilities.other | 297,656 | 36,236,593 | 92.8 | 33,627,764 | 75.3 | 35,175,333 | 85.7
minority-interest | 7,743 | 942,650 | 2.4 | 1,019,912 | 2.3 | 965,796 | 2.3
equity.stock | 58,176 | 7,082,336 | 18.1 | 7,082,336 | 15.9 | 7,082,336 | 17.3
equity.capital | 140,203 | 17,068,353 | 43.7 | 17,068,353 | 38.2 | 17,068,353 | 41.6
equity.deficit | (189,992) | (23,129,652) | (59.2) | (15,511,971) | (34.7) | (20,803,486) | (50.7)
equity.other-income | 6,884 | 838,062 | 2.2 | 1,349,137 | 3.0 | 1,564,820 | 3.8
equity.total = equity.stock + equity.capital + equity.deficit + equity.other-income | 15,271 | 1,859,099 | 4.8 | 9,987,855 | 22.4 | 4,912,023 | 12.0
liabilities-and-equity.total = liabilities.total + minority-interest + equity.total | 320,670 | 39,038,342 | 100.0% | 44,635,531 | 100.0% | 41,053,152 | 100.0%
`;

/** Dollars and yen for the quarter; yen for the year before; yen for the quarter before. */
export const cashFlows = `
result.net | (19,108) | (2,326,166) | (3,084,761) | (2,595,017)
flow.depreciation | 7,259 | 883,732 | 726,278 | 820,252
~result.equity-method | 12,160 | 1,480,411 | 1,398,509 | 1,515,675
~result.minority | (190) | (23,146) | 5,533 | (66,950)
flow.exchange-losses | (321) | (39,060) | 178,577 | 134,820
flow.investment-losses | 112 | 13,620 | 28,824 | 78,819
flow.receivable | (7,984) | (972,056) | (566,601) | 2,109,969
flow.payable | 61 | 7,462 | 513,802 | (1,996,362)
flow.inventories | (1,174) | (142,950) | (748,850) | 347,588
flow.deferred-tax | 4,183 | 509,228 | 1,264,707 | 152,840
flow.operating-other | (66) | (8,051) | 388 | (45,560)
flow.operating = result.net + flow.depreciation + result.equity-method + result.minority + flow.exchange-losses + flow.investment-losses + flow.receivable + flow.payable + flow.inventories + flow.deferred-tax + flow.operating-other | (5,068) | (616,976) | (283,594) | 456,074
flow.property | (1,826) | (222,308) | (393,770) | (424,321)
flow.equity-method | - | - | (321,094) | (56,250)
flow.investments | (273) | (33,294) | (100) | -
flow.restricted-cash | - | - | - | (5,000,000)
flow.deposits | (719) | (87,518) | (2,794) | (36,155)
flow.investing-other | 24 | 2,953 | (20,141) | (2,143)
flow.investing = flow.property + flow.equity-method + flow.investments + flow.restricted-cash + flow.deposits + flow.investing-other | (2,794) | (340,167) | (737,899) | (5,518,869)
flow.long-term | - | - | 1,400,000 | -
flow.leases | (4,938) | (601,144) | (494,991) | (566,505)
flow.short-term | 2,318 | 282,164 | (1,249,555) | 730,603
flow.subsidiary-stock | - | - | 375,000 | -
flow.financing = flow.long-term + flow.leases + flow.short-term + flow.subsidiary-stock | (2,620) | (318,980) | 30,454 | 164,098
flow.exchange-rate | 280 | 34,183 | (171,738) | (132,529)
cash.change = flow.operating + flow.investing + flow.financing + flow.exchange-rate | (10,202) | (1,241,940) | (1,162,777) | (5,031,226)
cash.opening | 49,406 | 6,014,693 | 12,574,744 | 11,045,919
cash.closing = cash.opening + cash.change | 39,204 | 4,772,753 | 11,411,967 | 6,014,693
`;

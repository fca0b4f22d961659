# Worked answers of vegan (and GUniFrac where it is here). usage: Rscript vegan.R table.tsv metadata.tsv tree.nwk tree-table.tsv
# prints lines "name<TAB>value value ...", 15 digits.
suppressMessages(library(vegan))
a <- commandArgs(TRUE)
say <- function(name, values) cat(name, "\t", paste(sprintf("%.15g", values), collapse = " "), "\n", sep = "")
x <- as.matrix(read.delim(a[1], row.names = 1, check.names = FALSE))
m <- read.delim(a[2], row.names = 1, check.names = FALSE)[rownames(x), ]
bray <- vegdist(x / rowSums(x), "bray")
say("robust", as.vector(vegdist(x[1:20, ], "robust.aitchison")))
say("fisher", fisher.alpha(x))
say("rarefy", rarefy(x, 1000))
# estimateR's ACE takes rare as 10 or fewer too.
say("chao1", estimateR(x)["S.chao1", ])
say("eigenvalues", eigen(-0.5 * scale(t(scale(as.matrix(bray)^2, scale = FALSE)), scale = FALSE), symmetric = TRUE, only.values = TRUE)$values)
set.seed(1)
for (by in c("terms", "margin")) {
  r <- adonis2(bray ~ nationality + bmi_group + timepoint, m, permutations = 999, by = by)
  for (column in c("Df", "SumOfSqs", "R2", "F", "Pr(>F)")) say(paste0(by, ".", column), r[1:3, column])
}
r <- adonis2(bray ~ timepoint, m, permutations = 999, strata = m$subject)
say("strata.F", r$F[1])
say("strata.p", r[1, "Pr(>F)"])
for (type in c("centroid", "median")) {
  b <- betadisper(bray, m$nationality, type = type)
  say(paste0(type, ".distances"), b$distances)
  t <- permutest(b, permutations = 999)$tab
  say(paste0(type, ".F"), t$F[1])
  say(paste0(type, ".p"), t[1, "Pr(>F)"])
}
if (suppressWarnings(requireNamespace("GUniFrac", quietly = TRUE))) {
  y <- as.matrix(read.delim(a[4], row.names = 1, check.names = FALSE))
  u <- suppressWarnings(GUniFrac::GUniFrac(y, ape::read.tree(a[3]), alpha = c(0, 0.5, 1))$unifracs)
  for (alpha in c("0", "0.5", "1")) say(paste0("gunifrac.", alpha), u[, , paste0("d_", alpha)][lower.tri(diag(nrow(y)))])
}

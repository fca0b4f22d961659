# vegan on one core. usage: Rscript ecology_vegan.R TASK OUT.bin   prints CPU seconds. Files of the folder as for ecology_peer.py.
suppressMessages(library(vegan))
a <- commandArgs(TRUE)
size <- scan("shape.txt", quiet = TRUE)
timed <- function(call) { before <- proc.time(); value <- call(); used <- proc.time() - before; list(used[["user.self"]] + used[["sys.self"]], value) }
if (a[1] == "braycurtis") {
  x <- matrix(readBin("table.bin", "double", prod(size)), size[1], byrow = TRUE)
  r <- timed(function() vegdist(x, "bray"))
  values <- as.vector(r[[2]])
} else {
  d <- structure(readBin("bray.bin", "double", size[1] * (size[1] - 1) / 2), class = "dist", Size = size[1], Diag = FALSE, Upper = FALSE)
  groups <- data.frame(group = readLines("groups.txt"))
  set.seed(1)
  r <- timed(function() adonis2(d ~ group, groups, permutations = 999))
  values <- c(r[[2]]$F[1], r[[2]][1, "Pr(>F)"])
}
writeBin(values, a[2])
cat(sprintf("%.9g\n", r[[1]]))

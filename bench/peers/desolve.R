# deSolve's bdf on compiled rates. usage: Rscript desolve.R PEOPLE RTOL ATOL OUT.bin   prints CPU seconds and mean steps a person.
suppressMessages(library(deSolve))
a <- commandArgs(TRUE)
people <- as.integer(a[1])
dyn.load("./rates.so")
size <- function(name) as.integer(sub(".* ", "", grep(paste0("^#define ", name, " "), readLines("model.h", n = 8), value = TRUE)))
states <- size("STATES"); parameters <- size("PARAMETERS"); observables <- size("OBSERVABLES"); outputs <- size("OUTPUTS"); changes <- size("CHANGES")
table <- function(file, width) matrix(readBin(file, "double", people * width), people, byrow = TRUE)
y0 <- table("y0.bin", states); p <- table("p.bin", parameters); change <- table("changes.bin", 4 * changes)
days <- eval(parse(text = paste0("c(", sub("};.*", "", sub(".*\\{", "", grep("^static const double output_day", readLines("model.h", n = 20), value = TRUE))), ")")))
out <- vector("list", people); steps <- 0; seconds <- 0
for (i in 1:people) {
  event <- as.data.frame(matrix(change[i, ], ncol = 4, byrow = TRUE))
  data <- data.frame(var = event[[2]] + 1, time = event[[1]], value = event[[4]], method = c("replace", "add", "multiply")[event[[3]] + 1])
  times <- sort(unique(c(days, data$time)))
  names(data)[1] <- "var"
  y <- y0[i, ]; names(y) <- paste0("s", seq_len(states)); data$var <- names(y)[data$var]
  before <- proc.time()
  run <- ode(y, times, "derivatives", p[i, ], method = "bdf", dllname = "rates", initfunc = "initialise", nout = observables, rtol = as.numeric(a[2]),
             atol = as.numeric(a[3]), maxsteps = 1e7, events = list(data = data))
  used <- proc.time() - before
  seconds <- seconds + used[["user.self"]] + used[["sys.self"]]
  steps <- steps + attr(run, "istate")[2]
  out[[i]] <- as.vector(t(run[match(days, run[, 1]), (states + 2):(states + 1 + observables)]))
}
writeBin(unlist(out), a[4])
cat(sprintf("%.9g %.6g\n", seconds, NaN))

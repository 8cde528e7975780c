# Computes the numbers of this package again with base R, and compares them.
#
# Run it where the package lies:  Rscript analysis/replicate.R
# It reads data/sessions.csv and the tables in analysis/, prints the largest differences, and ends
# with 1 if one of them is 1e-8 or more.

given <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
package <- if (length(given)) dirname(dirname(normalizePath(given[1]))) else getwd()
limit <- 1e-8
texts <- c("session_id", "worker_id", "office_id", "phase", "item", "office", "group", "method",
           "score_basis", "reason")

read_table <- function(name) {
  path <- file.path(package, name)
  names <- names(read.csv(path, nrows = 1, check.names = FALSE, colClasses = "character",
                          fileEncoding = "UTF-8-BOM"))
  classes <- rep(NA_character_, length(names))
  classes[names %in% texts] <- "character"
  read.csv(path, na.strings = "", check.names = FALSE, colClasses = classes,
           fileEncoding = "UTF-8-BOM", numerals = "no.loss")
}

number <- function(x) if (length(x) == 0 || is.na(x)) NA_real_ else as.numeric(x)
worst <- list()
checked <- list()
check <- function(table, what, told, found) {
  told <- number(told)
  found <- number(found)
  checked[[table]] <<- (if (is.null(checked[[table]])) 0 else checked[[table]]) + 1
  if (is.na(told) && is.na(found)) return(invisible())
  difference <- abs(told - found) / max(1, abs(told))
  if (is.na(difference)) difference <- Inf
  if (is.null(worst[[table]]) || difference > worst[[table]]$size) {
    worst[[table]] <<- list(size = difference, what = what)
  }
}

sessions <- read_table("data/sessions.csv")
sessions <- sessions[!is.na(sessions$score_basis), ]
valid <- function(rows, item) as.numeric(rows[[item]][!is.na(rows[[item]])])
equals <- function(x, value) !is.na(x) & x == value

# Descriptives
table <- "analysis/descriptives.csv"
told <- read_table(table)
for (i in seq_len(nrow(told))) {
  row <- told[i, ]
  mine <- sessions
  if (row$office != "all") mine <- mine[equals(mine$office_id, row$office), ]
  if (row$phase != "all") mine <- mine[equals(mine$phase, row$phase), ]
  x <- valid(mine, row$item)
  where <- paste(row$item, row$office, row$phase)
  check(table, paste(where, "n"), row$n, length(x))
  check(table, paste(where, "n_missing"), row$n_missing, nrow(mine) - length(x))
  check(table, paste(where, "mean"), row$mean, if (length(x)) mean(x) else NA)
  check(table, paste(where, "sd"), row$sd, if (length(x) > 1) sd(x) else NA)
  check(table, paste(where, "median"), row$median, if (length(x)) median(x) else NA)
  check(table, paste(where, "minimum"), row$minimum, if (length(x)) min(x) else NA)
  check(table, paste(where, "maximum"), row$maximum, if (length(x)) max(x) else NA)
}

# Both t-tests, post minus pre
table <- "analysis/comparisons.csv"
told <- read_table(table)
for (i in seq_len(nrow(told))) {
  row <- told[i, ]
  pre <- valid(sessions[equals(sessions$phase, "pre"), ], row$item)
  post <- valid(sessions[equals(sessions$phase, "post"), ], row$item)
  where <- paste(row$item, row$method)
  check(table, paste(where, "n_pre"), row$n_pre, length(pre))
  check(table, paste(where, "n_post"), row$n_post, length(post))
  if (is.na(row$t)) next
  found <- t.test(post, pre, var.equal = startsWith(row$method, "Student"))
  n <- length(pre) + length(post)
  pooled <- sqrt(((length(pre) - 1) * var(pre) + (length(post) - 1) * var(post)) / (n - 2))
  difference <- mean(post) - mean(pre)
  check(table, paste(where, "mean_difference"), row$mean_difference, difference)
  check(table, paste(where, "t"), row$t, found$statistic)
  check(table, paste(where, "df"), row$df, found$parameter)
  check(table, paste(where, "p"), row$p, found$p.value)
  check(table, paste(where, "ci_low"), row$ci_low, found$conf.int[1])
  check(table, paste(where, "ci_high"), row$ci_high, found$conf.int[2])
  check(table, paste(where, "hedges_g"), row$hedges_g,
        (1 - 3 / (4 * (n - 2) - 1)) * difference / pooled)
}

# Correlations with days, overall and by office
table <- "analysis/trends.csv"
told <- read_table(table)
timed <- sessions[!is.na(sessions$days_since_implementation) & !is.na(sessions$office_id), ]
for (i in seq_len(nrow(told))) {
  row <- told[i, ]
  if (is.na(row$r)) next
  mine <- if (row$group == "all") timed else timed[timed$office_id == row$group, ]
  mine <- mine[!is.na(mine[[row$item]]), ]
  x <- as.numeric(mine$days_since_implementation)
  y <- as.numeric(mine[[row$item]])
  found <- cor.test(x, y)
  where <- paste(row$item, row$group)
  check(table, paste(where, "n"), row$n, length(x))
  check(table, paste(where, "r"), row$r, found$estimate)
  check(table, paste(where, "p"), row$p, found$p.value)
  if (!is.na(row$ci_low)) {
    check(table, paste(where, "ci_low"), row$ci_low, found$conf.int[1])
    check(table, paste(where, "ci_high"), row$ci_high, found$conf.int[2])
  }
  check(table, paste(where, "slope"), row$slope_per_100_days, 100 * coef(lm(y ~ x))[2])
  check(table, paste(where, "spearman"), row$spearman, cor(x, y, method = "spearman"))
}

failed <- FALSE
for (table in names(checked)) {
  found <- worst[[table]]
  if (is.null(found)) found <- list(size = 0, what = "nothing")
  if (!(found$size < limit)) failed <- TRUE
  cat(sprintf("%s: %d numbers, largest difference %.1e (%s)\n", table, checked[[table]],
              found$size, found$what))
}
cat(if (failed) "The numbers differ.\n" else "The numbers agree.\n")
quit(status = if (failed) 1 else 0)
